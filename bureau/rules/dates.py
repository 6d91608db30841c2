"""Dates of which only a part is known: kept as known, compared without guessing."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bureau.errors import Invalid
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import Language

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_DECEMBER = 12

UNKNOWN = Texts("onbekend", "unknown")

_MONTHS = (
    Texts("januari", "January"),
    Texts("februari", "February"),
    Texts("maart", "March"),
    Texts("april", "April"),
    Texts("mei", "May"),
    Texts("juni", "June"),
    Texts("juli", "July"),
    Texts("augustus", "August"),
    Texts("september", "September"),
    Texts("oktober", "October"),
    Texts("november", "November"),
    Texts("december", "December"),
)


CIVIL = ZoneInfo("Europe/Amsterdam")  # legal days are counted where the authority sits


def civil_date(moment: datetime) -> date:
    """The day on which `moment` falls where the authority sits."""
    return moment.astimezone(CIVIL).date()


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month, a day or nothing: as much of a date as the source gives."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """The text form: 2024, 2024-05, 2024-05-07 or nothing."""
        parts = (self.year, self.month, self.day)
        known = [p for p in parts if p is not None]
        return "-".join(f"{part:0{4 if n == 0 else 2}d}" for n, part in enumerate(known))

    def earliest(self) -> date | None:
        """The first day it can be; None when nothing is known."""
        if self.year is None:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date | None:
        """The last day it can be; None when nothing is known."""
        if self.year is None:
            return None
        month = self.month or _DECEMBER
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def display(self, language: Language | str) -> str:
        """The date in words, as exact as it is known."""
        if self.year is None:
            return UNKNOWN.in_(language)
        words = [str(self.day)] if self.day else []
        if self.month:
            words.append(_MONTHS[self.month - 1].in_(language))
        return " ".join([*words, str(self.year)])

    def before(self, other: "PartialDate") -> bool | None:
        """Whether this lies before `other`; None where the known parts leave it open."""
        mine_first, mine_last = self.earliest(), self.latest()
        other_first, other_last = other.earliest(), other.latest()
        if not (mine_first and mine_last and other_first and other_last):
            return None
        if mine_last < other_first:
            return True
        return False if mine_first >= other_last else None

    def within(self, first: date, last: date) -> bool | None:
        """Whether this lies between two days, both included; None where that is open."""
        mine_first, mine_last = self.earliest(), self.latest()
        if not (mine_first and mine_last):
            return None
        if mine_last < first or mine_first > last:
            return False
        return True if first <= mine_first and mine_last <= last else None


def parse(text: str) -> PartialDate:
    """The partial date in `text`; raises Invalid for a date that cannot exist."""
    if text == "":
        return PartialDate()
    found = _SHAPE.fullmatch(text)
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        try:
            date(year or 0, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            pass
        else:
            return PartialDate(year, month, day)
    raise Invalid(
        "{value} is no date.",
        where={"value": text},
        hint="Write 2024, 2024-05 or 2024-05-07, as much as is known.",
        value=text[:40],
    )


def not_ahead(day: date, field: str, today: date) -> date:
    """`day`; raises Invalid when it lies in the future."""
    if day > today:
        raise Invalid(
            "The date for {field} lies in the future: {day}.",
            where={"field": field},
            hint="Give a date up to today, {today}.",
            today=today.isoformat(),
            field=field,
            day=day.isoformat(),
        )
    return day


def in_words(day: date) -> Texts:
    """A full date in words, in each language."""
    exact = PartialDate(day.year, day.month, day.day)
    return Texts(exact.display(Language.NL), exact.display(Language.EN))
