"""Numbers over the cases one may see: a year, the work that lies there, what falls due."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bureau.model import Advice, Case, Decision, Move, Objection, Organisation, Screening
from bureau.operations import _clocks, _rows
from bureau.operations._checks import begun_year
from bureau.operations._rows import Rows
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.reckoning import Days, days, tally
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

CLOSED = "ST199"
WEEKS = 12
Tally = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class YearFigures:
    """One year in numbers, over the screenings that the reader may see."""

    year: int
    counted_on: date
    organisation: str
    reader: str
    received: int
    scopes: Tally
    outcomes: Tally
    lead_time: Days | None
    advice_asked: int
    advice_received: int
    advice_time: Days | None
    objections: int
    objection_outcomes: Tally
    steps: tuple[tuple[str, Days], ...]


@dataclass(frozen=True, slots=True)
class Workload:
    """What lies there now: open screenings by handler, and terms that end by week."""

    handlers: Tally
    without_handler: int
    weeks: tuple[tuple[date, int, int], ...]
    overdue: int


def read_year(work: Work, year: int, *, handed_out: bool = False) -> YearFigures:
    """The numbers of one year; cases that the reader may not see are not counted.

    Raises Invalid for a year that has not begun or lies too far back.
    """
    work.require(Permission.WORK_READ)
    begun_year(work, year)
    kept = _screenings(work)
    found = _year(work, kept, year)
    kind = EventKind.OVERVIEW_EXPORTED if handed_out else EventKind.OVERVIEW_READ
    work.record(kind, "overview:*", year=year, cases=len(kept))
    return found


def read_workload(work: Work) -> Workload:
    """Open screenings by handler, and the terms that end in each of the next twelve weeks."""
    work.require(Permission.WORK_READ)
    kept = [rows for rows in _screenings(work) if rows.case.state != CLOSED]
    ends = [clock.due for rows in kept for clock in _clocks.clocks(rows, work.today) if clock.open]
    names = [_handlers(rows.case) for rows in kept]
    work.record(EventKind.OVERVIEW_READ, "overview:*", cases=len(kept))
    return Workload(
        handlers=tally(name for each in names for name in each),
        without_handler=sum(not each for each in names),
        weeks=tuple(_weeks(ends, work.today)),
        overdue=sum(day < work.today for day in ends),
    )


def _screenings(work: Work) -> list[Rows]:
    query = work.visible(Permission.CASE_READ, Case).where(Case.kind == CaseKind.SCREENING)
    return [rows for rows in _rows.rows_of_all(work.session, query) if rows.screening]


def _handlers(case: Case) -> list[str]:
    return [row.user.name for row in case.members if row.capacity == "handler"]


def _weeks(ends: list[date], today: date) -> Iterator[tuple[date, int, int]]:
    """The Monday of each week, its ISO number and how many terms end in it."""
    monday = today - timedelta(days=today.weekday())
    for number in range(WEEKS):
        first = monday + timedelta(weeks=number)
        inside = [day for day in ends if today <= day and first <= day < first + timedelta(weeks=1)]
        yield first, first.isocalendar().week, len(inside)


def _year(work: Work, kept: list[Rows], year: int) -> YearFigures:
    received = [rows for rows in kept if _of(rows).received_on.year == year]
    decided = [
        (rows, row) for rows in kept for row in _all(rows, Decision) if row.decided_on.year == year
    ]
    asked = [row for rows in kept for row in _all(rows, Advice) if row.asked_on.year == year]
    came = [row for row in asked if row.received_on]
    lodged = [row for rows in kept for row in _all(rows, Objection) if row.received_on.year == year]
    lead = [
        (row.decided_on - _of(rows).received_on).days for rows, row in decided if row.round == 1
    ]
    return YearFigures(
        year=year,
        counted_on=work.today,
        organisation=work.session.get_one(Organisation, work.actor.organisation_id).name,
        reader=work.actor.name,
        received=len(received),
        scopes=tally(_of(rows).scope for rows in received),
        outcomes=tally(row.outcome for _, row in decided),
        lead_time=days(lead),
        advice_asked=len(asked),
        advice_received=len(came),
        advice_time=days((row.received_on - row.asked_on).days for row in came),
        objections=len(lodged),
        objection_outcomes=tally(_outcome(row) for row in lodged),
        steps=tuple(_steps(kept, year)),
    )


def _of(rows: Rows) -> Screening:
    screening = rows.screening
    assert screening is not None  # noqa: S101 - _screenings() has looked
    return screening


def _all(rows: Rows, table: type) -> list:  # type: ignore[type-arg]
    return rows.all(table)


def _outcome(row: Objection) -> str:
    if row.withdrawn_on:
        return "withdrawn"
    return row.outcome or "running"


def _steps(kept: list[Rows], year: int) -> Iterator[tuple[str, Days]]:
    """How long cases stood in each state that they left in this year."""
    stayed: dict[str, list[int]] = defaultdict(list)
    for rows in kept:
        since = rows.case.opened_on
        move: Move
        for move in rows.all(Move):
            if move.taken_on.year == year:
                stayed[move.source].append((move.taken_on - since).days)
            since = move.taken_on
    for state in sorted(stayed, key=lambda code: int(code[2:])):
        if found := days(stayed[state]):
            yield state, found
