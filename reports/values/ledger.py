"""Item by item what goes into a dossier, and what is held back by which rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class ItemKind(StrEnum):
    """What an item is, in the order in which a page lists them."""

    STATEMENT = "statement"
    SOURCE = "source"
    PARTY = "party"
    TIE = "tie"
    LEAD = "lead"
    EVENT = "event"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `rule` is the code of what keeps it out, `fixed` that nobody may leave it out."""

    kind: ItemKind
    key: str
    label: str
    rule: str = ""
    reason: str = ""
    fixed: bool = False

    @property
    def goes(self) -> bool:
        """Whether it stands in the dossier."""
        return not self.rule


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every item of a case for one reader."""

    items: tuple[Item, ...]

    def of(self, kind: ItemKind) -> tuple[Item, ...]:
        """The items of a kind, in their order."""
        return tuple(item for item in self.items if item.kind is kind)

    def going(self) -> tuple[Item, ...]:
        """The items that go along."""
        return tuple(item for item in self.items if item.goes)

    def held(self) -> tuple[Item, ...]:
        """The items that stay behind."""
        return tuple(item for item in self.items if not item.goes)


def tally(items: Iterable[Item]) -> dict[tuple[str, ItemKind, str], int]:
    """How many items stay behind by rule, kind and reason."""
    counts: dict[tuple[str, ItemKind, str], int] = {}
    for item in items:
        if not item.goes:
            key = (item.rule, item.kind, item.reason)
            counts[key] = counts.get(key, 0) + 1
    return counts
