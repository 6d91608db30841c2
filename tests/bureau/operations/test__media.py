"""The bytes tell what a file is; its name is only shown."""

import io
import zipfile

import pytest

from bureau.errors import Invalid, TooLarge
from bureau.operations import _media
from bureau.operations._media import display_name, media_type


def packed(*names, **contents):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), contents.get(name, "x"))
    return out.getvalue()


OFFICE = "application/vnd.openxmlformats-officedocument."
ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.4 ...", "a.exe", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n...", "a", "image/png"),
        (b"\xff\xd8\xff\xe0...", "a", "image/jpeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "a.doc", "application/x-ole-storage"),
        (b"a;b\n1;2\n", "a.CSV", "text/csv"),
        (b"Gewone tekst", "a.txt", "text/plain"),
        ("café".encode("cp1252"), "a.txt", "text/plain"),
        (b'{"a": 1}', "a.json", "application/json"),
        (b"[oeps", "a.json", "text/plain"),
        (b'<?xml version="1.0"?><a/>', "a", "application/xml"),
        (b"<html><script>1</script></html>", "a.html", "text/plain"),
        (packed("a.txt"), "a.zip", "application/zip"),
        (packed("[Content_Types].xml", "word/a"), "a", f"{OFFICE}wordprocessingml.document"),
        (packed("[Content_Types].xml", "xl/a"), "a", f"{OFFICE}spreadsheetml.sheet"),
        (packed("[Content_Types].xml", "other"), "a", "application/zip"),
        (packed("mimetype", mimetype=ODT), "a.odt", ODT),
        (packed("mimetype", mimetype="text/html"), "a.odt", "application/zip"),
    ],
)
def test_the_type_follows_from_the_bytes(content, name, expected):
    assert media_type(content, name) == expected


@pytest.mark.parametrize("content", [b"", b"MZ\x00\x01binary", b"PK\x03\x04broken"])
def test_what_cannot_be_told_is_refused(content):
    with pytest.raises(Invalid) as refusal:
        media_type(content, "a.pdf")
    assert refusal.value.hint


def test_a_file_has_a_largest_size(monkeypatch):
    monkeypatch.setattr(_media, "MOST_BYTES", 3)
    with pytest.raises(TooLarge):
        media_type(b"abcd", "a.txt")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\map\\huur contract.pdf", "huur contract.pdf"),
        ("jaar\u202efdp.exe", "jaarfdp.exe"),
        ("a\x00b\n.pdf", "ab.pdf"),
        (".verborgen", "verborgen"),
        ("", "file"),
    ],
)
def test_a_name_is_shown_without_tricks(name, expected):
    assert display_name(name) == expected


def test_a_long_name_keeps_its_extension():
    assert display_name("a" * 300 + ".pdf").endswith("a.pdf")
    assert len(display_name("a" * 300)) == _media.NAME_LENGTH
