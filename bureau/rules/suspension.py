"""Which days of a term stand still: sets of days per cause, never sums of counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bureau.errors import Invalid, TooLarge
from bureau.rules.calendar import DAY
from bureau.rules.deadlines import Deadline, deadlines
from bureau.rules.tables import Row, Table, Texts, table

# No suspension of a real procedure comes near this; it bounds the work for one request.
_LONGEST = timedelta(days=3660)


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionRule(Row):
    """A cause that makes a term stand still, and how its first and last day are found."""

    name: Texts
    suspends: tuple[str, ...]
    first_offset: int
    last_offset: int
    first_day: Texts
    last_day: Texts
    cap: str = ""
    lengthens: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Suspension:
    """Two events between which a term may stand still; the rule decides which days count."""

    rule: str
    start: date
    until: date | None = None
    extended: bool = False
    term_end: date | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days one suspension covers, first and last included; none where last is before first."""

    rule: SuspensionRule
    first: date
    last: date
    running: bool = False
    capped: bool = False

    def days(self) -> frozenset[date]:
        """The days themselves."""
        return frozenset(self.first + DAY * n for n in range((self.last - self.first).days + 1))

    def length(self) -> int:
        """How many days it covers."""
        return max((self.last - self.first).days + 1, 0)


def causes_by_hand() -> tuple[str, ...]:
    """The causes that a person records; the others follow from a step of the procedure."""
    return tuple(dict.fromkeys(row.code for row in suspension_rules() if row.by_hand))


def suspension_rules() -> Table[SuspensionRule]:
    """The causes of suspension, SUS1 and on."""
    return table("suspensions", SuspensionRule)


def stretches(
    term: str, suspensions: Iterable[Suspension], today: date | None
) -> tuple[Stretch, ...]:
    """The stretches that make `term` stand still, in the order of their first day."""
    given = tuple(suspensions)
    found = []
    for position, suspension in enumerate(given):
        rule = suspension_rules().row(suspension.rule, suspension.start)
        if term in rule.suspends:
            found.append(_stretch(rule, suspension, given, today))
        elif not _lengthens(rule, suspension, given):
            raise Invalid(
                "{rule} does not suspend {term}.",
                where={"path": f"suspensions[{position}].rule"},
                hint="{rule} suspends {terms}.",
                terms=", ".join(rule.suspends),
                rule=rule.code,
                term=term,
            )
    return tuple(sorted(found, key=lambda stretch: (stretch.first, stretch.last)))


def pushed(start: date, end: date, days: frozenset[date]) -> tuple[date, frozenset[date]]:
    """`end` moved one day for every suspended day after `start` up to the moving end."""
    counted = set()
    day = start + DAY
    while day <= end:
        if day in days:
            end += DAY
            counted.add(day)
        day += DAY
    return end, frozenset(counted)


def cap_days(start: date, *, extended: bool, open_days: frozenset[date] = frozenset()) -> int:
    """How many days an advice asked on `start` can suspend a term at most (Wet Bibob 31)."""
    return (_cap_end(deadlines().row("DL08", start), start, extended, open_days) - start).days + 1


def _cap_end(row: Deadline, start: date, extended: bool, open_days: frozenset[date]) -> date:
    weeks = (row.length or 0) + (row.extension if extended else 0)
    return pushed(start - DAY, start + timedelta(weeks=weeks) - DAY, open_days)[0]


def _stretch(
    rule: SuspensionRule, given: Suspension, others: tuple[Suspension, ...], today: date | None
) -> Stretch:
    second = _second_event(given, today)
    first = given.start + DAY * rule.first_offset
    last = second + DAY * rule.last_offset
    if last - first > _LONGEST:
        raise TooLarge(
            "A suspension of more than {limit} days is not computed.",
            hint="Check the year of its dates.",
            limit=_LONGEST.days,
        )
    if not rule.cap:
        return Stretch(rule, first, last, given.until is None)
    row = deadlines().row(rule.cap, given.start)
    end = _cap_end(row, given.start, given.extended, _open_days(given, others, today))
    capped = last > end
    return Stretch(rule, first, min(last, end), given.until is None and not capped, capped)


def _second_event(given: Suspension, today: date | None) -> date:
    """When the suspension ended; one that still runs is counted as if it ended today."""
    ends = [day for day in (given.until or today, given.term_end) if day]
    if given.until is None and today is None:
        raise Invalid(
            "A suspension that still runs can only be counted when today is given.",
            where={"path": "today"},
            hint="Give today as a date, or the date on which the suspension ended.",
        )
    if min(ends) < given.start:
        raise Invalid(
            "A suspension ends on {until}, before it began on {start}.",
            where={"rule": given.rule},
            hint="Exchange the two dates, or correct one of them.",
            until=min(ends).isoformat(),
            start=given.start.isoformat(),
        )
    return min(ends)


def _open_days(
    advice: Suspension, others: tuple[Suspension, ...], today: date | None
) -> frozenset[date]:
    """The days on which a question of the Bureau was open while this advice was pending."""
    found: frozenset[date] = frozenset()
    for other in others:
        rule = suspension_rules().row(other.rule, other.start)
        if rule.lengthens == advice.rule and _inside(other, advice):
            found |= _stretch(rule, other, (), today).days()
    return found


def _lengthens(rule: SuspensionRule, given: Suspension, others: tuple[Suspension, ...]) -> bool:
    return any(rule.lengthens == other.rule and _inside(given, other) for other in others)


def _inside(question: Suspension, advice: Suspension) -> bool:
    return advice.start <= question.start and (
        advice.until is None or question.start <= advice.until
    )
