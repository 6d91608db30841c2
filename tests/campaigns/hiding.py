"""Looks for texts in bytes, in whatever way a file may hold them.

What is looked at is read in many ways (as it stands, with its escapes, hexadecimal, base64 and
compressed parts taken out, as the words of a PDF) and each reading is squeezed: small letters and
digits alone. So spaces, folded lines, zero bytes of UTF-16 and capitals hide nothing.
"""

import base64
import io
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator

import pikepdf

from tests.reports.reading import pages

DEPTH = 3
SHORTEST = 9  # of a squeezed text: what is shorter stands in any file by chance
LONGEST = 64_000_000
_PLAIN = b"abcdefghijklmnopqrstuvwxyz0123456789"
_SMALL = bytes(range(256)).lower()
_OTHER = bytes(sign for sign in range(256) if _SMALL[sign] not in _PLAIN)
_SOFT = re.compile(rb"=\r?\n|\\\r?\n|\r?\n[ \t]")  # lines folded by mail, a PDF, a calendar
_ESCAPE = re.compile(
    rb"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|[%=#]([0-9A-Fa-f]{2})|&#[xX]([0-9A-Fa-f]{1,6});"
    rb"|\\([0-7]{3})|&#(\d{1,7});|&[A-Za-z]{2,8};|\\[nrtbf]"
)
_BASES = (16, 16, 16, 16, 8, 10)
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}\s?){9,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{14,}(?:=?\r?\n[ \t]?[A-Za-z0-9+/_-]{4,})*")
_URLS = bytes.maketrans(b"-_", b"+/")
_PACKED = re.compile(rb"x[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_MEMBER = re.compile(rb"PK\x03\x04.{4}\x08\x00.{16}(.{4})", re.DOTALL)


def needles(text: str) -> set[bytes]:
    """`text` and each long word of it, squeezed, forwards and backwards.

    With its accents taken off, as a search index may keep it, and without accented letters, which
    is what is left of them in any code page.
    """
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = [word for word in re.split(r"\W+", text) if re.search(r"[^\W\d]", word)]
    forms = {squeezed(one.encode()) for one in (text, bare, *words)}
    forms |= {squeezed(one.encode()) for one in bare.split()}
    kept = {form for form in forms if len(form) >= SHORTEST}
    return kept | {form[::-1] for form in kept}


def squeezed(content: bytes) -> bytes:
    """Small letters and digits alone."""
    return content.translate(_SMALL, _OTHER)


def holds(content: bytes, wanted: Iterable[bytes]) -> set[bytes]:
    """Which of the squeezed texts stand in `content`, however they are written there."""
    left, found = set(wanted), set()
    for reading in readings(content):
        found |= {form for form in left if form in reading}
        left -= found
        if not left:
            break
    return found


def readings(content: bytes, depth: int = DEPTH) -> Iterator[bytes]:
    """`content` squeezed, read in every way, and in every way what is packed in it."""
    joined = _SOFT.sub(b"", content)
    yield squeezed(content)
    yield squeezed(joined)
    yield squeezed(_ESCAPE.sub(_sign, joined))
    if depth:
        for inner in unpacked(content):
            yield from readings(inner, depth - 1)


def unpacked(content: bytes) -> Iterator[bytes]:
    """What is packed in `content`: the parts of a PDF, compressed, base64 and hexadecimal parts."""
    if content.startswith(b"%PDF"):
        yield from _of_pdf(content)
    yield from _inflated(content)
    plain = content.replace(b"\0", b"") if content.count(b"\0") * 4 > len(content) else content
    if parts := [_bytes_of(found[0]) for found in _HEX.finditer(plain)]:
        yield b"\n".join(parts)
    if runs := [_joined(found[0]) for found in _BASE64.finditer(plain)]:
        for start in range(4):
            yield base64.b64decode(b"".join(_whole(run[start:]) for run in runs))


def _sign(found: re.Match[bytes]) -> bytes:
    """The sign that an escape stands for; nothing where that is no letter or digit."""
    for base, digits in zip(_BASES, found.groups(), strict=True):
        if digits is not None:
            code = int(digits, base)
            return bytes([code]) if code < 128 else b""
    return b""


def _bytes_of(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return bytes.fromhex(plain[: len(plain) // 2 * 2].decode())


def _joined(run: bytes) -> bytes:
    return re.sub(rb"[=\s]", b"", run).translate(_URLS)


def _whole(run: bytes) -> bytes:
    """A run that ends with a whole group of four, and with zeros after it."""
    return run + b"A" * (4 + -len(run) % 4)


def _inflated(content: bytes) -> Iterator[bytes]:
    places = [(found.start(), 15 + 32) for found in _PACKED.finditer(content)]
    for found in _MEMBER.finditer(content):
        lengths = (int.from_bytes(found[1][:2], "little"), int.from_bytes(found[1][2:], "little"))
        places.append((found.end() + sum(lengths), -15))
    for place, bits in places:
        try:
            inner = zlib.decompressobj(bits).decompress(content[place:], LONGEST)
        except zlib.error:
            continue
        if len(inner) >= SHORTEST:
            yield inner


def _of_pdf(content: bytes) -> Iterator[bytes]:
    """The words of the pages, then every stream and every other object in clear."""
    yield "\n".join(pages(content)).encode()
    with pikepdf.open(io.BytesIO(content)) as document:
        yield str(document.docinfo).encode()
        for one in document.objects:
            if isinstance(one, pikepdf.Stream):
                yield _stream(one)
            elif isinstance(one, pikepdf.Object):
                yield one.unparse()


def _stream(one: pikepdf.Stream) -> bytes:
    try:
        return bytes(one.read_bytes())
    except pikepdf.PdfError:
        return bytes(one.read_raw_bytes())
