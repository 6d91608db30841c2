"""Files as strangers hand them in: a plain PDF, one that acts, one that is locked, pictures."""

import io
import struct
import zlib

import pikepdf
from PIL import Image

A4 = (595, 842)
COVERED = "0 0 0 rg 60 690 480 40 re f"


def pdf(*pages, over="", size=A4, acting=False, password=""):
    """A PDF with a line of words on each page, `over` drawn on top of them."""
    made = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for words in pages:
        page = made.add_blank_page(page_size=size)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=made.make_indirect(font)))
        lines = "".join(f"({line}) Tj 0 -40 Td " for line in words.split("\n"))
        page.Contents = made.make_stream(f"BT /F1 20 Tf 72 700 Td {lines}ET {over}".encode())
    if acting:
        _act(made)
    written = io.BytesIO()
    lock = pikepdf.Encryption(owner=password, user=password) if password else False
    made.save(written, encryption=lock)
    return written.getvalue()


def _act(made):
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe"))
    made.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"), Next=launch
    )
    made.attachments["hidden.txt"] = b"What nobody was to see."
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[0, 0, 100, 100],
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("http://example.org")),
    )
    made.pages[0].Annots = pikepdf.Array([made.make_indirect(note)])


def photo(size=(400, 300), place="Where it was taken"):
    """A JPEG with words about its maker inside."""
    written, about = io.BytesIO(), Image.Exif()
    about[0x010E] = place
    Image.new("RGB", size, (40, 120, 200)).save(written, "JPEG", exif=about)
    return written.getvalue()


def huge(side=30_000):
    """A PNG of very many points in few bytes."""
    lines = zlib.compress(b"\0" * ((side // 8 + 1) * side), 9)
    size = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = _chunk(b"IHDR", size), _chunk(b"IDAT", lines), _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(kind, body):
    whole = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", whole)
