"""Statutory terms turned into dates: the raw end, the days that stood still, the last day."""

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta

from bureau.errors import N_, Invalid
from bureau.rules import calendar as atw
from bureau.rules.calendar import DAY
from bureau.rules.deadlines import Deadline, Unit, deadlines, limit, penalty
from bureau.rules.money import Money
from bureau.rules.suspension import Suspension, pushed, stretches
from bureau.rules.term_words import (
    Explained,
    Remark,
    explanation,
    moved_remark,
    no_atw_remark,
    penalty_remark,
    raw_remark,
    stretch_remarks,
    too_long_remark,
)

# Atw art. 4 per unit; a term of years is a term of months that is too long.
_LONGEST = {Unit.DAYS: "ATW4-DAYS", Unit.WEEKS: "ATW4-WEEKS", Unit.MONTHS: "ATW4-MONTHS"}


@dataclass(frozen=True, slots=True)
class TermRequest:
    """A term, the day it starts from (day 0) and what happened since."""

    term: str
    start: date
    weeks: int | None = None
    suspensions: tuple[Suspension, ...] = ()
    designated_days: frozenset[date] = field(default_factory=frozenset)
    today: date | None = None
    extended: bool = False
    committee: bool = False


@dataclass(frozen=True, slots=True)
class TermAnswer:
    """What comes out: `suspended_days` is the union of the days that moved the end."""

    term: str
    raw: date
    suspended_days: int
    before_extension: date
    due: date
    explanation: tuple[Explained, ...]
    remarks: tuple[Remark, ...]
    provisional: bool = False
    first_day: date | None = None
    penalty: Money | None = None


def compute(request: TermRequest) -> TermAnswer:
    """The end of a term; raises Invalid for a request that cannot be reckoned."""
    row = deadlines().row(request.term, request.start)
    length = _length(row, request)
    begin = request.start + timedelta(weeks=row.delay_weeks)
    raw = _end(row, begin, length, request)
    held = stretches(row.code, request.suspensions, request.today)
    days = frozenset().union(*(stretch.days() for stretch in held))
    before, counted = pushed(begin, raw, days)
    due, moved = _extended(row, begin, before, length, request)
    remarks = [raw_remark(row, begin, length, raw), *stretch_remarks(held), moved]
    fine = penalty(length, begin) if row.delay_weeks else None
    if fine:
        remarks.append(penalty_remark(row, begin + DAY, due, fine))
    return TermAnswer(
        term=row.code,
        raw=raw,
        suspended_days=len(counted),
        before_extension=before,
        due=due,
        explanation=explanation(held, counted, request.today),
        remarks=tuple(remark for remark in remarks if remark),
        provisional=any(stretch.running for stretch in held),
        first_day=begin + DAY if fine else None,
        penalty=fine,
    )


def _length(row: Deadline, request: TermRequest) -> int:
    """How long the term is in its unit; only terms an authority chooses take other weeks."""
    if request.weeks is not None and not _may_choose(row, request.weeks):
        raise _refused("weeks", N_("The law sets the length of {term}; leave weeks out."), row)
    if request.extended and not row.extension:
        hint = N_("For {term} give the total number of weeks instead.")
        raise _refused("extended", hint, row)
    if request.committee and row.committee_length is None:
        raise _refused("committee", N_("Only a decision on an objection has a committee."), row)
    length = row.committee_length if request.committee else row.length
    if request.weeks is not None:
        length = request.weeks
    if length is None:
        raise _refused("weeks", N_("{term} has no length of its own; give the weeks."), row)
    return length + (row.extension if request.extended else 0)


def _may_choose(row: Deadline, weeks: int) -> bool:
    """Whether the authority may set this length, or it is the one that the law sets."""
    usual = row.length or 0
    by_law = row.unit is Unit.WEEKS and weeks in (usual, usual + row.extension)
    return row.chosen or by_law


def _refused(path: str, hint: str, row: Deadline) -> Invalid:
    return Invalid(
        "This term cannot be computed so.", where={"path": path}, hint=hint, term=row.code
    )


def _end(row: Deadline, begin: date, length: int, request: TermRequest) -> date:
    if row.unit is Unit.WORKING_DAYS:
        return atw.working_days_after(begin, length, request.designated_days)
    if row.unit in (Unit.YEARS, Unit.MONTHS):
        return months_later(begin, length * 12 if row.unit is Unit.YEARS else length)
    days = length * 7 if row.unit is Unit.WEEKS else length
    return begin + DAY * days - (DAY if row.counts_first_day else timedelta(0))


def months_later(day: date, months: int) -> date:
    """The same day of the month, or the last one where that month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def _extended(
    row: Deadline, begin: date, end: date, length: int, request: TermRequest
) -> tuple[date, Remark | None]:
    """Atw arts. 1, 2 and 4: once, last, and not for long terms."""
    if not row.atw:
        return end, no_atw_remark(row)
    longest = limit(_LONGEST[row.unit], begin)
    if length > longest.value:
        return end, too_long_remark(longest)
    enough = end
    if (end - begin).days >= limit("ATW2-TERM", begin).value:
        wanted = limit("ATW2-OPEN", begin).value
        enough = atw.with_open_days(begin, end, wanted, request.designated_days)
    due = atw.next_open(enough, request.designated_days)
    if due == end:
        return end, None
    why = atw.why_closed(end, request.designated_days)
    return due, moved_remark(limit("ATW1", begin), end, due, why)
