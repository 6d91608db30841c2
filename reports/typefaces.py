"""The typefaces of a bound document: each once, with what all its sheaves use of it."""

import zlib
from collections.abc import Callable, Iterable, Mapping

from bureau.errors import OutOfOrder
from reports.sheaf import Glyphs, Sheaf

Add = Callable[[bytes], int]
_BATCH = 100
_FIXED = 1
_OPENING = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
_CLOSING = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def typefaces(sheaves: Iterable[Sheaf], files: Mapping[str, bytes], add: Add) -> bytes:
    """The dictionary of typefaces; `add` puts an object into the document and tells its number.

    Each typeface is embedded whole: the sheaves were printed apart, so only their glyphs are
    known to be the same. Raises OutOfOrder for one that is not ours.
    """
    used: dict[str, Glyphs] = {}
    for sheaf in sheaves:
        for code, glyphs in sheaf.glyphs.items():
            used[code] = _with(used[code], glyphs) if code in used else glyphs
    embedded: dict[str, int] = {}
    for face in sorted({glyphs.face for glyphs in used.values()}):
        if face not in files:
            raise OutOfOrder("The printing process used a typeface of its own.")
        size = b"/Length1 %d" % len(files[face])
        embedded[face] = add(stream(files[face], size))
    rows = (
        b"/%s %d 0 R" % (code.encode(), _font(used[code], embedded, add)) for code in sorted(used)
    )
    return b"<<" + b"".join(rows) + b">>"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream object."""
    small = zlib.compress(content)
    return b"<<%s/Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream" % (
        entries,
        len(small),
        small,
    )


def _with(first: Glyphs, more: Glyphs) -> Glyphs:
    """What two sheaves use of a typeface; the particulars and texts of the first go before."""
    return Glyphs(
        **{name: getattr(first, name) for name in first.__slots__}
        | {"widths": more.widths | first.widths, "texts": more.texts | first.texts}
    )


def _font(used: Glyphs, embedded: Mapping[str, int], add: Add) -> int:
    name = used.name.encode()
    below = add(
        b"<</Type /Font/Subtype /CIDFontType2/BaseFont %s"
        b"/CIDSystemInfo <</Registry (Adobe)/Ordering (Identity)/Supplement 0>>"
        b"/CIDToGIDMap /Identity/W %s/FontDescriptor %d 0 R>>"
        % (name, _widths(used.widths), add(_description(used, embedded[used.face])))
    )
    texts = add(stream(_texts(used.texts)))
    return add(
        b"<</Type /Font/Subtype /Type0/BaseFont %s/Encoding /Identity-H"
        b"/DescendantFonts [%d 0 R]/ToUnicode %d 0 R>>" % (name, below, texts)
    )


def _description(used: Glyphs, file: int) -> bytes:
    fixed = _FIXED if len(used.widths) > 1 and len(set(used.widths.values())) == 1 else 0
    return (
        b"<</Type /FontDescriptor/FontName %s/FontFamily (%s)/Flags %d/FontBBox [0 %d %s %d]"
        b"/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d/StemH %d/FontFile2 %d 0 R>>"
    ) % (
        used.name.encode(),
        used.family.encode("ascii", "replace").replace(b"(", b"").replace(b")", b""),
        used.flags + fixed,
        used.descent,
        number(max(used.widths.values(), default=0)),
        used.ascent,
        used.italic_angle,
        used.ascent,
        used.descent,
        used.ascent,
        used.stem,
        used.stem,
        file,
    )


def _widths(widths: Mapping[int, float]) -> bytes:
    runs: list[bytes] = []
    for glyph in sorted(widths):
        start = b"%d [" % glyph if glyph - 1 not in widths else b" "
        end = b"]" if glyph + 1 not in widths else b""
        runs.append(start + number(widths[glyph]) + end)
    return b"[" + b"".join(runs) + b"]"


def _texts(texts: Mapping[int, str]) -> bytes:
    rows = [
        b"<%04x> <%s>" % (g, texts[g].encode("utf-16-be").hex().encode()) for g in sorted(texts)
    ]
    parts = [rows[at : at + _BATCH] for at in range(0, len(rows), _BATCH)]
    told = [b"%d beginbfchar\n%s\nendbfchar\n" % (len(part), b"\n".join(part)) for part in parts]
    return _OPENING + b"".join(told) + _CLOSING


def number(value: float) -> bytes:
    """A number as a PDF spells it."""
    if float(value).is_integer():
        return b"%d" % int(value)
    return f"{value:f}".rstrip("0").encode()
