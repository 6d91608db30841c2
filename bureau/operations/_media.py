"""What a file really is, told by its bytes; its name is only ever shown, never trusted."""

import io
import json
import unicodedata
import zipfile
from collections.abc import Sequence

from bureau.errors import N_, Invalid, TooLarge

MOST_BYTES = 64 * 1024 * 1024
NAME_LENGTH = 200
EXTENSION_LENGTH = 10
_PDF_WITHIN = 1024  # readers accept a few stray bytes before the header (ISO 32000-1, annex H)
_MAGIC: Sequence[tuple[bytes, str]] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PARTS: Sequence[tuple[str, str]] = (
    ("word/", f"{_OFFICE}wordprocessingml.document"),
    ("xl/", f"{_OFFICE}spreadsheetml.sheet"),
    ("ppt/", f"{_OFFICE}presentationml.presentation"),
)
_ODF = "application/vnd.oasis.opendocument."
_UNREADABLE = N_(
    "Save it as PDF, an image, text, CSV, XML, JSON, an office document or a zip file."
)


def media_type(content: bytes, filename: str) -> str:
    """The media type of `content`; raises Invalid for what is none of the kinds kept here."""
    _check_size(content)
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return "application/pdf"
    for magic, found in _MAGIC:
        if content.startswith(magic):
            return found
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    return _written(content, filename)


def display_name(filename: str) -> str:
    """The last part of a name without marks that hide or turn text; fit to be shown."""
    last = filename.replace("\\", "/").rpartition("/")[2]
    plain = "".join(c for c in unicodedata.normalize("NFC", last) if _visible(c))
    name = " ".join(plain.split()).lstrip(".") or "file"
    if len(name) <= NAME_LENGTH:
        return name
    stem, dot, extension = name.rpartition(".")
    tail = f"{dot}{extension[:EXTENSION_LENGTH]}" if stem else ""
    return name[: NAME_LENGTH - len(tail)] + tail


def _visible(character: str) -> bool:
    return character == " " or not unicodedata.category(character).startswith(("C", "Z"))


def _check_size(content: bytes) -> None:
    if not content:
        raise Invalid("The file is empty.", where={"byte": 0}, hint="Choose the file again.")
    if len(content) > MOST_BYTES:
        raise TooLarge(
            "The file has {size} bytes; at most {limit} are kept.",
            where={"byte": MOST_BYTES},
            hint="Split the document or scan it at a lower resolution.",
            size=len(content),
            limit=MOST_BYTES,
        )


def _packed(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            kind = _open_document(archive, names)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise _refused(N_("The zip file is damaged.")) from None
    if kind:
        return kind
    if "[Content_Types].xml" in names:
        for part, found in _PARTS:
            if any(name.startswith(part) for name in names):
                return found
    return "application/zip"


def _open_document(archive: zipfile.ZipFile, names: list[str]) -> str:
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > NAME_LENGTH:
        return ""
    told = archive.read("mimetype").decode("ascii", "replace").strip()
    return told if told.startswith(_ODF) and told.isprintable() else ""


def _written(content: bytes, filename: str) -> str:
    text = _decoded(content)
    start = text.lstrip("\ufeff \t\r\n")[:200].lower()
    if start.startswith("<?xml"):
        return "application/xml"
    if start.startswith(("{", "[")) and _is_json(text):
        return "application/json"
    return "text/csv" if filename.lower().endswith(".csv") else "text/plain"


def _decoded(content: bytes) -> str:
    if b"\x00" in content:
        raise _refused(N_("This kind of file is not kept here."))
    for encoding in ("utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _refused(N_("This kind of file is not kept here."))


def _is_json(text: str) -> bool:
    try:
        json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return True


def _refused(template: str) -> Invalid:
    return Invalid(template, where={"byte": 0}, hint=_UNREADABLE)
