"""The rows of the terms: how long each runs, from when, and on what legal basis."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bureau.rules.calendar import next_open, working_days_before
from bureau.rules.money import Money
from bureau.rules.tables import Row, Table, Texts, table


class Unit(StrEnum):
    """In what a term is counted."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Begins(StrEnum):
    """Which date a request must name: that of receipt, or that of the starting event."""

    RECEIVED = "received"
    START = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Row):
    """A term of the law or of the house; `chosen` ones may be given another number of weeks."""

    name: Texts
    starts: Texts
    rule: Texts
    begins: Begins
    unit: Unit
    atw: bool
    length: int | None = None
    extension: int = 0
    committee_length: int | None = None
    delay_weeks: int = 0
    chosen: bool = False
    counts_first_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Row):
    """A number of the Algemene termijnenwet, or our own margin."""

    name: Texts
    value: int
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyRate(Row):
    """What a late decision costs a day, for a number of days."""

    days: int
    cents_a_day: int


def deadlines() -> Table[Deadline]:
    """The terms, DL01 to DL18."""
    return table("deadlines", Deadline)


def limit(code: str, on: date) -> Limit:
    """The number `code` of the Algemene termijnenwet as it was on a day."""
    return table("atw", Limit).row(code, on)


def usual_end(code: str, start: date) -> date:
    """The last day to put in a letter sent on `start`: the usual length, then a working day.

    The Algemene termijnenwet does not move a day set in a letter, so that it must be open itself.
    """
    weeks = deadlines().row(code, start).length or 0
    return next_open(start + timedelta(weeks=weeks))


def soon(start: date, due: date) -> date:
    """The first day on which a term is about to end: house rule, shorter for a short term."""
    working_days, part = limit("SOON", start).value, limit("SOON-PART", start).value
    share = due - timedelta(days=max(1, (due - start).days // part))
    return max(working_days_before(due, working_days), share)


def penalty(days: int, on: date) -> Money:
    """What `days` of lateness cost (Awb 4:17)."""
    cents, left = 0, days
    for rate in table("penalty_rates", PenaltyRate).on(on):
        cents += min(left, rate.days) * rate.cents_a_day
        left -= min(left, rate.days)
    return Money(cents)
