"""By which numbers two cases are known to hold the same person or company; never by a name."""

from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SameBy(Row):
    """A kind of number that stands for one party of these kinds, and what is taken for none."""

    name: Texts
    kinds: tuple[EntityKind, ...]
    placeholders: tuple[str, ...]
    notices: bool


def same_by() -> Table[SameBy]:
    """The numbers that tell the same party from another."""
    return table("related", SameBy)


def tells(scheme: str, kind: EntityKind, number: str, on: date) -> bool:
    """Whether this number, of a party of this kind, says who or what it is."""
    row = same_by().find(scheme, on)
    known = row is not None and kind in row.kinds and number not in row.placeholders
    return known and len(set(number)) > 1
