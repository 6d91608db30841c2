"""The end of a partnership case: without a result or finished; then it is kept and destroyed."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.model import Case, LegalHold, Meeting, Membership, Move
from bureau.operations import _closing, _joint_retention
from bureau.operations._checks import one_of, said
from bureau.operations._keeping_lines import RetentionLine
from bureau.policy import Permission
from bureau.rules import retention
from bureau.rules.endings import CaseEnding, HoldGround, case_endings, hold_grounds
from bureau.rules.events import EventKind
from bureau.rules.regimes import JOINT
from bureau.rules.retention import RetentionClass
from bureau.rules.vocabulary import CaseKind, Role
from bureau.standing import CLOSED
from bureau.work import Work

REOPENED = "reopened"
SECONDS = {Role.REVIEWER, Role.COORDINATOR}


@dataclass(frozen=True, slots=True)
class KeepingView:
    """Until when a partnership case is kept, why, and what may be done about it.

    `checks` is what is done and what is open, for who may close it.
    """

    line: RetentionLine
    latest: RetentionClass
    closed: bool
    ending: CaseEnding | None
    moves: tuple[Move, ...]
    holds: tuple[LegalHold, ...]
    endings: tuple[CaseEnding, ...]
    grounds: tuple[HoldGround, ...]
    seconds: tuple[str, ...]
    checks: tuple[_closing.Check, ...]
    may_keep: bool
    may_lift: bool


def read_keeping(work: Work, case_id: UUID) -> KeepingView:
    """How long a partnership case is kept; also once its term is over and nothing else is read."""
    case = _together(work, case_id, Permission.RETENTION_READ)
    line = _joint_retention.line(work, case)
    moves = [move for move in case.moves if CLOSED in (move.source, move.target)]
    ended = [move for move in moves if move.target == CLOSED]
    closed = case.state == CLOSED
    held = select(LegalHold).where(LegalHold.case_id == case.id).order_by(LegalHold.from_on)
    may_lift = work.may(Permission.RETENTION_PLAN, case)
    may_keep = may_lift and line.gone is None
    to_close = may_keep and not (closed or line.over)
    seconds = tuple(sorted(row.user.name for row in case.members if _second(work, row)))
    work.record(EventKind.RETENTION_LISTED, case, part="case")
    return KeepingView(
        line=line,
        latest=retention.at_latest(case.regime or JOINT, work.today),
        closed=closed,
        ending=case_endings().find(ended[-1].transition, work.today) if closed and ended else None,
        moves=tuple(moves),
        holds=tuple(work.session.scalars(held)),
        endings=case_endings().on(work.today),
        grounds=hold_grounds().on(work.today),
        seconds=seconds,
        checks=_closing.checks(work, case, len(seconds)) if to_close else (),
        may_keep=may_keep,
        may_lift=may_lift and line.hold is not None,
    )


def close_case(work: Work, case_id: UUID, ending: str, reason: str) -> Move:
    """Close a partnership case; the secretaries' notes go, and the case is read and no more.

    Raises NotAllowed while an action of a case that is to be finished is not settled.
    """
    case = _together(work, case_id, Permission.CASE_STEP)
    row = case_endings().row(one_of(ending, "ending", case_endings().codes()), work.today)
    if row.settled and (count := _closing.unfinished(work, case)):
        raise NotAllowed(
            "{count} actions of this case are not settled yet.",
            where={"field": "ending", "guard": "actions_settled", "basis": row.basis},
            hint="Report on each of them: done, impossible with a reason, or replaced.",
            count=count,
        )
    notes = select(Meeting).where(Meeting.case_id == case.id, Meeting.notes.is_not(None))
    for meeting in work.session.scalars(notes):
        meeting.notes, meeting.notes_destroyed_at = None, work.now
        work.record(EventKind.NOTES_DESTROYED, meeting)
    return _moved(work, case, row.code, CLOSED, row.basis, reason)


def reopen_case(work: Work, case_id: UUID, reason: str) -> Move:
    """Open a closed case again, in the phase it had; its clock has run on meanwhile."""
    case = _together(work, case_id, Permission.RETENTION_PLAN)
    ended = [move for move in case.moves if move.target == CLOSED]
    line = _joint_retention.line(work, case)
    if case.state != CLOSED or not ended or line.gone or line.over:
        raise NotAllowed(
            "This case cannot be opened again.",
            where={"guard": "case_closed", "basis": line.kept.row.basis},
            hint="Only a closed case whose term is not over and that is not destroyed.",
        )
    return _moved(work, case, REOPENED, ended[-1].source, line.kept.row.basis, reason)


def _together(work: Work, case_id: UUID, permission: Permission) -> Case:
    case = work.case(case_id, permission)
    if case.kind is not CaseKind.PARTNERSHIP:
        raise NotFound("There is nothing here that you may see.")
    return case


def _moved(work: Work, case: Case, code: str, target: str, basis: str, reason: str) -> Move:
    taken = Move(
        case_id=case.id,
        number=len(case.moves) + 1,
        transition=code,
        source=case.state,
        target=target,
        taken_on=work.today,
        basis=basis,
        reason=said(reason, "reason"),
        by_id=work.actor.id,
        at=work.now,
    )
    case.moves.append(taken)
    case.state = target
    told = {"transition": code, "source": taken.source, "target": target}
    work.record(EventKind.CASE_STEPPED, case, **told, basis=basis, reason=taken.reason)
    return taken


def _second(work: Work, row: Membership) -> bool:
    """Whether this member may be the second pair of eyes beside whoever looks."""
    return row.user_id != work.actor.id and bool(row.user.held(work.today) & SECONDS)
