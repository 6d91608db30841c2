"""A lost second factor: one asks that it is taken away, another agrees, and the owner is told."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import ApprovalRequest, Factor, User
from bureau.operations import _approving, _reasons, _tracks
from bureau.operations._houses import colleague
from bureau.operations._reset_approvals import FACTORS, OF_TRACK, RESET, factors_of
from bureau.policy import Permission
from bureau.rules.approvals import ApprovalState
from bureau.rules.events import EventKind
from bureau.work import Work

TOLD = frozenset((ApprovalState.WAITING, ApprovalState.USED))
MOST = 5


@dataclass(frozen=True, slots=True)
class Lost:
    """An account, its second factors, and until when a question about them waits."""

    user: User
    factors: tuple[Factor, ...]
    waits_until: datetime | None
    track: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What the owner is told: who asked, who agreed, and when."""

    asked_by: str
    asked_at: datetime
    agreed_by: str
    agreed_at: datetime | None


def read_lost(work: Work, user_id: UUID) -> Lost:
    """The second factors of somebody who lost one, by name."""
    work.require(Permission.ACCOUNT_OPEN)
    user = _theirs(work, user_id)
    work.record(EventKind.FACTOR_LISTED, user)
    waiting = [row for row in _approving.every(work, FACTORS, user) if _open(work, row)]
    until = waiting[-1].expires_at if waiting else None
    return Lost(user, factors_of(work, user), until, bool(_tracks.held(work, user)))


def ask_reset(work: Work, user_id: UUID, reason: str) -> ApprovalRequest:
    """Ask a second person to agree that the second factors of a colleague are taken away.

    Raises NotAllowed for one's own, for an account of the victim track unless its lead asks, and
    where there is nothing to take away.
    """
    work.require(Permission.ACCOUNT_OPEN)
    user = _theirs(work, user_id)
    if not factors_of(work, user):
        raise NotAllowed(
            "This account has no second factor.",
            where={"guard": "second factor"},
            hint="Its owner signs in with the password and adds one under Your account.",
        )
    why = _reasons.insist(work, reason, "reason")
    work.record(EventKind.FACTOR_LISTED, user)
    return _approving.ask(work, FACTORS, user, why)


def list_told(work: Work) -> tuple[Told, ...]:
    """What was asked and done about one's own second factors, newest first."""
    work.require(Permission.WORK_READ)
    query = select(ApprovalRequest).where(
        ApprovalRequest.subject_kind == User.__tablename__,
        ApprovalRequest.subject_id == work.actor.id,
        ApprovalRequest.act.in_((RESET, OF_TRACK)),
        ApprovalRequest.state.in_(TOLD),
    )
    rows = work.session.scalars(query.order_by(ApprovalRequest.asked_at.desc()).limit(MOST))
    work.record(EventKind.FACTOR_LISTED, f"user:{work.actor.id}")
    return tuple(
        Told(
            row.asked_by.name,
            row.asked_at,
            row.settled_by.name if row.settled_by else "",
            row.settled_at,
        )
        for row in rows
    )


def _theirs(work: Work, user_id: UUID) -> User:
    """A colleague whose factors the actor may speak of; of the victim track its lead alone."""
    user = colleague(work, user_id)
    _tracks.insist_opener(work, user)
    return user


def _open(work: Work, row: ApprovalRequest) -> bool:
    return row.state is ApprovalState.WAITING and _approving.is_open(work, row)
