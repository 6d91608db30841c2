"""The other reasons for which the decision term stands still: SUS2, SUS3, SUS4 and SUS7."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Advice, Suspension
from bureau.operations import _procedure
from bureau.operations._checks import not_before, one_of, said
from bureau.operations._pauses import PENDING
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.suspension import causes_by_hand
from bureau.work import Work

STEPS = {"SUS2": "T14", "SUS3": "T15", "SUS4": "T15"}
DEEP, AGREED = "ST51", "SUS3"
LONGEST_AHEAD = 366


def suspend(
    work: Work,
    case_id: UUID,
    rule: str,
    reason: str,
    *,
    start: date | None = None,
    until: date | None = None,
) -> Suspension:
    """Record that the decision term stands still, and why: foreign information (SUS2), delay.

    An agreed delay (SUS3) may end later than today; it needs its last day. In the deep
    investigation the step that belongs to it (T14, T15) is taken too.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    _procedure.screening(work, case)
    first = _procedure.day(work, case, start)
    pause = Suspension(
        case_id=case.id,
        rule=one_of(rule, "rule", causes_by_hand()),
        from_on=first,
        until_on=_end(rule, first, until),
        reason=said(reason, "reason"),
    )
    work.session.add(pause)
    if case.state == DEEP and rule in STEPS:
        _procedure.move(work, case, STEPS[rule], reason, first)
    work.record(EventKind.SUSPENSION_RECORDED, pause, rule=rule, start=first.isoformat())
    return pause


def end_suspension(
    work: Work, case_id: UUID, suspension_id: UUID, version: int, on: date | None = None
) -> Suspension:
    """The cause is over; the applicant is told the end (Awb 4:15 lid 4)."""
    case = work.case(case_id, Permission.CASE_STEP)
    pause = work.within(Suspension, suspension_id, case)
    work.expect(pause, version, {"until_on": on or work.today})
    if pause.until_on or not _by_hand(work, pause):
        raise NotAllowed(
            "This suspension does not wait for an end.",
            where={"guard": "suspension_running", "basis": "Awb 4:15(4)"},
            hint="Supplements and advices end with their own step.",
        )
    pause.until_on = not_before(on or work.today, "on", pause.from_on)
    work.record(EventKind.SUSPENSION_RECORDED, pause, rule=pause.rule, ended=True)
    return pause


def _by_hand(work: Work, pause: Suspension) -> bool:
    """Whether a person ends it: an advice that was taken over from elsewhere has no step here."""
    asked = select(Advice.id).where(Advice.case_id == pause.case_id)
    taken_over = pause.rule == PENDING and work.session.scalar(asked) is None
    return taken_over or pause.rule in causes_by_hand()


def _end(rule: str, first: date, until: date | None) -> date | None:
    if until is None and rule == AGREED:
        raise Invalid(
            "An agreed delay needs its last day.",
            where={"field": "until"},
            hint="Give the last day to which the applicant agreed in writing.",
        )
    if until is None:
        return None
    if (until - first).days > LONGEST_AHEAD:
        raise Invalid(
            "A suspension of more than a year cannot be recorded at once.",
            where={"field": "until"},
            hint="Check the year of its last day.",
        )
    return not_before(until, "until", first)
