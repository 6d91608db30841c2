"""What a plan is measured by: outcomes with their numbers, and assumptions with their tests."""

from datetime import date
from math import isfinite
from uuid import UUID

from bureau.errors import Invalid, NotAllowed
from bureau.model import Assumption, Case, Intervention, OutcomeSeries, SeriesPoint
from bureau.operations._checks import fitting, one_of, past, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.plans import PlanState, SeriesPlace
from bureau.work import Work

VERDICTS = ("supported", "mixed", "not_supported", "unknown")
LARGEST = 10**9


def add_series(
    work: Work, case_id: UUID, plan_id: UUID, name: str, target: float, source: str
) -> OutcomeSeries:
    """An outcome that a plan will be measured by, with its target and its source of data."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    plan = _plan(work, case, plan_id)
    series = OutcomeSeries(
        case_id=case.id,
        name=said(name, "name", 200),
        target=_number(target, "target"),
        source=said(source, "source of data"),
    )
    plan.series.append(series)
    work.record(EventKind.PLAN_CHANGED, series, part="outcome")
    return series


def add_point(
    work: Work,
    case_id: UUID,
    series_id: UUID,
    place: str,
    on: date,
    value: float,
    remark: str = "",
) -> SeriesPoint:
    """One number of an outcome; a later number for the same place and day takes its place."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    series = work.within(OutcomeSeries, series_id, case)
    where, day = SeriesPlace(one_of(place, "place", tuple(SeriesPlace))), past(work, on, "on")
    same = (p for p in series.points if p.place is where and p.on == day)
    point = next(same, None)
    if point is None:
        point = SeriesPoint(case_id=case.id, place=where, on=day)
        series.points.append(point)
    point.value, point.remark = _number(value, "value"), fitting(remark, "remark")
    work.record(EventKind.SERIES_MEASURED, point, place=where, on=day)
    return point


def add_assumption(
    work: Work, case_id: UUID, plan_id: UUID, text: str, check_on: date
) -> Assumption:
    """Something the plan rests on that can be tested, with the day of the test."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    plan = _plan(work, case, plan_id)
    if check_on < work.today:
        raise Invalid(
            "An assumption is tested on a day to come.",
            where={"field": "check_on"},
            hint="Choose today or a later day.",
        )
    row = Assumption(case_id=case.id, text=said(text, "assumption"), check_on=check_on)
    plan.assumptions.append(row)
    work.record(EventKind.PLAN_CHANGED, row, part="assumption")
    return row


def check_assumption(
    work: Work, case_id: UUID, assumption_id: UUID, version: int, holds: str, result: str
) -> Assumption:
    """Whether an assumption turned out to hold, and what shows it."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    row = work.within(Assumption, assumption_id, case)
    work.expect(row, version, {"holds": holds, "result": result})
    row.holds = one_of(holds, "verdict", VERDICTS)
    row.result, row.checked_on = said(result, "result"), work.today
    work.record(EventKind.PLAN_CHANGED, row, part="assumption", holds=row.holds)
    return row


def _plan(work: Work, case: Case, plan_id: UUID) -> Intervention:
    plan = work.within(Intervention, plan_id, case)
    if plan.state is not PlanState.DRAFT:
        raise NotAllowed(
            "What a plan is measured by is chosen before it starts.",
            where={"state": plan.state, "basis": "IcARUS D2.4, 6"},
            hint="Write in the evaluation what should have been measured.",
        )
    return plan


def _number(value: float, field: str) -> float:
    if not isfinite(value) or abs(value) > LARGEST:
        raise Invalid(
            "{field} is no number that can be kept.",
            where={"field": field},
            hint="Give a number between -{most} and {most}.",
            field=field,
            most=LARGEST,
        )
    return value
