"""Zip files from outside: read in memory piece by piece, never unpacked to disk."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from bureau.errors import N_, Invalid, TooLarge
from bureau.formats.guard import Limits, measure, refusing, shorten

_CHUNK = 1 << 16
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_END_LENGTH = 22
_DIRECTORY_BYTES_AN_ENTRY = 400
_ENCRYPTED = 0x1
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PACK_AGAIN = N_("Pack only the files themselves into a plain zip, without folders or passwords.")
_FOREIGN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    OverflowError,
    ValueError,
    IndexError,
)


def is_zip(content: bytes) -> bool:
    """Whether the file begins as a zip file does."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def members(content: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file inside; every name and size is checked before it is read."""
    measure(content, limits)
    _check_directory(content, limits)
    with refusing("zip", *_FOREIGN, hint=_PACK_AGAIN):
        archive = zipfile.ZipFile(BytesIO(content))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _check_entries(entries, limits)
    left = limits.unpacked
    for entry in entries:
        body = _read(archive, entry, min(left, limits.size))
        left -= len(body)
        yield entry.filename, body


def _check_directory(content: bytes, limits: Limits) -> None:
    at = content.rfind(_END)
    if _END_64 in content[max(0, at - 64) : at] or at < 0 or len(content) - at < _END_LENGTH:
        raise Invalid("The zip file is damaged or incomplete.", where={"byte": 0}, hint=_PACK_AGAIN)
    (size,) = struct.unpack_from("<L", content, at + 12)
    # A directory of a million names costs memory before the first name is looked at.
    if size > limits.zip_entries * _DIRECTORY_BYTES_AN_ENTRY:
        raise _too_many(limits)


def _check_entries(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.zip_entries:
        raise _too_many(limits)
    total = 0
    for entry in entries:
        _check_name(entry)
        _check_kind(entry)
        total += entry.file_size
        if entry.file_size > max(1, entry.compress_size) * limits.zip_ratio:
            raise _bomb(entry, limits.unpacked)
        if total > limits.unpacked or entry.file_size > limits.size:
            raise _bomb(entry, limits.unpacked)


def _check_name(entry: zipfile.ZipInfo) -> None:
    # zipfile cuts a name at NUL and swaps separators; the raw name is what was sent.
    name = entry.orig_filename
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or ":" in name or not name.isprintable():
        raise Invalid(
            "The zip file names a path outside itself: {name}",
            where={"path": shorten(name)},
            hint="Such a file can be an attack: report it, and ask the sender for the plain files.",
            name=shorten(name),
        )


def _check_kind(entry: zipfile.ZipInfo) -> None:
    mode = entry.external_attr >> 16
    odd = stat.S_ISLNK(mode) or entry.flag_bits & _ENCRYPTED or entry.compress_type not in _PLAIN
    if odd or entry.filename.lower().endswith((".zip", ".gz", ".7z", ".rar")):
        raise Invalid(
            "The zip file holds a link, an encrypted, an oddly packed or a nested file: {name}",
            where={"path": shorten(entry.filename)},
            hint=_PACK_AGAIN,
            name=shorten(entry.filename),
        )


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    body = bytearray()
    with refusing("zip", *_FOREIGN, hint=_PACK_AGAIN), archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            body += piece
            # The declared size may lie; only what comes out counts.
            if len(body) > limit:
                raise _bomb(entry, limit)
    return bytes(body)


def _bomb(entry: zipfile.ZipInfo, limit: int) -> TooLarge:
    return TooLarge(
        "The file {name} in the zip unpacks to more than is allowed ({limit} bytes in all).",
        where={"path": shorten(entry.filename)},
        hint="Hand in smaller zip files, or the files themselves.",
        name=shorten(entry.filename),
        limit=limit,
    )


def _too_many(limits: Limits) -> TooLarge:
    return TooLarge(
        "The zip file holds more than {limit} files.",
        where={"path": "/"},
        hint="Hand in smaller zip files.",
        limit=limits.zip_entries,
    )
