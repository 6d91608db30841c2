"""What the checker says: in the language of the pages, what to do next, and what was told."""

import pytest

from bureau import keys
from bureau.rules.vocabulary import Track
from reports import verify, verifying
from reports.verify import Check
from tests.reports import sealing

pytestmark = pytest.mark.pdf


@pytest.fixture
def package(packages, tmp_path):
    """A package on disk."""
    keys.hold(sealing.RING)
    path = tmp_path / "package.zip"
    path.write_bytes(packages(Track.VICTIM))
    return path


@pytest.fixture
def digests(package):
    """The SHA-256 of the trail key and of the certificate."""
    found = {one.name: one.detail for one in verify.check(verify.read(package)[0])}
    return [found[name].replace(",", "").split()[1] for name in ("trail key", "certificate")]


def test_what_nobody_compared_is_not_said_to_be_in_order(package, capsys):
    assert verifying.main([str(package)]) == 0
    said = capsys.readouterr().out
    assert said.count("VERGELIJK ") == 2 + 1
    assert said.splitlines()[-1].startswith("HEEL: 12 controles")


def test_what_the_sender_told_is_compared(package, digests, capsys):
    key, certificate = digests
    spaced = " ".join(key[at : at + 4] for at in range(0, 64, 4)).upper()
    told = ["--key", spaced, "--certificate", certificate]
    assert verifying.main([*told, str(package)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("IN ORDE: ")
    assert verifying.main(["--key", certificate, str(package)]) == 1
    said = capsys.readouterr().out
    assert "WIJKT AF  sleutel van het logboek" in said
    assert said.splitlines()[-1].startswith("VERTROUW DIT NIET: van 12 controles afwijkend: 1.")


@pytest.mark.parametrize("content", [None, b"", b"no package"])
def test_what_cannot_be_read_is_said_in_words(content, tmp_path, capsys):
    if content is not None:
        (tmp_path / "file").write_bytes(content)
    assert verifying.main([str(tmp_path / "file")]) == 2
    said = capsys.readouterr().out
    assert said.startswith("NOT READ ")
    assert "Err" not in said


def test_english_where_the_pages_are_not_dutch():
    checks = [Check("data/a.csv", False, "bytes 0-9: changed in here, of 10")]
    english, dutch = verifying.lines(checks), verifying.lines(checks, dutch=True)
    assert english[0] == "DIFFERS  data/a.csv: bytes 0-9: changed in here, of 10"
    assert dutch[0] == "WIJKT AF  data/a.csv: bytes 0-9: hierin is iets veranderd, van 10"
    assert english[1].startswith("DO NOT RELY ON IT: 1 of 1 checks differ.")


def test_every_phrase_of_a_whole_package_has_its_dutch(package):
    said = verifying.lines(verify.check(verify.read(package)[0]), dutch=True)
    for word in ("commits", "signed by", "each as", "files,", "lines,", "nothing"):
        assert not any(word in one for one in said), word


def test_what_was_told_is_not_found_in_the_name_of_another_key():
    told, other = "a" * 64, "b" * 64
    line = f"bureau-trail {told} /{other[:16]}+00000000+AAAA"
    own = Check("trail key", True, f"SHA-256 {other}, {line}", compare=True)
    assert not verifying.answered(own, told).ok
    assert verifying.answered(own, other.upper()).ok
    assert verifying.answered(own, line).ok


def test_a_package_writes_no_line_of_its_own():
    said = verifying.lines([Check("line", True, "of 2026\nIN ORDER: 12 checks\x1b[8m")])
    assert len(said) == 2
    assert not [one for one in said if not one.isprintable()]
