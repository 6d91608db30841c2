"""What became of a measure: carried out, objected to, and what it did to people."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from bureau.errors import Invalid, NotAllowed
from bureau.model import EnforcementMeasure, HarmForm
from bureau.operations import _harm
from bureau.operations._checks import fitting, one_of, past, said
from bureau.policy import Permission
from bureau.rules import measures as law
from bureau.rules.events import EventKind
from bureau.rules.measures import MeasureState
from bureau.work import Work

MOST = 100_000


def execute_measure(
    work: Work, case_id: UUID, measure_id: UUID, on: date, costs: int | None
) -> EnforcementMeasure:
    """Record that the measure was carried out, and what it cost in cents; harm forms follow."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    measure = work.within(EnforcementMeasure, measure_id, case)
    if measure.state != MeasureState.DECIDED or measure.known_on is None:
        raise NotAllowed(
            "Only a measure that was decided and made known is carried out.",
            where={"state": measure.state, "basis": "Awb 3:40"},
            hint="Record the decision first.",
        )
    measure.executed_on = past(work, on, "executed_on", measure.known_on)
    measure.costs, measure.state = costs, MeasureState.EXECUTED
    work.record(EventKind.MEASURE_CHANGED, measure, part="executed")
    return measure


def record_outcome(
    work: Work, case_id: UUID, measure_id: UUID, objection_on: date, outcome: str, reason: str
) -> EnforcementMeasure:
    """What became of an objection or appeal, with the reason that was given."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    measure = work.within(EnforcementMeasure, measure_id, case)
    if measure.known_on is None:
        raise NotAllowed(
            "Nobody objects to what was not made known.",
            where={"state": measure.state, "basis": "Awb 6:7"},
            hint="Record the decision first.",
        )
    measure.objection_on = past(work, objection_on, "objection_on", measure.known_on)
    measure.outcome = one_of(outcome, "outcome", ("", *law.MeasureOutcome))
    measure.outcome_reason = said(reason, "reason") if outcome else fitting(reason, "reason")
    work.record(EventKind.MEASURE_CHANGED, measure, part="objection", outcome=measure.outcome)
    return measure


def record_harm(
    work: Work,
    case_id: UUID,
    measure_id: UUID,
    month: int,
    counts: Mapping[str, int],
    remarks: str,
    source: str,
) -> HarmForm:
    """What the measure did to people by then: counts and words, with their source; no names."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    measure = work.within(EnforcementMeasure, measure_id, case)
    _insist_due(work, measure, month)
    form = next((row for row in measure.harm if row.month == month), None)
    if form is None:
        form = HarmForm(case_id=case.id, month=month)
        measure.harm.append(form)
    form.counts = {name: _count(counts.get(name, 0), name) for name in law.HARM_COUNTS}
    if form.counts["minors"] > form.counts["homeless"]:
        raise Invalid(
            "There cannot be more minors than people who lost their home.",
            where={"field": "minors"},
            hint="Minors are counted among those who lost their home.",
        )
    form.remarks, form.source = fitting(remarks, "remarks"), said(source, "source of data")
    form.by_id, form.at = work.actor.id, work.now
    work.record(EventKind.HARM_RECORDED, form, month=month)
    return form


def _insist_due(work: Work, measure: EnforcementMeasure, month: int) -> None:
    day = _harm.due(measure).get(month)
    if day is None or day > work.today:
        raise NotAllowed(
            "This harm form is not due yet.",
            where={"field": "month"},
            hint="A form is filled in 0, 3 and 12 months after the measure was carried out.",
        )


def _count(value: int, field: str) -> int:
    if not 0 <= value <= MOST:
        raise Invalid(
            "{value} is no count for {field}.",
            where={"field": field},
            hint="Give a whole number from 0.",
            value=value,
            field=field,
        )
    return value
