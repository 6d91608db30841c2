"""The typefaces a dossier is printed in, carried along so that every machine prints the same.

A character no typeface covers, and every invisible one that could disguise a text, is printed
as its number ("[U+202E]"): what a reader sees is all there is.
"""

import base64
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont, woff2

from bureau.errors import OutOfOrder

FOLDER = Path(__file__).parents[1] / "app" / "static" / "vendor" / "fonts"
_SYSTEM = Path("/usr/share/fonts/truetype/dejavu")
_LATIN, _EXTENDED, _FALLBACK = "Source Sans 3", "Source Sans 3 Extended", "DejaVu Sans"
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_PLAIN = frozenset("\t\n\r")
_TEXT = re.compile(r">[^<]{100,}<")
_LETTER = r"(?:&#?\w+;|[^\s<>&])"
_ENDLESS = re.compile(_LETTER + "{100,}")
_TWELVE = re.compile(f"((?:{_LETTER}){{12}})(?=[^\\s])")
_TORN = re.compile(r"€ (?=\d)")


@dataclass(frozen=True, slots=True)
class Face:
    """One font file and the family, weight and slope it serves."""

    family: str
    file: str
    weight: int
    italic: bool = False


_FACES = (
    Face(_LATIN, "source-sans-3-latin-400.woff2", 400),
    Face(_LATIN, "source-sans-3-latin-600.woff2", 600),
    Face(_LATIN, "source-sans-3-latin-700.woff2", 700),
    Face(_LATIN, "source-sans-3-latin-400-italic.woff2", 400, italic=True),
    Face(_EXTENDED, "source-sans-3-latin-ext-400.woff2", 400),
    Face(_EXTENDED, "source-sans-3-latin-ext-600.woff2", 600),
    Face(_EXTENDED, "source-sans-3-latin-ext-700.woff2", 700),
    Face(_EXTENDED, "source-sans-3-latin-ext-400-italic.woff2", 400, italic=True),
)
_RESERVE = (
    Face(_FALLBACK, "DejaVuSans.ttf", 400),
    Face(_FALLBACK, "DejaVuSans-Bold.ttf", 700),
)


@dataclass(frozen=True, slots=True)
class Typesetting:
    """A page of which every character can be printed; its typefaces as a style sheet and files."""

    html: str
    css: str
    files: tuple[bytes, ...] = ()


def typeset(html: str, folder: Path = FOLDER) -> Typesetting:
    """`html` with unprintable characters as numbers, and the typefaces it needs."""
    # An amount is not torn from its sign at the end of a line.
    html = _TORN.sub("€\N{NO-BREAK SPACE}", unicodedata.normalize("NFC", html))
    latin, extended = coverage(folder, _LATIN), coverage(folder, _EXTENDED)
    used = frozenset(html)
    families = [_LATIN]
    if used - latin - _PLAIN:
        families.append(_EXTENDED)
    covered = latin | extended
    if used - covered - _PLAIN and (_SYSTEM / _RESERVE[0].file).is_file():
        families.append(_FALLBACK)
        covered |= coverage(_SYSTEM, _FALLBACK)
    hidden = {c for c in used - _PLAIN if c not in covered or unicodedata.category(c) in _INVISIBLE}
    faces = _faces(folder, families)
    css = "\n".join(_rule(path, face) for path, face in faces)
    files = tuple(_unpacked(path) for path, _ in faces)
    return Typesetting(_breakable(_numbered(html, hidden)), css, files)


@lru_cache
def coverage(folder: Path, family: str) -> frozenset[str]:
    """The characters that the regular face of `family` can print."""
    face = next(f for f in (*_FACES, *_RESERVE) if f.family == family)
    with TTFont(_path(folder, face), lazy=True) as font:
        return frozenset(chr(code) for code in font.getBestCmap())


def _breakable(html: str) -> str:
    """Places to break inside words no language has; without them each line costs the whole word."""
    return _TEXT.sub(lambda text: _ENDLESS.sub(_with_breaks, text.group()), html)


def _with_breaks(word: re.Match[str]) -> str:
    return _TWELVE.sub("\\1\N{ZERO WIDTH SPACE}", word.group())


def _numbered(html: str, hidden: Iterable[str]) -> str:
    if not hidden:
        return html
    pattern = re.compile("[" + "".join(re.escape(c) for c in hidden) + "]")
    return pattern.sub(lambda found: f"[U+{ord(found.group()):04X}]", html)


@lru_cache
def _rule(path: Path, face: Face) -> str:
    content = base64.b64encode(_unpacked(path)).decode("ascii")
    slope = "italic" if face.italic else "normal"
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{slope};'
        f'src:url("data:font/ttf;base64,{content}")}}'
    )


@lru_cache
def _unpacked(path: Path) -> bytes:
    """The font as the printer wants it; unpacked here once, not again for every dossier."""
    if path.suffix != ".woff2":
        return path.read_bytes()
    unpacked = BytesIO()
    woff2.decompress(str(path), unpacked)
    return unpacked.getvalue()


def _faces(folder: Path, families: Iterable[str]) -> list[tuple[Path, Face]]:
    """The files of these families, with what each serves."""
    wanted = tuple(families)
    rows = [(_path(folder, face), face) for face in _FACES if face.family in wanted]
    return rows + [(_path(_SYSTEM, face), face) for face in _RESERVE if face.family in wanted]


def _path(folder: Path, face: Face) -> Path:
    path = folder / face.file
    if not path.is_file():
        raise OutOfOrder(
            "The typeface {file} is missing; dossiers cannot be printed without it.",
            hint="Run bin/setup, which fetches the front-end files.",
            file=face.file,
        )
    return path
