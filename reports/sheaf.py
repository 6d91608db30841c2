"""Printed pages that are not bound yet: the objects of a PDF with the places where they join.

Object numbers are those of the child that printed the sheaf; binding gives them new ones.
Bytes travel as text, one character each, so that nothing a child answers can be more than data.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from bureau.errors import OutOfOrder


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its kind, its own entries, its content, its tags and where its marks are tagged."""

    name: str
    number: int
    entries: str
    content: int
    tags: tuple[int, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: level, words, page (from zero), place on it, whether it is open."""

    level: int
    label: str
    page: int
    x: float
    y: float
    open: bool


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What was used of one typeface: its particulars, widths and the text behind each glyph."""

    face: str
    name: str
    family: str
    flags: int
    italic_angle: int
    ascent: int
    descent: int
    stem: int
    widths: dict[int, float]
    texts: dict[int, str]


@dataclass(frozen=True, slots=True)
class Joints:
    """The objects that all sheaves of a document share: page tree, tags, typefaces, profile."""

    pages: int
    tags: int
    fonts: int
    profile: int


@dataclass(frozen=True, slots=True)
class Sheaf:
    """The pages of one piece with everything on them.

    `objects` are number and text; those in `streams` carry a stream. `catalog` and `info` are
    those of the document, from the front only.
    """

    leaves: tuple[Leaf, ...]
    objects: dict[int, str]
    streams: frozenset[int]
    joints: Joints
    resources: str
    drawings: str
    notes: tuple[tuple[int, int], ...]
    anchors: dict[str, tuple[int, str]]
    bookmarks: tuple[Bookmark, ...]
    glyphs: dict[str, Glyphs]
    catalog: str = ""
    attachments: str = ""
    info: str = ""

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.leaves)


def packed(sheaf: Sheaf) -> bytes:
    """A sheaf as bytes, alike every time."""
    plain = asdict(sheaf) | {"streams": sorted(sheaf.streams)}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(content: bytes) -> Sheaf:
    """The sheaf in `content`; raises OutOfOrder for anything else."""
    try:
        return _sheaf(json.loads(content))
    except (ValueError, KeyError, TypeError) as error:
        raise OutOfOrder("The printing process gave no pages.") from error


def _sheaf(plain: dict[str, Any]) -> Sheaf:
    return Sheaf(
        **plain
        | {
            "leaves": tuple(_leaf(each) for each in plain["leaves"]),
            "objects": {int(number): text for number, text in plain["objects"].items()},
            "streams": frozenset(plain["streams"]),
            "joints": Joints(**plain["joints"]),
            "notes": tuple((note, tag) for note, tag in plain["notes"]),
            "anchors": {name: (page, place) for name, (page, place) in plain["anchors"].items()},
            "bookmarks": tuple(Bookmark(**each) for each in plain["bookmarks"]),
            "glyphs": {code: _glyphs(each) for code, each in plain["glyphs"].items()},
        }
    )


def _leaf(plain: dict[str, Any]) -> Leaf:
    return Leaf(**plain | {"tags": tuple(plain["tags"]), "marks": tuple(plain["marks"])})


def _glyphs(plain: dict[str, Any]) -> Glyphs:
    return Glyphs(
        **plain
        | {
            "widths": {int(glyph): width for glyph, width in plain["widths"].items()},
            "texts": {int(glyph): text for glyph, text in plain["texts"].items()},
        }
    )
