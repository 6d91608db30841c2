"""A second reckoning of every term, naive and day by day, that shares nothing with the program.

Holidays, lengths and rules are typed anew from the acts: Awb 4:5, 4:13-4:17, 6:7-6:9, 7:10; Wet
Bibob 15, 29, 31; Algemene termijnenwet 1-4.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

DAY = timedelta(days=1)


def easter(year):
    """Easter Sunday by the rule of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * el) // 433
    month = (h + el - 7 * m + 90) // 25
    return date(year, month, (h + el - 7 * m + 33 * month + 19) % 32)


def closed(day):
    """Saturday, Sunday, or a holiday of Atw 3."""
    if day.weekday() > 4:
        return True
    sunday = easter(day.year)
    moving = [sunday + DAY * n for n in (-2, 1, 39, 50)]
    king = date(day.year, 4, 27)
    king -= DAY if king.weekday() == 6 else DAY * 0
    fixed = [date(day.year, *md) for md in ((1, 1), (5, 5), (12, 25), (12, 26))]
    return day in (*moving, *fixed, king)


def opened(day):
    """The day, or the first one after it on which an office is open."""
    while closed(day):
        day += DAY
    return day


def weeks(start, count, stopped=frozenset()):
    """The last day of a term of weeks, walking past the days that stand still."""
    left, day = count * 7, start
    while left:
        day += DAY
        left -= day not in stopped
    return day


def statutory(start, count, stopped=frozenset()):
    """The same, moved to an open day unless the term is longer than twelve weeks."""
    end = weeks(start, count, stopped)
    return opened(end) if count <= 12 else end


def span(first, last):
    """The days from first to last, both included; none when last is before first."""
    return {first + DAY * n for n in range((last - first).days + 1)}


@dataclass
class Pause:
    """A cause of suspension: rule, its two events, and the last day a letter set."""

    rule: str
    start: date
    until: date | None = None
    term_end: date | None = None


@dataclass
class Advice:
    """An advice: asked, extended or not, received or not, and the Bureau's questions."""

    asked: date
    extended: bool = False
    received: date | None = None
    questions: list[tuple[date, date | None]] = field(default_factory=list)

    def open_days(self, now):
        """The days on which a question of the Bureau was open."""
        found = set()
        for asked, answered in self.questions:
            if asked <= now:
                found |= span(asked, (answered or now) - DAY)
        return found

    def may_suspend(self, now):
        """The days that the advice may suspend at most: 8 or 12 weeks that were not questions."""
        left, day, found = (84 if self.extended else 56), self.asked, set()
        open_days = self.open_days(now)
        while left:
            found.add(day)
            left -= day not in open_days
            day += DAY
        return found


def still(pauses, advice, now):
    """Every day on which the decision term stands still, as known on a day."""
    found = set()
    for pause in pauses:
        if pause.start > now:
            continue
        if pause.rule in ("SUS1", "SUS2"):
            stop = min(day for day in (pause.until or now, pause.term_end) if day)
            found |= span(pause.start + DAY, stop - DAY)
        else:
            found |= span(pause.start, pause.until or now)
    if advice and advice.asked <= now:
        pending = span(advice.asked, advice.received or now)
        found |= pending & advice.may_suspend(now)
    return found


def working_days(start, count):
    """The day that lies so many working days later."""
    day = start
    while count:
        day += DAY
        count -= not closed(day)
    return day


def years_later(day, years):
    """The same day some years later; 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def penalty(received, overdue, today, known):
    """Euro cents of a late decision until today, one day after the other (Awb 4:17)."""
    first = max(received, overdue) + DAY * 15
    total, day = 0, first
    while day <= today and (known is None or day < known) and (day - first).days < 42:
        total += (2300, 3500, 4500)[(day - first).days // 14]
        day += DAY
    return total
