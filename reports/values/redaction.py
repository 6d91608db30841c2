"""What a person marked to be taken out, and where it stands: it is removed, never covered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

SHORTEST, LONGEST = 3, 60
WHOLE = 100  # an area is told in per cent of its page


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page, in per cent of its width and height from the top left corner."""

    page: int
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What a person takes out, by which rule and why: words wherever they stand, or an area.

    `document` is the annex in which the area lies.
    """

    rule: str
    reason: str
    words: str = ""
    document: UUID | None = None
    area: Area | None = None


def spelled(one: Taken) -> dict[str, Any]:
    """The same as JSON keeps it."""
    kept: dict[str, Any] = {"rule": one.rule, "reason": one.reason, "words": one.words}
    if one.document and one.area:
        kept |= {"document": str(one.document), "area": asdict(one.area)}
    return kept


def read(kept: Mapping[str, Any]) -> Taken:
    """One as it was kept."""
    document, area = kept.get("document"), kept.get("area")
    return Taken(
        rule=str(kept["rule"]),
        reason=str(kept["reason"]),
        words=str(kept.get("words", "")),
        document=UUID(document) if document else None,
        area=Area(**area) if area else None,
    )


def plain(text: str) -> str:
    """Letters and digits alone, so that spaces, lines and hyphens hide no word."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def spans(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where any of `words` stands in `text`, also inside a longer word or across a line end."""
    letters, places = list[str](), list[int]()
    for at, sign in enumerate(text):
        for letter in plain(sign):
            letters.append(letter)
            places.append(at)
    bare = "".join(letters)
    found = (hit for word in words for hit in _each(bare, plain(word)))
    return _joined((places[start], places[end - 1] + 1) for start, end in found)


def without(text: str, words: Iterable[str], instead: str) -> tuple[str, int]:
    """`text` with `instead` for every place of `words`, and how many places there were."""
    found = spans(text, words)
    for start, end in reversed(found):
        text = text[:start] + instead + text[end:]
    return text, len(found)


def _each(bare: str, word: str) -> Iterator[tuple[int, int]]:
    at = bare.find(word) if word else -1
    while at >= 0:
        yield at, at + len(word)
        at = bare.find(word, at + 1)


def _joined(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same stretches in order, those that touch taken together."""
    joined = list[tuple[int, int]]()
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
