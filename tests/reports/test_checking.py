"""A package is checked whatever it was put in, and an archive that is an attack is refused."""

import io
import tarfile
import zipfile

import pytest

from bureau.rules.vocabulary import Track
from reports import checking, verify
from tests.reports.sealing import inside

pytestmark = pytest.mark.pdf


def ok(path):
    return all(check.ok for check in checking.checks_of(path))


def tarred(path, files, mode="w"):
    with tarfile.open(path, mode) as archive:
        for name, body in files.items():
            info = tarfile.TarInfo(f"bag/{name}")
            info.size = len(body)
            archive.addfile(info, io.BytesIO(body))
    return path


def test_as_it_came_or_packed_anew_it_is_the_same_package(packages, tmp_path):
    whole = packages(Track.VICTIM)
    files = inside(whole)
    (tmp_path / "came.zip").write_bytes(whole)
    for name, body in files.items():
        place = tmp_path / "unpacked" / "bag" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(body)
    with zipfile.ZipFile(tmp_path / "anew.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(f"bag/{name}", body)
    (tmp_path / "dossier.pdf").write_bytes(files[verify.PDF])
    tarred(tmp_path / "bag.tar", files)
    tarred(tmp_path / "bag.tgz", files, "w:gz")
    for name in ("came.zip", "unpacked", "anew.zip", "bag.tar", "bag.tgz", "dossier.pdf"):
        assert ok(tmp_path / name), (name, checking.checks_of(tmp_path / name))


def test_a_change_is_found_whatever_it_is_packed_in(packages, tmp_path):
    files = inside(packages(Track.VICTIM))
    files["bag-info.txt"] = files["bag-info.txt"].replace(b"2026", b"2025")
    wrong = checking.checks_of(tarred(tmp_path / "bag.tar", files))
    assert {"bag-info.txt", verify.TAGS} == {one.name for one in wrong if not one.ok}


@pytest.mark.parametrize("place", [10, 20, 27, -3, -9])
def test_a_byte_of_the_zip_around_the_files_counts(packages, place, tmp_path):
    whole = bytearray(packages(Track.VICTIM))
    whole[place] ^= 1
    (tmp_path / "package.zip").write_bytes(whole)
    assert not ok(tmp_path / "package.zip")


def hostile_tar(path, **of):
    with tarfile.open(path, "w") as archive:
        info = tarfile.TarInfo(of.get("name", "bag/bagit.txt"))
        info.type, info.linkname = of.get("type", tarfile.REGTYPE), "/etc/passwd"
        archive.addfile(info)
        archive.addfile(info)


@pytest.mark.parametrize(
    "of",
    [
        {"name": "../outside"},
        {"name": "/etc/outside"},
        {"name": "bag\\outside"},
        {"type": tarfile.SYMTYPE},
        {"type": tarfile.LNKTYPE},
        {"type": tarfile.FIFOTYPE},
        {},
    ],
    ids=str,
)
def test_a_hostile_tar_is_refused(of, tmp_path):
    hostile_tar(tmp_path / "bad.tar", **of)
    [only] = checking.checks_of(tmp_path / "bad.tar")
    assert (only.name, only.ok) == ("archive", False)


def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bag/bagit.txt", b"0" * 10_000_000)
    tarred(tmp_path / "bomb.tgz", {"bagit.txt": b"0" * 10_000_000}, "w:gz")
    monkeypatch.setattr(checking, "MOST_BYTES", 1_000_000)
    for name in ("bomb.zip", "bomb.tgz"):
        assert [one.ok for one in checking.checks_of(tmp_path / name)] == [False]


def test_two_files_of_one_name_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as archive:
        archive.writestr("bag/bagit.txt", b"one")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("bag/bagit.txt", b"two")
    assert not ok(tmp_path / "twice.zip")


@pytest.mark.parametrize("content", [b"", b"nothing", b"PK\3\4", b"\x1f\x8b\x08"])
def test_what_is_no_archive_is_said_to_be_none(content, tmp_path):
    (tmp_path / "file").write_bytes(content)
    assert not ok(tmp_path / "file")
