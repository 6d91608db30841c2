"""The rows of the composer in which one says what is taken out: words, or an area of a page."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from uuid import UUID

from reports.values.redaction import Area, Taken

OUT = "out"
SIDES = ("left", "top", "width", "height")
MOST_ROWS, BLANK = 40, 2


def taken(sent: Mapping[str, str]) -> Iterator[Taken]:
    """What was filled in, words first; a row without words or an area is none."""
    for row in range(MOST_ROWS):
        if words := _said(sent, "words", row):
            yield Taken(_said(sent, "words-rule", row), _said(sent, "words-reason", row), words)
    for row in range(MOST_ROWS):
        if document := _said(sent, "document", row):
            with suppress(ValueError):
                area = Area(_number(sent, "page", row), *(_number(sent, s, row) for s in SIDES))
                why = _said(sent, "area-rule", row), _said(sent, "area-reason", row)
                yield Taken(*why, document=UUID(document), area=area)


def rows(chosen: tuple[Taken, ...], *, areas: bool) -> list[Taken | None]:
    """The rows to show: what was filled in, and some that are empty."""
    return [*(one for one in chosen if bool(one.area) is areas), *([None] * BLANK)]


def _said(sent: Mapping[str, str], name: str, row: int) -> str:
    return sent.get(f"{OUT}:{name}:{row}", "").strip()


def _number(sent: Mapping[str, str], name: str, row: int) -> int:
    """A whole number; what is none lies outside every page."""
    said = _said(sent, name, row)
    return int(said) if said.isascii() and said.isdigit() and len(said) < MOST_ROWS else -1
