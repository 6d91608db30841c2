"""The ways in which files write a text, made by others than those who look for it."""

import base64
import binascii
import gzip
import html
import io
import json
import quopri
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Mapping
from email.header import Header
from email.message import EmailMessage
from urllib.parse import quote, quote_plus

import pikepdf

Write = Callable[[str], bytes]


def _zipped(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:t>{text}</w:t>" * 9)
    return out.getvalue()


def _pdf(text: str, *, packed: bool, info: bool = False) -> bytes:
    out = io.BytesIO()
    document = pikepdf.new()
    page = document.add_blank_page()
    if info:
        document.docinfo["/Subject"] = text
    else:
        words = text.encode("latin-1", "replace").replace(b"(", b"").replace(b")", b"")
        page.contents_add(document.make_stream(b"BT /F1 9 Tf (" + words + b") Tj ET"))
    modes = pikepdf.ObjectStreamMode
    document.save(
        out,
        compress_streams=packed,
        object_stream_mode=modes.generate if packed else modes.disable,
    )
    return out.getvalue()


def _mailed(text: str, cte: str) -> bytes:
    made = EmailMessage()
    made["Subject"] = "x"
    made.set_content(f"Before {text} after.\n" * 3, cte=cte)
    return made.as_bytes()


def _folded(text: str) -> bytes:
    line = f"DESCRIPTION:{'x' * 55} {text}".encode()
    return b"\r\n ".join(line[at : at + 60] for at in range(0, len(line), 60))


def _octal(text: str) -> bytes:
    return b"(" + b"".join(rb"\%03o" % sign for sign in text.encode("latin-1", "replace")) + b")"


def _wrapped(text: str) -> bytes:
    return binascii.b2a_base64(b"padding" * 20 + text.encode()) + base64.encodebytes(
        b"padding" * 7 + text.encode() + b"padding" * 9
    )


def _paper(text: str) -> bytes:
    return b"(" + text.encode("utf-16").hex(" ").encode() + b")"


WRITINGS: Mapping[str, Write] = {
    "utf-8": str.encode,
    "utf-8, decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
    "capitals": lambda text: text.upper().encode(),
    "backwards": lambda text: text[::-1].encode(),
    "latin-1": lambda text: text.encode("latin-1", "replace"),
    "cp1252": lambda text: text.encode("cp1252", "replace"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-32-le": lambda text: text.encode("utf-32-le"),
    "without accents": lambda text: unicodedata.normalize("NFKD", text).encode("ascii", "ignore"),
    "one word a line": lambda text: "\n".join(text.split()).encode(),
    "hexadecimal": lambda text: text.encode().hex().encode(),
    "hexadecimal, capitals": lambda text: text.encode().hex().upper().encode(),
    "hexadecimal, in pairs": lambda text: text.encode().hex(" ").encode(),
    "hexadecimal of utf-16 in a PDF": lambda text: (
        b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"
    ),
    "a dump of utf-16": _paper,
    "octal in a PDF": _octal,
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64, moved by one": lambda text: base64.b64encode(b"x" + text.encode()),
    "base64, moved by two": lambda text: base64.b64encode(b"xy" + text.encode()),
    "base64 in lines": _wrapped,
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(text.encode()).rstrip(b"="),
    "base64 of utf-16": lambda text: base64.b64encode(text.encode("utf-16-le")),
    "base64 in base64": lambda text: base64.b64encode(base64.b64encode(text.encode())),
    "ascii in brackets": lambda text: f"[{text!a}]".encode(),
    "percent": lambda text: quote(text).encode(),
    "percent, all of it": lambda text: b"".join(b"%%%02X" % sign for sign in text.encode()),
    "plus for a space": lambda text: quote_plus(text).encode(),
    "html": lambda text: html.escape(text).encode(),
    "html, by number": lambda text: "".join(f"&#{ord(sign)};" for sign in text).encode(),
    "html, by hexadecimal number": lambda text: "".join(f"&#x{ord(s):x};" for s in text).encode(),
    "json": lambda text: json.dumps({"text": text}).encode(),
    "json, all escaped": lambda text: "".join(f"\\u{ord(sign):04x}" for sign in text).encode(),
    "python": lambda text: repr(text.encode()).encode(),
    "sql": lambda text: f"VALUES ('{text.replace(chr(39), 2 * chr(39))}')".encode(),
    "quoted printable": lambda text: quopri.encodestring(text.encode(), quotetabs=True),
    "mail, quoted printable": lambda text: _mailed(text, "quoted-printable"),
    "mail, base64": lambda text: _mailed(text, "base64"),
    "header of a mail": lambda text: Header(text, "utf-8", maxlinelen=50).encode().encode(),
    "folded in a calendar": _folded,
    "deflated": lambda text: zlib.compress(text.encode()),
    "deflated, amid other bytes": lambda text: (
        b"\0\x9c\x78" * 40 + zlib.compress(text.encode(), 9) + b"x\x9c tail"
    ),
    "gzip": lambda text: gzip.compress(text.encode()),
    "an office file": _zipped,
    "base64 of deflated": lambda text: base64.b64encode(zlib.compress(text.encode())),
    "a PDF": lambda text: _pdf(text, packed=False),
    "a PDF with packed streams": lambda text: _pdf(text, packed=True),
    "particulars of a PDF": lambda text: _pdf(text, packed=False, info=True),
    "particulars of a packed PDF": lambda text: _pdf(text, packed=True, info=True),
}
