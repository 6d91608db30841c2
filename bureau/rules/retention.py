"""How long a file is kept: rows by outcome, after the municipal selection list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bureau.rules.deadlines import deadlines
from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.terms import months_later
from bureau.rules.vocabulary import CaseKind

NOTES, DISPUTE, FILE = "NOTES", "DISPUTE", "file"
MONTHS = 12
MARGIN = timedelta(days=12)  # months differ in length: the search begins so much earlier


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionClass(Row):
    """A class of files by `outcomes`, kept from `starts` on; `listed` names the list's result.

    `term` names the row of table deadlines with the length, where the law gives it as a term.
    """

    name: Texts
    covers: Texts
    part: str
    outcomes: tuple[str, ...]
    starts: str
    years: int
    listed: str
    months: int = 0
    of: CaseKind = CaseKind.SCREENING
    regimes: tuple[str, ...] = ()
    term: str = ""

    def length(self, start: date) -> int:
        """For how many months a file of this class is kept."""
        if self.term:
            return (deadlines().row(self.term, start).length or 0) * MONTHS
        return self.years * MONTHS + self.months


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
    rows = [row for row in retention_classes().on(on) if row.of is CaseKind.SCREENING]
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
    return Kept(row, start, months_later(start, row.length(start)))


def kept_together(regime: str, first: date, ending: str, closed: date | None, on: date) -> Kept:
    """By which class a partnership case is kept: that which ends earliest.

    `ending` is empty while the case is open, and `closed` then None.
    """
    latest = at_latest(regime, on)
    found = [Kept(latest, first, months_later(first, latest.length(first)))]
    if closed:
        found += [
            Kept(row, closed, months_later(closed, row.length(closed)))
            for row in _together(regime, on)
            if ending in row.outcomes
        ]
    return min(found, key=lambda each: each.destroy_on)


def at_latest(regime: str, on: date) -> RetentionClass:
    """The class that holds for a case of this regime whether it is open or not."""
    return next(row for row in _together(regime, on) if "" in row.outcomes)


def first_within(regime: str, today: date) -> date:
    """The earliest day of first processing whose term is not over on `today`."""
    row = at_latest(regime, today)
    day = months_later(today, -row.length(today)) - MARGIN
    while months_later(day, row.length(day)) < today:
        day += timedelta(days=1)
    return day


def _together(regime: str, on: date) -> tuple[RetentionClass, ...]:
    rows = retention_classes().on(on)
    return tuple(r for r in rows if r.of is CaseKind.PARTNERSHIP and regime in r.regimes)
