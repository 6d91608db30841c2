"""A hold keeps a file from being destroyed, for a reason, until somebody lifts it."""

from uuid import UUID

from bureau.errors import NotAllowed
from bureau.model import LegalHold
from bureau.operations import _keeping_lines
from bureau.operations._checks import one_of, said
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


def lift_hold(work: Work, case_id: UUID, reason: str) -> LegalHold:
    """Lift the hold: a second person does, whoever set it does not (four eyes)."""
    case = work.case(case_id, Permission.RETENTION_APPROVE)
    row = _keeping_lines.held(work, case)
    if row is None or row.by_id == work.actor.id:
        raise NotAllowed(
            "There is no hold here that you may lift.",
            where={"guard": "second_person", "basis": "four eyes"},
            hint="A hold is lifted by a second person of the case who did not set it.",
        )
    row.lifted_on, row.lifted_by_id = work.today, work.actor.id
    row.lifted_reason = said(reason, "reason")
    work.record(EventKind.HOLD_LIFTED, row)
    return row


def read_hold(work: Work, case_id: UUID) -> LegalHold | None:
    """The hold on a file, if there is one."""
    case = work.case(case_id, Permission.CASE_READ)
    found = _keeping_lines.held(work, case)
    work.record(EventKind.CASE_READ, case, part="hold", held=found is not None)
    return found
