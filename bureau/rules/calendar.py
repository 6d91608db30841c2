"""The calendar of the Algemene termijnenwet: which days are closed, and where a term may end."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType

import holidays

from bureau.errors import Invalid
from bureau.rules.phrases import phrase
from bureau.rules.tables import NO_TEXTS, Row, Texts, remembered, table

DAY = timedelta(days=1)
SATURDAY = 5
SUNDAY = 6
# The years for which the calendar library knows Easter in the Netherlands.
FIRST_YEAR, LAST_YEAR = 1966, 2100
_EASTER = "Eerste paasdag"


class HolidayKind(StrEnum):
    """How the date of a holiday is found."""

    FIXED = "fixed"
    EASTER = "easter"
    NOT_ON_SUNDAY = "not_on_sunday"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday(Row):
    """A public holiday of Atw art. 3: a fixed day, or a number of days from Easter Sunday."""

    name: Texts
    kind: HolidayKind
    month: int = 0
    day: int = 0
    offset: int = 0

    def falls_on(self, year: int) -> date:
        """The day of this holiday in `year`."""
        if self.kind is HolidayKind.EASTER:
            return easter(year) + timedelta(days=self.offset)
        day = date(year, self.month, self.day)
        moved = self.kind is HolidayKind.NOT_ON_SUNDAY and day.weekday() == SUNDAY
        return day - DAY if moved else day


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignatedDay(Row):
    """A day that the Crown made equal to a holiday (Atw art. 3 lid 3)."""

    day: date
    name: Texts = NO_TEXTS


@cache
def easter(year: int) -> date:
    """Easter Sunday; raises Invalid outside the years the calendar knows."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Invalid(
            "The calendar knows the years {first} to {last}, not {year}.",
            where={"year": year},
            hint="Check the year of the dates you gave.",
            first=FIRST_YEAR,
            last=LAST_YEAR,
            year=year,
        )
    days = holidays.country_holidays("NL", years=year, language="nl")
    return next(day for day, name in days.items() if name == _EASTER)


@remembered
def holidays_of(year: int) -> Mapping[date, Texts]:
    """The holidays of `year` under the Algemene termijnenwet, designated days included."""
    easter(year)
    found = {
        day: row.name
        for row in table("holidays", Holiday)
        if row.in_force(day := row.falls_on(year))
    }
    found |= {
        row.day: row.name for row in table("designated_days", DesignatedDay) if row.day.year == year
    }
    return MappingProxyType(dict(sorted(found.items())))


def closed(day: date, designated: Collection[date] = ()) -> bool:
    """Whether `day` is a Saturday, a Sunday or a holiday, or one of the `designated` days."""
    return day.weekday() >= SATURDAY or day in designated or day in holidays_of(day.year)


def why_closed(day: date, designated: Collection[date] = ()) -> Texts:
    """The name of the holiday, or that it is a weekend or a designated day."""
    if name := holidays_of(day.year).get(day):
        return name
    return phrase("term.closed.weekend" if day not in designated else "term.closed.designated")


def next_open(day: date, designated: Collection[date] = ()) -> date:
    """`day` itself, or the first day after it that is not closed (Atw art. 1)."""
    while closed(day, designated):
        day += DAY
    return day


def working_days_before(day: date, count: int, designated: Collection[date] = ()) -> date:
    """The day that lies `count` working days before `day`."""
    return _walk(day, count, -DAY, designated)


def working_days_after(day: date, count: int, designated: Collection[date] = ()) -> date:
    """The day that lies `count` working days after `day`."""
    return _walk(day, count, DAY, designated)


def with_open_days(start: date, end: date, wanted: int, designated: Collection[date] = ()) -> date:
    """`end`, moved until the term after `start` holds `wanted` open days (Atw art. 2)."""
    length = (end - start).days
    found = sum(not closed(start + DAY * n, designated) for n in range(1, min(length, 14) + 1))
    while found < wanted:
        end += DAY
        found += not closed(end, designated)
    return end


def _walk(day: date, count: int, step: timedelta, designated: Collection[date]) -> date:
    while count:
        day += step
        count -= not closed(day, designated)
    return day
