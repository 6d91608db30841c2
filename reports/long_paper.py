"""Printing a long dossier: its pieces beside each other, then what knows all pages, then bound.

The pieces say nothing of whose copy they belong to or which page they start on, so one that did
not change need not be printed again. The margins of their pages, and the front with its table of
contents, are printed when it is known how many pages there are.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bureau.errors import OutOfOrder
from reports.binding import Bound, bind
from reports.confined import Limits
from reports.crew import Crew
from reports.cutting import Cut
from reports.piece_child import FRONT, MARGINS, PIECE
from reports.sheaf import Sheaf, unpacked

MODULE = "reports.piece_child"
MOST_HANDS = 4
MARGIN_PAGES = 50  # pages whose margins are printed in one go
LIMITS = Limits(cpu_seconds=1800, wall_seconds=300, memory_bytes=1024**3)
_TURNS = 3
_FRONT_PAGES = "pages of the front".ljust(64)  # kept beside the pieces, which have digests
_BOXES = (
    "top-left-corner", "top-left", "top-center", "top-right", "top-right-corner",
    "left-top", "left-middle", "left-bottom", "right-top", "right-middle", "right-bottom",
    "bottom-left-corner", "bottom-left", "bottom-center", "bottom-right", "bottom-right-corner",
)  # fmt: skip
_NO_BOXES = "".join(f"@{box}{{content:none!important;border:none!important}}" for box in _BOXES)
_NO_MARGINS = f"@page{{background:none!important;{_NO_BOXES}}}"
_NUMBERED = ".contents li::after{content:leader(' ') attr(data-page)}"
_LEAVES = ".leaf{break-after:page}.leaf:last-child{break-after:auto}"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a print needs beside its words: typefaces, style sheet, the embedded file, its names."""

    faces: str
    files: tuple[bytes, ...]
    style: str
    attachment: dict[str, str]
    identifier: str
    moment: str


@dataclass(frozen=True, slots=True)
class LongPrint:
    """A long dossier in print, and its pieces by their digest, for when most stay as they are."""

    bound: Bound
    pieces: Mapping[str, bytes]


def print_long(
    cut: Cut, setting: Setting, kept: Mapping[str, bytes], progress: Progress | None = None
) -> LongPrint:
    """Print `cut`; pieces in `kept` are not printed again.

    Raises Invalid, TooLarge or OutOfOrder, as printing in one go does.
    """
    shared = json.dumps({"faces": setting.faces}).encode()
    with Crew(MODULE, shared, LIMITS, hands()) as crew:
        return _Print(cut, setting, crew, kept, progress or (lambda _done, _of: None)).made()


def hands() -> int:
    """How many children print beside each other."""
    return max(1, min(MOST_HANDS, len(os.sched_getaffinity(0))))


class _Print:
    """One print under way."""

    def __init__(
        self, cut: Cut, setting: Setting, crew: Crew, kept: Mapping[str, bytes], progress: Progress
    ) -> None:
        self._cut, self._setting, self._crew = cut, setting, crew
        self._kept, self._progress = kept, progress
        self._done, self._steps = 0, len(cut.pieces) + 2

    def made(self) -> LongPrint:
        """The print: pieces, then front and margins, then one file."""
        asked = self._pieces()
        keys = [sha256(request).hexdigest() for request in asked]
        missing = [at for at, key in enumerate(keys) if key not in self._kept]
        front = [] if _FRONT_PAGES in self._kept else [self._front({}, 0)]
        self._steps = len(missing) + 2
        made = self._printed([*(asked[at] for at in missing), *front])
        before = unpacked(made.pop()).pages if front else int(self._kept[_FRONT_PAGES])
        fresh = {keys[at]: content for at, content in zip(missing, made, strict=True)}
        found = {key: fresh.get(key) or self._kept[key] for key in keys}
        pieces = [unpacked(found[key]) for key in keys]
        sheaf, margins = self._numbered(pieces, before)
        found[_FRONT_PAGES] = str(sheaf.pages).encode()
        files = {sha256(file).hexdigest(): file for file in self._setting.files}
        return LongPrint(bind(sheaf, pieces, margins, files, self._setting.identifier), found)

    def _numbered(self, pieces: Sequence[Sheaf], before: int) -> tuple[Sheaf, list[Sheaf]]:
        """The front and the margins, now that every page has its number."""
        for _ in range(_TURNS):
            total = before + sum(piece.pages for piece in pieces)
            requests = [self._front(_numbers(pieces, before), total)]
            requests += self._margins(pieces, before, total)
            front, *margins = [unpacked(each) for each in self._printed(requests)]
            if front.pages == before:
                return front, margins
            before = front.pages
        raise OutOfOrder("The table of contents does not come to rest.")

    def _printed(self, requests: Sequence[bytes]) -> list[bytes]:
        answers: dict[int, bytes] = {}

        def done(at: int, content: bytes) -> None:
            answers[at] = content
            self._done = min(self._done + 1, self._steps)
            self._progress(self._done, self._steps)

        self._crew.work(requests, done)
        return [answers[at] for at in range(len(requests))]

    def _pieces(self) -> list[bytes]:
        seen: Counter[str] = Counter()
        requests = []
        for piece in self._cut.pieces:
            mark = sha256(piece.html.encode()).hexdigest()[:12]
            seen[mark] += 1
            html = self._cut.page_of(piece.html)
            style = self._setting.style + _NO_MARGINS
            requests.append(_request(PIECE, html, style, f"{mark}.{seen[mark]}", piece.elsewhere))
        return requests

    def _front(self, pages: dict[str, int], total: int) -> bytes:
        style = _with_total(self._setting.style, total) + _NUMBERED
        names = tuple(sorted(self._cut.chapters))
        html = self._cut.front_page(pages)
        more = {"attachment": self._setting.attachment, "moment": self._setting.moment}
        return _request(FRONT, html, style, "front", names, **more)

    def _margins(self, pieces: Sequence[Sheaf], before: int, total: int) -> list[bytes]:
        kinds = [leaf.name for piece in pieces for leaf in piece.leaves]
        style = _with_total(self._setting.style, total) + _LEAVES
        return [
            _request(
                MARGINS,
                self._cut.empty_pages(kinds[at : at + MARGIN_PAGES]),
                f"{style}@page:first{{counter-increment:page {before + at + 1}}}",
            )
            for at in range(0, len(kinds), MARGIN_PAGES)
        ]


def _request(
    kind: str, html: str, css: str, mark: str = "", elsewhere: Sequence[str] = (), **more: object
) -> bytes:
    wanted = {"as": kind, "html": html, "css": css, "mark": mark, "elsewhere": list(elsewhere)}
    return json.dumps(wanted | more).encode()


def _with_total(style: str, total: int) -> str:
    return style.replace("counter(pages)", f'"{total}"')


def _numbers(pieces: Sequence[Sheaf], before: int) -> dict[str, int]:
    """The page of each anchor, counted from one."""
    found: dict[str, int] = {}
    for piece in pieces:
        for name, (page, _) in piece.anchors.items():
            found.setdefault(name, before + page + 1)
        before += piece.pages
    return found
