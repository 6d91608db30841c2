"""Figures about how partners work together: speed, seats, actions, plans and lessons."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from bureau.model import Action, Case
from bureau.operations._partner_rows import PartnerRows
from bureau.rules import evaluation as law
from bureau.rules import powers
from bureau.rules.dates import civil_date
from bureau.rules.evaluation import FEWEST_PEOPLE, Figure
from bureau.rules.measures import MeasureState
from bureau.rules.plans import PlanState, SeriesPlace, weighted_displacement
from bureau.rules.worksheets import Sheet

Days = Mapping[UUID, date | None]
DONE, REPLACED, OTHERS = "done", "replaced", "others"


def speed(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """EV-01: from signal to case, to the first meeting, to the first action that was done."""
    opened = [case for case in rows.cases if case.opened_on.year == year]
    asked = {
        row.opened_id: civil_date(row.submitted_at) for row in rows.signals if row.submitted_at
    }
    met = {case.id: _first_meeting(rows, case) for case in opened}
    acted = {case.id: _first_done(rows, case) for case in opened}
    return (
        law.median(
            "signal_to_case", ((c.opened_on - asked[c.id]).days for c in opened if c.id in asked)
        ),
        law.median("case_to_meeting", _between({c.id: c.opened_on for c in opened}, met)),
        law.median("meeting_to_action", _between(met, acted)),
    )


def _between(first: Days, last: Days) -> Iterator[int]:
    for key, day in first.items():
        until = last.get(key)
        if day and until and until >= day:
            yield (until - day).days


def _first_meeting(rows: PartnerRows, case: Case) -> date | None:
    held = {item.meeting_id for item in rows.items if any(s.attended for s in item.seats)}
    days = [m.held_on for m in rows.meetings if m.case_id == case.id and m.id in held]
    return min(days, default=None)


def _first_done(rows: PartnerRows, case: Case) -> date | None:
    days = [
        civil_date(action.changed_at)
        for item in rows.items
        if item.case_id == case.id
        for action in item.actions
        if action.status == DONE
    ]
    return min(days, default=None)


def seats(rows: PartnerRows) -> list[tuple[date, bool, str]]:
    """Each seat of which the attendance was recorded: when, whether filled, whose kind."""
    return [
        (item.meeting.held_on, seat.attended, seat.user.organisation.kind)
        for item in rows.items
        for seat in item.seats
        if seat.attended is not None
    ]


def presence(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """EV-02: seats filled, in all and by kind of organisation; kept back over few seats."""
    of_year = [(there, kind) for day, there, kind in seats(rows) if day.year == year]
    kinds: dict[str, list[bool]] = defaultdict(list)
    for there, kind in of_year:
        kinds[kind].append(there)
    sat, known = _sitters(rows, year), set(kinds)
    found = [law.share("seats_filled", (there for there, _ in of_year), fewest=FEWEST_PEOPLE)]
    for kind in _pooled(kinds):
        of = {kind} if kind in known else known - kinds.keys()
        people = len(set().union(*(sat[each] for each in of)))
        figure = law.share("seats_of", kinds[kind], kind, FEWEST_PEOPLE)
        found.append(replace(figure, people=people))
    return tuple(found)


def _sitters(rows: PartnerRows, year: int) -> dict[str, set[UUID]]:
    """Who was expected at a seat in the year, by kind of organisation."""
    sat: dict[str, set[UUID]] = defaultdict(set)
    for item in rows.items:
        for seat in item.seats if item.meeting.held_on.year == year else ():
            sat[seat.user.organisation.kind].add(seat.user_id)
    return sat


def _pooled(kinds: dict[str, list[bool]]) -> list[str]:
    """The kinds in order, those with few seats joined to others so that none follows from all."""
    pool: list[bool] = []
    for kind in sorted(kinds, key=lambda each: (len(kinds[each]), each)):
        if len(kinds[kind]) < FEWEST_PEOPLE or 0 < len(pool) < FEWEST_PEOPLE:
            pool += kinds.pop(kind)
    if pool:
        kinds[OTHERS] = pool
    return sorted(kinds)


def actions(rows: PartnerRows, today: date) -> list[tuple[Action, bool]]:
    """Each action that was due, and whether it was done on time."""
    return [
        (action, action.status == DONE and civil_date(action.changed_at) <= action.due_on)
        for item in rows.items
        for action in item.actions
        if action.status != REPLACED and (action.due_on < today or action.status == DONE)
    ]


def on_time(rows: PartnerRows, year: int, today: date) -> tuple[Figure, ...]:
    """EV-03: actions done on time, in all and by power."""
    due = [(row, held) for row, held in actions(rows, today) if row.due_on.year == year]
    under: dict[str, list[bool]] = defaultdict(list)
    for action, held in due:
        under[_power(action, today)].append(held)
    return (
        law.share("on_time", (held for _, held in due)),
        *(law.share("on_time_under", under[power], power) for power in sorted(under)),
    )


def _power(action: Action, on: date) -> str:
    """The one power of an action as the table writes it; what it does not know, as was typed."""
    rows = powers.named(action.power, on)
    return rows[0].basis if len(rows) == 1 else action.power


def fidelity(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """EV-06: of the measures of plans that ran, how many were carried out and let go."""
    ran = {row.id for row in rows.plans if row.state is not PlanState.DRAFT}
    told = [m for m in rows.measures if m.plan_id in ran and m.proposed_on.year <= year]
    told = [m for m in told if m.executed_on is None or m.executed_on.year <= year]
    kept = [m for m in told if m.state != MeasureState.DROPPED]
    return (
        law.share("carried_out", (m.state == MeasureState.EXECUTED for m in kept)),
        law.count("let_go", len(told) - len(kept)),
    )


def displacement(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """EV-13: the weighted displacement of each outcome that was measured everywhere."""
    found = []
    for series in (row for plan in rows.plans for row in plan.series):
        pairs = {}
        for place in SeriesPlace:
            values = [p.value for p in series.points if p.place is place and p.on.year <= year]
            if len(values) > 1:
                pairs[place] = (values[0], values[-1])
        quotient = weighted_displacement(pairs)
        if quotient is not None:
            unit, counted = law.Unit.QUOTIENT, len(series.points)
            rounded = round(quotient, 2) + 0.0  # nought has no sign
            found.append(Figure("displaced", series.name, rounded, unit, counted))
    return tuple(found)


def lessons(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """EV-20: lesson cards written and published in the year."""
    cards = [row for row in rows.sheets if row.kind is Sheet.LESSON]
    return (
        law.count("lessons_written", sum(civil_date(row.at).year == year for row in cards)),
        law.count(
            "lessons_published",
            sum(row.published_on is not None and row.published_on.year == year for row in cards),
        ),
    )
