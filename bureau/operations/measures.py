"""What people do with administrative measures: propose, weigh, hear, decide."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import EnforcementMeasure, Intervention
from bureau.operations._checks import fitting, not_before, one_of, past, said
from bureau.operations._measure_view import MeasureView, view_of
from bureau.policy import Permission
from bureau.rules import measures as law
from bureau.rules import worksheets
from bureau.rules.barriers import barriers
from bureau.rules.events import EventKind
from bureau.rules.measures import MeasureState
from bureau.rules.worksheets import Sheet
from bureau.work import Work


def list_measures(work: Work, case_id: UUID) -> tuple[MeasureView, ...]:
    """The measures of a case, newest first."""
    case = work.case(case_id, Permission.MEASURE_READ)
    query = select(EnforcementMeasure).where(EnforcementMeasure.case_id == case.id)
    rows = list(work.session.scalars(query.order_by(EnforcementMeasure.at.desc())))
    work.record(EventKind.MEASURE_LISTED, case, shown=len(rows))
    return tuple(view_of(work, row) for row in rows)


def read_measure(work: Work, case_id: UUID, measure_id: UUID) -> MeasureView:
    """One measure, with what was weighed and what it did."""
    case = work.case(case_id, Permission.MEASURE_READ)
    measure = work.within(EnforcementMeasure, measure_id, case)
    work.record(EventKind.MEASURE_READ, measure)
    return view_of(work, measure)


def propose_measure(
    work: Work,
    case_id: UUID,
    code: str,
    told: Mapping[str, str],
    *,
    barrier: str = "",
    plan_id: UUID | None = None,
) -> EnforcementMeasure:
    """A measure as a proposal, with what is known and weighed so far."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    plan = work.within(Intervention, plan_id, case) if plan_id else None
    measure = EnforcementMeasure(
        case_id=case.id,
        plan_id=plan.id if plan else None,
        code=one_of(code, "measure", law.measure_kinds().codes()),
        barrier=one_of(barrier, "barrier", ("", *barriers().codes())),
        state=MeasureState.PROPOSED,
        told=worksheets.answered(Sheet.MEASURE, told, work.today),
        proposed_on=work.today,
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(measure)
    work.record(EventKind.MEASURE_PROPOSED, measure, code=measure.code)
    return measure


def weigh_measure(
    work: Work, case_id: UUID, measure_id: UUID, version: int, told: Mapping[str, str]
) -> EnforcementMeasure:
    """Write down anew what the measure is about and how it was weighed, until it is decided."""
    measure = _open(work, case_id, measure_id)
    work.expect(measure, version, {"told": dict(told)})
    measure.told = worksheets.answered(Sheet.MEASURE, told, work.today)
    work.record(EventKind.MEASURE_CHANGED, measure, part="weighed")
    return measure


def invite_view(
    work: Work, case_id: UUID, measure_id: UUID, on: date, until: date
) -> EnforcementMeasure:
    """The addressee is told what is intended and asked for a view (Awb 4:8), until a day."""
    measure = _open(work, case_id, measure_id)
    day = past(work, on, "invited_on", measure.proposed_on)
    measure.invited_on, measure.view_until = day, not_before(until, "view_until", day)
    measure.state = MeasureState.INVITED
    work.record(EventKind.MEASURE_CHANGED, measure, part="invited", until=until)
    return measure


def record_view(
    work: Work, case_id: UUID, measure_id: UUID, on: date, view: str, answer: str
) -> EnforcementMeasure:
    """What the addressee said, and what it changed or why it did not."""
    measure = _open(work, case_id, measure_id)
    if measure.invited_on is None:
        raise NotAllowed(
            "The addressee was not asked for a view.",
            where={"guard": "view", "basis": "Awb 4:8"},
            hint="Record first when the view was asked.",
        )
    measure.view_on = past(work, on, "view_on", measure.invited_on)
    measure.view = said(view, "view")
    measure.view_answer = fitting(answer, "answer")
    work.record(EventKind.MEASURE_CHANGED, measure, part="view")
    return measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """When a measure was decided, made known, when it begins and ends, and when it is looked at."""

    on: date
    known_on: date
    starts_on: date
    ends_on: date | None = None
    review_on: date | None = None


def decide_measure(
    work: Work, case_id: UUID, measure_id: UUID, version: int, dates: Decided, urgent: str = ""
) -> EnforcementMeasure:
    """Record that the competent body decided, and when it was made known.

    Raises NotAllowed while suitability, necessity or balance is open, before the addressee was
    heard (Awb 3:4, 4:8, 4:11), or while the victim track holds the case.
    """
    measure = _open(work, case_id, measure_id)
    work.insist_unheld(work.case(case_id, Permission.PLAN_EDIT))
    work.expect(measure, version, {"state": MeasureState.DECIDED})
    measure.urgent = fitting(urgent, "urgency")
    view, day = view_of(work, measure), past(work, dates.on, "decided_on", measure.proposed_on)
    law.insist_decidable(view.kind, _facts(view), day)
    measure.decided_on, measure.state = day, MeasureState.DECIDED
    measure.known_on = past(work, dates.known_on, "known_on", day)
    measure.starts_on = not_before(dates.starts_on, "starts_on", measure.known_on)
    if dates.ends_on:
        measure.ends_on = not_before(dates.ends_on, "ends_on", measure.starts_on)
    measure.review_on = dates.review_on
    work.record(EventKind.MEASURE_CHANGED, measure, part="decided", code=measure.code)
    return measure


def drop_measure(work: Work, case_id: UUID, measure_id: UUID, reason: str) -> EnforcementMeasure:
    """Let a proposal go, with the reason."""
    measure = _open(work, case_id, measure_id)
    measure.state, measure.outcome_reason = MeasureState.DROPPED, said(reason, "reason")
    work.record(EventKind.MEASURE_CHANGED, measure, part="dropped")
    return measure


def _open(work: Work, case_id: UUID, measure_id: UUID) -> EnforcementMeasure:
    """A measure that is not decided yet, for whoever may change it."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    measure = work.within(EnforcementMeasure, measure_id, case)
    if measure.state not in (MeasureState.PROPOSED, MeasureState.INVITED):
        raise NotAllowed(
            "The measure is decided or dropped; what was weighed stands.",
            where={"state": measure.state},
            hint="Propose a new measure where the facts changed.",
        )
    return measure


def _facts(view: MeasureView) -> law.MeasureFacts:
    """What is established of a measure that somebody wants to decide on."""
    measure = view.measure
    return law.MeasureFacts(
        measure.invited_on,
        measure.view_until,
        measure.view_on,
        measure.view_answer,
        measure.urgent,
        tuple(row.name for row in view.open),
    )
