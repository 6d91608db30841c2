"""A hold keeps a file from being destroyed, for a reason, until two people agree to lift it."""

from uuid import UUID

from bureau.errors import NotAllowed
from bureau.model import ApprovalRequest, Case, LegalHold
from bureau.operations import _approving, _keeping_lines
from bureau.operations._checks import one_of, said
from bureau.operations._second_person import Kind, Thing
from bureau.policy import Permission
from bureau.rules.endings import hold_grounds
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work


def set_hold(work: Work, case_id: UUID, reason: str, ground: str = "") -> LegalHold:
    """Hold a file; joint data only for a legal claim or a statutory duty (WGS 1.8(7)).

    Raises NotAllowed when it is held already, Invalid without a ground of the table.
    """
    case = work.case(case_id, Permission.RETENTION_PLAN)
    if _keeping_lines.held(work, case):
        raise NotAllowed(
            "This file is held already.",
            where={"guard": "not_held"},
            hint="Lift the hold first, or leave it as it is.",
        )
    if case.kind is CaseKind.PARTNERSHIP:
        one_of(ground, "ground", hold_grounds().codes())
    row = LegalHold(
        case_id=case.id,
        ground=ground if case.kind is CaseKind.PARTNERSHIP else "",
        reason=said(reason, "reason"),
        from_on=work.today,
        by_id=work.actor.id,
    )
    work.session.add(row)
    work.record(EventKind.HOLD_SET, row, ground=row.ground)
    return row


def ask_lifting(work: Work, case_id: UUID, reason: str) -> ApprovalRequest:
    """Ask to lift the hold, for a reason: it is lifted when a second person of the case agrees."""
    case = work.case(case_id, Permission.RETENTION_PLAN)
    work.insist_strong("lift_hold")
    row = _keeping_lines.held(work, case)
    if row is None:
        raise NotAllowed(
            "There is no hold here that you may lift.",
            where={"guard": "held"},
            hint="The file is not held: there is nothing to lift.",
        )
    row.lifted_reason = said(reason, "reason")
    return _approving.ask(work, LIFTING, row, row.lifted_reason)


def read_hold(work: Work, case_id: UUID) -> LegalHold | None:
    """The hold on a file, if there is one."""
    case = work.case(case_id, Permission.CASE_READ)
    found = _keeping_lines.held(work, case)
    work.record(EventKind.CASE_READ, case, part="hold", held=found is not None)
    return found


def _thing(work: Work, row: LegalHold) -> Thing:
    case = work.session.get_one(Case, row.case_id)
    says = {
        "case": case.reference,
        "held_because": row.reason,
        "held_since": row.from_on.isoformat(),
        "held_by": row.by.name,
        "reason": row.lifted_reason,
    }
    return Thing(case, says, row.by)


def _agreed(work: Work, request: ApprovalRequest, row: LegalHold) -> None:
    row.lifted_on, row.lifted_by_id = work.today, request.settled_by_id
    work.record(EventKind.HOLD_LIFTED, row, asked_by=request.asked_by_id)


def _act(_: LegalHold) -> str:
    return "lift_hold"


def _waits(row: LegalHold) -> bool:
    return row.lifted_on is None


LIFTING = Kind(LegalHold, _act, _thing, _waits, _agreed, at_once=True)
