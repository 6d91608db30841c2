"""After the decision: conditions are checked, new facts lead to a new screening, files close."""

from datetime import date, timedelta
from uuid import UUID

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case, Condition, Move, Screening
from bureau.operations import _procedure, cases
from bureau.operations._checks import fitting, not_before, one_of, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.standings import ConditionStanding
from bureau.rules.vocabulary import Stage
from bureau.work import Work

CHECKED = tuple(one for one in ConditionStanding if one != ConditionStanding.WAITING)


def plan_monitoring(work: Work, case_id: UUID, version: int, plan: str) -> Screening:
    """How the conditions are watched, and what leads to a new screening."""
    case = work.case(case_id, Permission.CASE_EDIT)
    screening = _procedure.screening(work, case)
    new = said(plan, "plan")
    work.expect(screening, version, {"monitoring": new})
    screening.monitoring = new
    work.record(EventKind.CASE_CHANGED, screening, part="monitoring")
    return screening


def check_condition(
    work: Work,
    case_id: UUID,
    condition_id: UUID,
    version: int,
    status: str,
    *,
    result: str = "",
    next_check: date | None = None,
) -> Condition:
    """What a check of a condition showed, and when it is checked again.

    Without `next_check` one that stays watched comes back after the period of the library.
    """
    case = work.case(case_id, Permission.CASE_EDIT)
    condition = work.within(Condition, condition_id, case)
    new = {"status": one_of(status, "status", CHECKED), "result": fitting(result, "result")}
    work.expect(condition, version, new)
    _insist_holds(condition)
    if status == "breached":
        said(result, "result")
    condition.status, condition.result = new["status"], new["result"]
    if not next_check and status == "open" and condition.again:
        next_check = work.today + timedelta(days=condition.again)
    if next_check:
        condition.check_on = not_before(next_check, "next_check", work.today)
    work.record(EventKind.CONDITION_CHECKED, condition, status=status)
    return condition


def _insist_holds(condition: Condition) -> None:
    if condition.status == ConditionStanding.WAITING:
        raise NotAllowed(
            "This condition does not hold yet.",
            where={"guard": "decision_made_known", "basis": "Awb 3:40"},
            hint="It is watched once the decision is made known.",
        )


def screen_again(
    work: Work, case_id: UUID, title: str, reason: str, received_on: date | None = None
) -> Case:
    """A new screening of the same licence after new facts, linked to this one (T44)."""
    case = work.case(case_id, Permission.CASE_STEP)
    old = _procedure.screening(work, case)
    move = _procedure.allowed(work, case, "T44")
    new = cases.open_case(
        work,
        case.kind,
        title,
        scope=old.scope,
        received_on=received_on,
        stage=Stage.EXISTING,
        authority=old.authority,
    )
    screening = _procedure.screening(work, new)
    screening.previous_id, screening.applicant_id = case.id, None
    _procedure.move(work, new, "T02", reason, screening.received_on)
    work.record(EventKind.CASE_CHANGED, new, previous=str(case.id), transition="T44")
    work.record(EventKind.CASE_STEPPED, case, transition="T44", to=str(new.id), basis=move.basis)
    return new


def close_case(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Move:
    """Close the file: the licence ended or monitoring is over; retention starts (T45)."""
    case = work.case(case_id, Permission.CASE_STEP)
    watched = (ConditionStanding.WAITING, ConditionStanding.OPEN)
    if any(condition.status in watched for condition in _procedure.conditions(work, case)):
        raise Invalid(
            "A condition is still being watched.",
            where={"field": "conditions"},
            hint="Check each condition for the last time before closing.",
        )
    return _procedure.move(work, case, "T45", reason, _procedure.day(work, case, on))
