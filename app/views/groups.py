"""The parties of a case in the order one reads them, in pages: those with a part in it first."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bureau.operations.parties import PartyLine
from bureau.rules.vocabulary import EntityKind

PAGE = 25
CONCERNED = "R01"
_KINDS = tuple(EntityKind)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list, and the way through the rest for macros/page.html."""

    rows: Sequence[Any]
    way: dict[str, Any]

    @property
    def more(self) -> bool:
        """Whether there is another page."""
        return bool(self.way["previous_url"] or self.way["next_url"])


@dataclass(frozen=True, slots=True)
class Groups:
    """With a part in the case, the others but accounts, and how many accounts stay folded."""

    with_part: tuple[PartyLine, ...]
    others: tuple[PartyLine, ...]
    accounts: int


def grouped(lines: Sequence[PartyLine]) -> Groups:
    """`lines` with the person concerned (betrokkene) on top and the accounts counted only."""
    with_part = sorted((one for one in lines if one.roles), key=_weight)
    others = [one for one in lines if not one.roles and one.kind is not EntityKind.ACCOUNT]
    accounts = Counter(one.kind for one in lines if not one.roles)[EntityKind.ACCOUNT]
    return Groups(tuple(with_part), tuple(sorted(others, key=_weight)), accounts)


def found(lines: Sequence[PartyLine], words: str, kind: EntityKind | None) -> tuple[PartyLine, ...]:
    """Those of `kind` whose label holds all `words`, in the same order."""
    asked = words.casefold().split()
    return tuple(
        sorted(
            (
                one
                for one in lines
                if kind in (None, one.kind) and all(w in one.label.casefold() for w in asked)
            ),
            key=_weight,
        )
    )


def paged(rows: Sequence[Any], number: int, address: Callable[[int], str]) -> Page:
    """Page `number` of `rows`; a number beyond the last is the last."""
    pages = max(1, -(-len(rows) // PAGE))
    at = min(max(number, 1), pages)
    shown = rows[(at - 1) * PAGE : at * PAGE]
    way = {
        "first": (at - 1) * PAGE + 1 if shown else 0,
        "last": (at - 1) * PAGE + len(shown),
        "total": len(rows),
        "previous_url": address(at - 1) if at > 1 else "",
        "next_url": address(at + 1) if at < pages else "",
    }
    return Page(shown, way)


def _weight(line: PartyLine) -> tuple[bool, bool, tuple[str, ...], int]:
    return CONCERNED not in line.roles, not line.roles, line.roles, _KINDS.index(line.kind)
