"""Whoever has a package and one file of Python sees whether a byte of it was changed, and which."""

import subprocess
import sys

import pytest

from bureau import keys
from bureau.rules.vocabulary import Language, Track
from bureau.trust import tree
from reports import verify, verifying
from reports.package import checker
from tests.reports import sealing
from tests.reports.forging import forged
from tests.reports.samples import sample
from tests.reports.sealing import inside

pytestmark = pytest.mark.pdf


@pytest.fixture(autouse=True)
def _held():
    keys.hold(sealing.RING)


def ok(files):
    return all(one.ok for one in verify.check(files))


def told(files):
    return [(one.name, one.ok, one.detail) for one in verify.check(files)]


@pytest.mark.parametrize("track", list(Track))
def test_every_track_verifies_by_its_own_checker_alone(packages, track, tmp_path):
    path, alone = tmp_path / "package.zip", tmp_path / "verify.py"
    path.write_bytes(packages(track))
    alone.write_bytes(inside(packages(track))["verify.py"])
    answer = subprocess.run(
        [sys.executable, "-I", str(alone), str(path)], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout
    assert "DIFFERS" not in answer.stdout
    assert str(tree.key()) in answer.stdout


def test_an_altered_byte_is_found_and_named_wherever_it_is(packages):
    whole = packages(Track.CRIMINAL)
    name, files = verify.unpack(whole)
    for path, body in files.items():
        at = len(body) * 2 // 3
        changed = bytearray(body)
        changed[at] ^= 1
        wrong = [
            one for one in verify.check({**files, path: bytes(changed)})
            if not one.ok and one.name == path
        ]  # fmt: skip
        assert wrong, path
        first, last = wrong[0].detail.split()[1].strip(":,").split("-")
        assert int(first) <= at <= int(last), (path, at, wrong)
    assert name.endswith("copy1")


@pytest.mark.parametrize("place", ["local header", "name", "central directory", "end"])
def test_a_byte_of_the_zip_itself_counts_too(packages, place, tmp_path):
    whole = bytearray(packages(Track.VICTIM))
    at = {
        "local header": 10,
        "name": 32,
        "central directory": whole.find(b"PK\1\2") + 12,
        "end": len(whole) - 3,
    }[place]
    whole[at] ^= 1
    (tmp_path / "package.zip").write_bytes(whole)
    assert verifying.main([str(tmp_path / "package.zip")]) in (1, 2)


def test_what_is_missing_and_what_was_added_are_named(packages):
    files = inside(packages(Track.CRIMINAL))
    gone = {name: body for name, body in files.items() if name != "data/custody.csv"}
    assert ("data/custody.csv", False, "missing") in told(gone)
    more = {**files, "data/extra.txt": b"more"}
    assert ("data/extra.txt", False, "is no part of this package") in told(more)


def test_a_package_sealed_anew_by_others_shows_other_keys(packages, printed, capsys, tmp_path):
    mine = inside(packages(Track.VICTIM))[verify.TRAIL_KEY]
    keys.hold(keys.KeyRing.fresh())
    forged = sealing.sealed(sample(Track.VICTIM), printed(Track.VICTIM, Language.NL))
    (tmp_path / "forged.zip").write_bytes(forged)
    assert verifying.main([str(tmp_path / "forged.zip")]) == 0
    said = capsys.readouterr().out
    assert mine.decode().strip() not in said
    assert "VERGELIJK sleutel van het logboek" in said
    told = ["--key", mine.decode(), str(tmp_path / "forged.zip")]
    assert verifying.main(told) == 1


def test_a_line_about_another_package_proves_nothing(packages):
    files = inside(packages(Track.VICTIM))
    other = inside(packages(Track.CRIMINAL))
    taken = {name: other[name] for name in (verify.CHECKPOINT, verify.INCLUSION)}
    wrong = {one.name for one in verify.check({**files, **taken}) if not one.ok}
    assert {"line", "pages", verify.TAGS} <= wrong


def test_pages_with_something_appended_are_no_longer_those_that_were_signed(packages):
    pdf = inside(packages(Track.VICTIM))[verify.PDF]
    for more in (b"\n", b"1 0 obj\n<<>>\nendobj\n%%EOF\n"):
        assert not ok({verify.PDF: pdf + more})
    assert ok({verify.PDF: pdf})


def test_the_unpacked_folder_is_checked_as_well(packages, tmp_path, capsys):
    for name, body in inside(packages(Track.VICTIM)).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(body)
    assert verifying.main([str(tmp_path)]) == 0
    (tmp_path / "verify.lnk").symlink_to("/etc/passwd")
    assert verifying.main([str(tmp_path)]) == 2
    assert "links" in capsys.readouterr().out


@pytest.mark.parametrize(
    "content", [b"", b"no package", b"PK\3\4", b"%PDF-1.7 without a signature"]
)
def test_what_is_no_package_is_not_taken_for_one(content, tmp_path):
    (tmp_path / "file").write_bytes(content)
    assert verifying.main([str(tmp_path / "file")]) in (1, 2)


def test_a_key_under_the_name_of_another_differs_wherever_it_is_checked(packages):
    forgery = inside(forged(packages(Track.CRIMINAL), {}))
    assert {one.name for one in verify.check(forgery) if not one.ok} == {"trail key"}


def test_what_differs_says_what_and_nothing_of_success(packages):
    files, other = inside(packages(Track.VICTIM)), inside(packages(Track.CRIMINAL))
    files |= {name: other[name] for name in (verify.CHECKPOINT, verify.INCLUSION, verify.PDF)}
    files |= {verify.SEAL: b"{", verify.MANIFEST: b""}
    files[verify.PDF] += b"more"
    wrong = [f"{one.name}: {one.detail}" for one in verify.check(files) if not one.ok]
    assert "seal/seal.json: too damaged to be read" in wrong
    assert not any("commits to" in one or "Error" in one or "nothing app" in one for one in wrong)
    del files[verify.INCLUSION]
    assert ("seal", False, "seal/inclusion.json is not there") in told(files)


def test_the_checker_stays_readable():
    assert len(checker().splitlines()) <= 400
