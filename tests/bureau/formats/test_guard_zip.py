import stat
import struct
import zipfile
from io import BytesIO

import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats import guard_zip
from bureau.formats.guard import PAYMENTS, Limits
from bureau.formats.guard_zip import is_zip, members

NAUGHTY = (
    *("../x.xml", "a/../../x.xml", "/etc/x.xml", "..\\x.xml", "C:\\x.xml", "\\\\host\\x.xml"),
    *("a\x1b.xml", "a\u202exml.exe", "\\x.xml"),
)


def packed(*files, method=zipfile.ZIP_DEFLATED):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, body in files:
            archive.writestr(name, body)
    return out.getvalue()


def contents(content, limits=PAYMENTS):
    return list(members(content, limits))


def refused(content, limits=PAYMENTS, kind=Invalid):
    with pytest.raises(kind) as caught:
        contents(content, limits)
    assert caught.value.where
    assert caught.value.hint
    return caught.value


def test_plain_files_are_read_and_folders_passed_over():
    content = packed(("a.xml", "A"), ("map/", ""), ("map/b.xml", "B"))
    assert is_zip(content)
    assert contents(content) == [("a.xml", b"A"), ("map/b.xml", b"B")]


@pytest.mark.parametrize("name", NAUGHTY)
def test_a_name_that_points_outside_is_refused(name):
    assert "outside itself" in str(refused(packed((name, "x"))))


def test_a_name_with_a_nul_is_refused():
    content = packed(("a.xmlX.txt", "x")).replace(b"a.xmlX.txt", b"a.xml\x00.txt")
    refused(content)


@pytest.mark.parametrize("kind", [stat.S_IFLNK])
def test_a_link_is_refused(kind):
    entry = zipfile.ZipInfo("a.xml")
    entry.external_attr = (kind | 0o777) << 16
    refused(packed((entry, "/etc/passwd")))


@pytest.mark.parametrize("name", ["a.zip", "a.ZIP", "a.tar.gz", "a.7z"])
def test_a_file_packed_twice_is_refused(name):
    refused(packed((name, "x")))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_odd_packings_are_refused(method):
    refused(packed(("a.xml", "x"), method=method))


def test_an_encrypted_file_is_refused():
    content = bytearray(packed(("a.xml", "x")))
    struct.pack_into("<H", content, content.find(b"PK\x01\x02") + 8, 1)
    refused(bytes(content))


def test_a_bomb_of_three_hundred_megabytes_is_never_unpacked():
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a", "w") as into:
        for _ in range(300):
            into.write(bytes(1 << 20))
    assert len(out.getvalue()) < 400_000
    refused(out.getvalue(), kind=TooLarge)


def test_a_lie_about_the_size_does_not_help():
    content = bytearray(packed(("a.xml", "x" * 5000)))
    struct.pack_into("<L", content, content.find(b"PK\x01\x02") + 24, 10)
    refused(bytes(content))


def test_what_comes_out_is_counted_over_all_files():
    content = packed(("a", "x" * 60), ("b", "y" * 60), method=zipfile.ZIP_STORED)
    refused(content, Limits(unpacked=100), TooLarge)


@pytest.mark.parametrize("count", [3, 12, 40])
def test_the_number_of_files_is_bounded(count):
    refused(packed(*((f"{n}", "x") for n in range(count))), Limits(zip_entries=2), TooLarge)


def test_only_what_really_comes_out_counts():
    archive = zipfile.ZipFile(BytesIO(packed(("a", "x" * 100))))
    with pytest.raises(TooLarge):
        guard_zip._read(archive, archive.infolist()[0], 99)


def test_a_directory_too_long_to_read_is_refused_before_it_is_read():
    content = bytearray(packed(("a", "x")))
    struct.pack_into("<L", content, content.rfind(b"PK\x05\x06") + 12, 1 << 30)
    refused(bytes(content), kind=TooLarge)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        b"PK\x05\x06" + bytes(10),
        packed(("a", "x" * 100))[:-10],
        packed(("a", "x" * 100))[40:],
        packed(("a", "x" * 100)).replace(b"PK\x01\x02", b"PK\x01\x03"),
    ],
    # Named, because a name made of the bytes would hold the moment they were packed.
    ids=["a start only", "an end only", "its end missing", "its start missing", "no directory"],
)
def test_a_damaged_zip_is_refused(content):
    refused(content)


def test_a_damaged_body_is_refused():
    content = bytearray(packed(("a", "xyz" * 1000)))
    content[40] ^= 0xFF
    refused(bytes(content))
