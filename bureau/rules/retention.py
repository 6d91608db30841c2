"""How long a file is kept: rows by outcome, after the municipal selection list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.terms import months_later

NOTES, DISPUTE, FILE = "NOTES", "DISPUTE", "file"
MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionClass(Row):
    """A class of files by `outcomes`, kept from `starts` on; `listed` names the list's result."""

    name: Texts
    covers: Texts
    part: str
    outcomes: tuple[str, ...]
    starts: str
    years: int
    listed: str
    months: int = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """When a file was closed, decided on, and when its last dispute ended."""

    outcome: str
    closed: date
    decided: date | None = None
    dispute: date | None = None

    def day(self, starts: str) -> date:
        """The day from which a term counts; the closing where there is no other."""
        known = {"decided": self.decided, "dispute": self.dispute}
        return known.get(starts) or self.closed


@dataclass(frozen=True, slots=True)
class Kept:
    """A class that applies to a file, with the days between which it is kept."""

    row: RetentionClass
    start: date
    destroy_on: date


def retention_classes() -> Table[RetentionClass]:
    """The classes of retention."""
    return table("retention", RetentionClass)


def kept(ended: Ended, on: date) -> tuple[Kept, ...]:
    """The classes of a closed file on a day: the whole file by its longest term, then the notes."""
    rows = retention_classes().on(on)
    whole = [
        _kept(row, ended)
        for row in rows
        if row.part == FILE and (ended.outcome in row.outcomes or _disputed(row, ended))
    ]
    notes = [_kept(row, ended) for row in rows if row.part != FILE]
    return (*_longest(whole), *notes)


def _disputed(row: RetentionClass, ended: Ended) -> bool:
    return row.code == DISPUTE and ended.dispute is not None


def _longest(found: Iterable[Kept]) -> tuple[Kept, ...]:
    ordered = sorted(found, key=lambda each: each.destroy_on)
    return tuple(ordered[-1:])


def _kept(row: RetentionClass, ended: Ended) -> Kept:
    start = ended.day(row.starts)
    return Kept(row, start, months_later(start, row.years * MONTHS + row.months))
