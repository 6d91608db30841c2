"""A long dossier cut into pieces that are printed beside each other and bound afterwards.

A piece is a chapter, or a stretch of one; it starts on a new page. The front (cover, what this
is, contents) is printed last, when the pages of the rest are known. Values were escaped when the
page was made, so every tag found here is one of our templates.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

LONG = 150_000  # characters from which a dossier is printed in pieces: some thirty-five pages
PIECE = 48_000  # characters of a piece: some twelve pages
SMALL = 4_000  # characters of chapters that share a page
_CHAPTER = re.compile(r'<section id="section-\d+".*?</section>\n?', re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z0-9]+)([^>]*)>")
_BODY = re.compile(r"<body[^>]*>")
_LANGUAGE = re.compile(r'<html lang="([^"]*)">')
_CLASS = re.compile(r'\bclass="([^"]*)"')
_OF_THE_WHOLE = re.compile(r'\s+data-[a-z]+="[^"]*"| draft(?=[" ])')
_ANCHOR = re.compile(r'\bid="([^"]+)"')
_NAMED = re.compile(r'\s+id="[^"]+"')
_LINK = re.compile(r'\bhref="#([^"]+)"')
_TARGET = re.compile(r'data-target="#([^"]+)"')
_BARE = ("<!doctype html>", '<head><meta charset="utf-8"><title>-</title></head>')
_LEAF = '<div class="leaf" style="page: auto"></div>'
_SINGLE = frozenset({"br", "img", "meta", "col", "hr"})
_TIED_TO_NEXT = frozenset({"h2", "h3", "intro", "caption", "item", "theme"})
_TIED_TO_LAST = frozenset({"hash", "total", "legend"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that begins on a new page, and the anchors of other pieces it leads to."""

    html: str
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A page in pieces: what stands before its body's content, the front, the pieces, the end."""

    head: str
    front: str
    pieces: tuple[Piece, ...]
    tail: str

    @property
    def whole(self) -> str:
        """The same page in one: what a single call of the printer prints."""
        return self.head + self.front + "".join(piece.html for piece in self.pieces) + self.tail

    @property
    def chapters(self) -> frozenset[str]:
        """The anchors the contents lead to."""
        return frozenset(_LINK.findall(self.front))

    def page_of(self, content: str) -> str:
        """A page with this content alone; it does not say whose copy it is, so it can be kept."""
        body = _OF_THE_WHOLE.sub("", self._found(_BODY))
        return "".join((_BARE[0], self._found(_LANGUAGE), _BARE[1], body, content, self.tail))

    def front_page(self, pages: dict[str, int]) -> str:
        """The front, with the page of each chapter beside it in the contents."""
        return self.head + _TARGET.sub(lambda t: _with_page(t, pages), self.front) + self.tail

    def empty_pages(self, names: list[str]) -> str:
        """Pages without content, of these kinds, for what stands in the margins."""
        return (
            self.head + "".join(_LEAF.replace("auto", name or "auto") for name in names) + self.tail
        )

    def _found(self, pattern: re.Pattern[str]) -> str:
        found = pattern.search(self.head)
        return found.group() if found else ""


@dataclass(slots=True)
class _Opened:
    """An element that is open: what it is, what its last child was, the head of a table."""

    name: str
    tag: str
    at: int
    labels: frozenset[str]
    last: frozenset[str] = field(default_factory=frozenset)
    head: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place to cut: what closes the piece before it and opens the one after it."""

    at: int
    closing: str
    opening: str


def cut(html: str, size: int = PIECE) -> Cut | None:
    """`html` in pieces of about `size` characters; None when it has no chapters."""
    chapters = list(_CHAPTER.finditer(html))
    body = _BODY.search(html)
    if not chapters or not body:
        return None
    stretches = _together(part for each in chapters for part in _stretches(each.group(), size))
    return Cut(
        head=html[: body.end()],
        front=html[body.end() : chapters[0].start()],
        pieces=_leading(stretches, frozenset(_ANCHOR.findall(html))),
        tail=html[chapters[-1].end() :],
    )


def _with_page(target: re.Match[str], pages: dict[str, int]) -> str:
    return f'{target.group()} data-page="{pages.get(target[1], 0)}"'


def _leading(stretches: list[str], anchors: frozenset[str]) -> tuple[Piece, ...]:
    def elsewhere(part: str) -> tuple[str, ...]:
        away = anchors.intersection(_LINK.findall(part)).difference(_ANCHOR.findall(part))
        return tuple(sorted(away))

    return tuple(Piece(part, elsewhere(part)) for part in stretches)


def _together(parts: Iterable[str]) -> list[str]:
    """The parts, small ones with what follows them; each says that it opens a page."""
    pieces: list[str] = []
    for part in parts:
        if pieces and len(pieces[-1]) + len(part) < SMALL:
            pieces[-1] += part
        else:
            pieces.append(part)
    return [part.replace('class="chapter', 'class="opens chapter', 1) for part in pieces]


def _stretches(chapter: str, size: int) -> list[str]:
    """A chapter in parts of about `size` characters, each a section of its own."""
    parts, start, opening = [], 0, ""
    for place in _chosen(_places(chapter), size):
        parts.append(opening + chapter[start : place.at] + place.closing + "\n")
        start, opening = place.at, place.opening
    return [*parts, opening + chapter[start:]]


def _chosen(places: Iterator[_Place], size: int) -> Iterator[_Place]:
    start, last = 0, None
    for place in places:
        if last and place.at - start > size:
            yield last
            start = last.at
        last = place


def _places(chapter: str) -> Iterator[_Place]:
    """Where a chapter may be cut: between its blocks, and between the rows of its tables."""
    opened: list[_Opened] = []
    for tag in _TAG.finditer(chapter):
        name = tag[2]
        if tag[1]:
            closed = opened.pop()
            if opened:
                opened[-1].last = closed.labels
            if name == "thead":
                opened[-1].head = chapter[closed.at : tag.end()]
        elif name not in _SINGLE and not tag[3].endswith("/"):
            classes = _CLASS.search(tag[3])
            labels = frozenset({name, *(classes[1].split() if classes else ())})
            if opened and _may_cut(opened, labels):
                yield _place(tag.start(), opened)
            opened.append(_Opened(name, tag.group(), tag.start(), labels))


def _may_cut(opened: list[_Opened], labels: frozenset[str]) -> bool:
    parent = opened[-1]
    between = len(opened) == 1 or (parent.name == "tbody" and "tr" in labels)
    tied = parent.last & _TIED_TO_NEXT or labels & _TIED_TO_LAST
    return between and bool(parent.last) and not tied


def _place(at: int, opened: list[_Opened]) -> _Place:
    closing = "".join(f"</{each.name}>" for each in reversed(opened))
    return _Place(at, closing, "".join(_NAMED.sub("", each.tag) + each.head for each in opened))
