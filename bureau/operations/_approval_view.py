"""What waits for a second person, as a page shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select

from bureau.model import ApprovalRequest, Case, SupportFile
from bureau.policy import Permission, ever
from bureau.rules.approvals import OPEN, Act, ApprovalState, Ground, Who, acts
from bureau.rules.tables import NO_TEXTS, Texts
from bureau.work import Work

OWN = 20
READ = {"case": Permission.CASE_READ, "support_file": Permission.SUPPORT_READ}


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request in a list: which act, in which file, who asked, until when, where it stands."""

    id: UUID
    code: str
    act: Texts
    reference: str
    asked_by: str
    organisation: str
    asked_at: datetime
    expires_at: datetime
    state: ApprovalState
    expired: bool
    answer: str


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request opened: exactly what it says, and whether whoever looks may answer.

    `annexes` are those that whoever looks has not opened yet.
    `against` says why an approval would not count, `why` why nobody of another organisation is
    asked for it.
    """

    line: RequestLine
    version: int
    digest: str
    says: Mapping[str, object]
    reason: str
    paper: tuple[str, *tuple[UUID, ...]] | None
    own: bool
    against: str
    unopened: bool
    annexes: tuple[int, ...]
    settled_by: str
    settled_at: datetime | None
    why: Texts


def line(work: Work, row: ApprovalRequest, reference: str) -> RequestLine:
    """A request as a list shows it."""
    return RequestLine(
        id=row.id,
        code=row.act,
        act=acts().row(row.act, work.today).name,
        reference=reference,
        asked_by=row.asked_by.name,
        organisation=row.asked_by.organisation.name,
        asked_at=row.asked_at,
        expires_at=row.expires_at,
        state=row.state,
        expired=row.state in OPEN and work.now >= row.expires_at,
        answer=row.answer,
    )


def why_own(act: Act, ground: Ground | None) -> Texts:
    """Why the second person comes from the own organisation, where the rule asks for another."""
    return act.why if act.second is Who.ELSEWHERE and ground is not Ground.ELSEWHERE else NO_TEXTS


def waiting(work: Work) -> Iterable[tuple[ApprovalRequest, str]]:
    """The requests of others that this person may have leave to answer, with their file."""
    mine = {act.code: act for act in acts().on(work.today)}
    query = select(ApprovalRequest).where(
        ApprovalRequest.state == ApprovalState.WAITING,
        ApprovalRequest.expires_at > work.now,
        ApprovalRequest.asked_by_id != work.actor.id,
        ApprovalRequest.act.in_(
            code for code, act in mine.items() if ever(work.actor, Permission(act.permission))
        ),
    )
    rows = work.session.scalars(query.order_by(ApprovalRequest.asked_at)).all()
    files = _files(work, rows, mine)
    for row in rows:
        kind, _, _ = row.scope.partition(":")
        if kind in ("case", "support_file"):
            if found := files.get((row.act, row.scope)):
                yield row, found
        elif row.organisation_id == work.actor.organisation_id:
            yield row, ""


def _files(
    work: Work, rows: Iterable[ApprovalRequest], mine: Mapping[str, Act]
) -> Mapping[tuple[str, str], str]:
    """The references of the files for which one has the permission of the act."""
    asked: dict[tuple[str, str], set[UUID]] = {}
    for row in rows:
        kind, _, key = row.scope.partition(":")
        if kind in ("case", "support_file"):
            asked.setdefault((mine[row.act].permission, kind), set()).add(UUID(key))
    known = {place: _visible(work, place, ids) for place, ids in asked.items()}
    return {
        (act.code, scope): reference
        for act in mine.values()
        for (permission, _), found in known.items()
        if permission == act.permission
        for scope, reference in found.items()
    }


def _visible(work: Work, place: tuple[str, str], ids: set[UUID]) -> Mapping[str, str]:
    permission, kind = place
    table: type[Case] | type[SupportFile] = Case if kind == "case" else SupportFile
    found: Select[Case] = work.visible(Permission(permission), table).where(table.id.in_(ids))
    return {f"{kind}:{row.id}": row.reference for row in work.session.scalars(found).unique()}


def own(work: Work) -> Iterable[tuple[ApprovalRequest, str]]:
    """What this person asked and nobody made use of yet with its file, the newest first."""
    query = select(ApprovalRequest).where(
        ApprovalRequest.asked_by_id == work.actor.id,
        ApprovalRequest.state != ApprovalState.USED,
    )
    rows = work.session.scalars(query.order_by(ApprovalRequest.asked_at.desc()).limit(OWN)).all()
    known: dict[str, str] = {}
    for kind, permission in READ.items():
        scopes = (row.scope.partition(":") for row in rows)
        ids = {UUID(key) for place, _, key in scopes if place == kind}
        known |= _visible(work, (permission, kind), ids) if ids else {}
    return [(row, known.get(row.scope, "")) for row in rows]
