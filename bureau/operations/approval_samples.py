"""A sample of what second persons agreed to, looked at afterwards by an auditor drawn by lot.

The lot is drawn from the root of the signed tree as the agreement left it. Nobody knows that root
before, and nobody can change it after, so nobody chooses what is looked at or who does.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy import and_, select

from bureau.errors import NotAllowed, NotFound
from bureau.model import ApprovalRequest, Event, TrailCheckpoint, User, UserRole
from bureau.model.organisation import role_holds
from bureau.operations._checks import said
from bureau.operations._trail_lines import open_to
from bureau.policy import Permission
from bureau.rules.approvals import acts, drawn, reviewer_of
from bureau.rules.events import EventKind
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import Role
from bureau.trust import trail
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class SampleLine:
    """An agreement that the lot fell on, and which auditor looks at it."""

    id: UUID
    version: int
    act: Texts
    asked_by: str
    settled_by: str
    settled_at: datetime | None
    seq: int
    reviewer: str
    mine: bool
    reviewed_by: str
    review: str


def list_sample(work: Work) -> tuple[SampleLine, ...]:
    """The agreements that the lot fell on, the newest first; the lot cannot be drawn again."""
    work.require(Permission.TRAIL_READ)
    found = tuple(_sample(work))
    work.record(EventKind.APPROVAL_LISTED, "approval_request:*", what="sample", shown=len(found))
    return found


def review(work: Work, request_id: UUID, version: int, words: str) -> ApprovalRequest:
    """Say what was found of an agreement; only the auditor drawn for it does, once."""
    work.require(Permission.TRAIL_KEEP)
    line = next((one for one in _sample(work) if one.id == request_id), None)
    if line is None:
        raise NotFound("There is nothing here that you may see.")
    row = work.session.get_one(ApprovalRequest, request_id)
    work.expect(row, version, {})
    if not line.mine or row.reviewed_at is not None:
        raise NotAllowed(
            "This is looked at once, by the auditor whom the lot fell on.",
            where={"guard": "lot"},
            hint="The list names that auditor.",
        )
    row.review, row.reviewed_by_id, row.reviewed_at = (
        said(words, "reason", 2000),
        work.actor.id,
        work.now,
    )
    work.record(EventKind.APPROVAL_REVIEWED, row, reason=row.review)
    return row


def _sample(work: Work) -> Iterator[SampleLine]:
    auditors = _auditors(work)
    given = select(Event.seq, Event.subject).where(
        Event.kind == EventKind.APPROVAL_GIVEN, open_to(work)
    )
    lines = work.session.execute(given.order_by(Event.seq.desc())).all()
    roots = _roots(work, [seq for seq, _ in lines])
    ids = [UUID(subject.partition(":")[2]) for _, subject in lines]
    query = select(ApprovalRequest).where(ApprovalRequest.id.in_(ids))
    rows = {trail.name(row): row for row in work.session.scalars(query)}
    for seq, subject in lines:
        row = rows.get(subject)
        lot = sha256(roots[seq] + subject.encode()).hexdigest()
        if row and drawn(acts().row(row.act, work.today), lot):
            yield _line(work, row, seq, _whose(row, auditors, lot))


def _roots(work: Work, lines: Iterable[int]) -> Mapping[int, bytes]:
    """The root of the first signed tree that holds each line."""
    found, wanted = {}, sorted(lines)
    query = select(TrailCheckpoint.size, TrailCheckpoint.root).order_by(TrailCheckpoint.size)
    if not wanted:
        return {}
    points = iter(work.session.execute(query.where(TrailCheckpoint.size >= wanted[0])))
    size, root = next(points)
    for seq in wanted:
        while size < seq:
            size, root = next(points)
        found[seq] = root
    return found


def _auditors(work: Work) -> list[User]:
    holds = and_(UserRole.role == Role.AUDITOR, role_holds(work.today))
    query = select(User).where(User.roles.any(holds))
    return [row for row in work.session.scalars(query.order_by(User.id)) if row.opens(work.today)]


def _whose(row: ApprovalRequest, auditors: list[User], lot: str) -> User | None:
    fit = [one for one in auditors if one.id not in (row.asked_by_id, row.settled_by_id)]
    return fit[reviewer_of(lot, len(fit))] if fit else None


def _line(work: Work, row: ApprovalRequest, seq: int, auditor: User | None) -> SampleLine:
    return SampleLine(
        id=row.id,
        version=row.version,
        act=acts().row(row.act, work.today).name,
        asked_by=row.asked_by.name,
        settled_by=row.settled_by.name if row.settled_by else "",
        settled_at=row.settled_at,
        seq=seq,
        reviewer=auditor.name if auditor else "",
        mine=auditor is not None and auditor.id == work.actor.id,
        reviewed_by=row.reviewed_by.name if row.reviewed_by else "",
        review=row.review,
    )
