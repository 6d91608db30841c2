"""Binding sheaves: pages printed by several children become one PDF/A-3a and PDF/UA-1 file.

What each sheaf has of its own is written once: typefaces, colour profile, tree of tags, outline,
named places. Pages and tags keep their order, and a link finds its place in whatever sheaf that
is. The same sheaves give the same bytes. Nothing is parsed: sheaves tell where they join.
"""

import re
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bureau.errors import OutOfOrder
from reports.outlines import outline, text
from reports.sheaf import Bookmark, Leaf, Sheaf
from reports.typefaces import stream, typefaces
from reports.volume import Volume

_REFERENCE = re.compile(r"\((?:[^\\()]|\\.)*\)|(\d+) 0 R", re.DOTALL)
_STREAM = "\nstream\n"
_UNDER = b"/Artifact BMC /Margins Do EMC"
_LATIN = "latin-1"


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound file and how many pages it has."""

    pdf: bytes
    pages: int


def bind(
    front: Sheaf,
    pieces: Sequence[Sheaf],
    margins: Sequence[Sheaf],
    files: Mapping[str, bytes],
    identifier: str,
) -> Bound:
    """One file: the pages of `front`, then of `pieces` with the pages of `margins` under them.

    What the catalog says comes from `front`; `files` are the typefaces by their SHA-256.
    Without `margins` the pages stay as they are.
    """
    binder = _Binder()
    of_front = binder.take(front)
    binder.profile = of_front[front.joints.profile]
    for sheaf in margins:
        binder.lay_ready(sheaf)
    for sheaf in pieces:
        binder.take(sheaf)
    if binder.ready:
        raise OutOfOrder("The printing process gave more margins than pages.")
    faces = typefaces((front, *pieces, *margins), files, binder.volume.add)
    binder.volume.put(binder.fonts, faces)
    return Bound(binder.finished(front, of_front, identifier), len(binder.pages))


class _Renumbered:
    """Text of a sheaf with its references renumbered; what stands in quoted texts is left."""

    def __init__(self, new: Mapping[int, int]) -> None:
        self._new = new

    def __call__(self, content: str) -> bytes:
        try:
            return _REFERENCE.sub(self._told, content).encode(_LATIN)
        except KeyError as error:
            raise OutOfOrder("The printing process gave pages that do not join.") from error

    def _told(self, found: re.Match[str]) -> str:
        return f"{self._new[int(found[1])]} 0 R" if found[1] else found[0]


class _Binder:
    """A file that grows sheaf by sheaf."""

    def __init__(self) -> None:
        self.volume = Volume()
        self.fonts, self.profile = self.volume.reserve(), 0
        self.pages: list[int] = []
        self.ready: deque[int] = deque()
        self._laid = False
        self._tree, self._tags = self.volume.reserve(), self.volume.reserve()
        self._under = self.volume.add(stream(_UNDER))
        self._top: list[int] = []
        self._marked: list[bytes] = []  # what each page and each note of the tag tree stands for
        self._places: dict[str, bytes] = {}
        self._bookmarks: list[tuple[Bookmark, int]] = []

    def lay_ready(self, margins: Sheaf) -> None:
        """Margins for the pages that come next, in their order."""
        new, self._laid = self._objects(margins), True
        self.ready.extend(new[leaf.content] for leaf in margins.leaves)

    def take(self, sheaf: Sheaf) -> Mapping[int, int]:
        """Add the pages of a sheaf; the new number of each of its objects is told."""
        first, under = len(self.pages), self._laid
        new = self._objects(sheaf)
        for leaf in sheaf.leaves:
            self._page(sheaf, leaf, _Renumbered(new), under=under)
        for name, (page, place) in sheaf.anchors.items():
            spot = b"[%d 0 R %s]" % (self.pages[first + page], place.encode(_LATIN))
            self._places.setdefault(name, spot)
        self._bookmarks += [(mark, self.pages[first + mark.page]) for mark in sheaf.bookmarks]
        return new

    def _objects(self, sheaf: Sheaf) -> Mapping[int, int]:
        joints = sheaf.joints
        new = {joints.pages: self._tree, joints.tags: self._tags, joints.fonts: self.fonts}
        if self.profile:
            new[joints.profile] = self.profile
        for number in (*sheaf.objects, *(leaf.number for leaf in sheaf.leaves)):
            if number not in new:
                new[number] = self.volume.reserve()
        told, notes = _Renumbered(new), dict(sheaf.notes)
        for number, content in sheaf.objects.items():
            if number == joints.profile and self.profile:
                continue
            entry = self._noted(notes[number], new) if number in notes else b""
            made = _object(content, told, has_stream=number in sheaf.streams)
            self.volume.put(new[number], b"<<" + entry + made[2:] if entry else made)
        return new

    def _noted(self, tag: int, new: Mapping[int, int]) -> bytes:
        self._marked.append(b"%d 0 R" % new[tag])
        return b"/StructParent %d" % (len(self._marked) - 1)

    def _page(self, sheaf: Sheaf, leaf: Leaf, told: _Renumbered, *, under: bool) -> None:
        content, drawings = told(f"{leaf.content} 0 R"), told(sheaf.drawings)
        if under:
            if not self.ready:
                raise OutOfOrder("The printing process gave fewer margins than pages.")
            content = b"%d 0 R %s" % (self._under, content)
            drawings += b"/Margins %d 0 R" % self.ready.popleft()
        number = int(told(f"{leaf.number} 0 R").split()[0])
        self.volume.put(
            number,
            b"<</Type /Page/Parent %d 0 R%s/StructParents %d/Contents [%s]"
            b"/Resources <<%s/Font %d 0 R/XObject <<%s>>>>>>"
            % (
                self._tree,
                told(leaf.entries),
                len(self._marked),
                content,
                told(sheaf.resources),
                self.fonts,
                drawings,
            ),
        )
        self.pages.append(number)
        self._marked.append(b"[%s]" % told(_listed(leaf.marks)))
        self._top += [int(each) for each in told(_listed(leaf.tags)).split()[::3]]

    def finished(self, front: Sheaf, new: Mapping[int, int], identifier: str) -> bytes:
        """The file, with everything it has once; the catalog is that of the front."""
        volume = self.volume
        kids = b" ".join(b"%d 0 R" % page for page in self.pages)
        volume.put(self._tree, b"<</Type /Pages/Kids [%s]/Count %d>>" % (kids, len(self.pages)))
        root = volume.reserve()
        top = b" ".join(b"%d 0 R" % tag for tag in self._top)
        document = b"<</Type /StructElem/S /Document/P %d 0 R/K [%s]>>" % (root, top)
        volume.put(self._tags, document)
        rows = b" ".join(b"%d %s" % (at, each) for at, each in enumerate(self._marked))
        marked = volume.add(b"<</Nums [%s]>>" % rows)
        volume.put(
            root,
            b"<</Type /StructTreeRoot/K [%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (self._tags, marked, len(self._marked)),
        )
        lines = outline(self._bookmarks, volume.reserve, volume.put)
        told = _Renumbered(new)
        catalog = volume.add(
            b"<</Type /Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/Names <<%s>>%s%s>>"
            % (
                self._tree,
                root,
                self._named(told(front.attachments)),
                b"/Outlines %d 0 R" % lines if lines else b"",
                told(front.catalog),
            )
        )
        return volume.written(catalog, volume.add(front.info.encode(_LATIN)), identifier)

    def _named(self, attachments: bytes) -> bytes:
        """The names of the file: places links lead to, and what is embedded."""
        places = (text(name) + b" " + self._places[name] for name in sorted(self._places))
        embedded = b"/EmbeddedFiles " + attachments if attachments else b""
        return b"/Dests <</Names [%s]>>%s" % (b" ".join(places), embedded)


def _listed(numbers: Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _object(content: str, told: _Renumbered, *, has_stream: bool) -> bytes:
    """An object of a sheaf; what a stream holds is left as it is."""
    if not has_stream:
        return told(content)
    head, _, rest = content.partition(_STREAM)
    return told(head) + (_STREAM + rest).encode(_LATIN)
