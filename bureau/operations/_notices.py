"""Tells the handlers of two cases that a colleague has the same person, and nothing of the case.

Two rows are made in the transaction in which a party is added or identified, one for each side.
Who may see the other case sees a link instead; anybody but a handler sees neither.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from bureau.model import Case, CaseNotice, User
from bureau.model.base import new_id
from bureau.operations import _related
from bureau.operations.members import HANDLER
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.related import same_by
from bureau.rules.vocabulary import CaseKind, EntityKind, Role
from bureau.work import Work

CLOSED = "ST199"


@dataclass(frozen=True, slots=True)
class Contact:
    """Who handles the other case: the organisation and function; a name where it was given."""

    organisation: str
    roles: tuple[Role, ...]
    name: str


@dataclass(frozen=True, slots=True)
class NoticeView:
    """That a colleague handles a case with the same party, for a handler of this one."""

    id: UUID
    version: int
    case_id: UUID
    entity_id: UUID
    label: str
    kind: EntityKind
    scheme: str
    contacts: tuple[Contact, ...]
    made_at: datetime
    acknowledged_at: datetime | None
    named: bool


def tell(work: Work, case: Case, entity_ids: Collection[UUID]) -> None:
    """Make the notices for the parties of this case that were just added or identified."""
    if not entity_ids or case.kind is not CaseKind.SCREENING or case.state == CLOSED:
        return
    others = _neighbours(case)
    for match in _related.found(work.session, (case.id,), others, work.today, entity_ids):
        row = same_by().find(match.scheme, work.today)
        if row is None or not row.notices:
            continue
        _make(work, match.case_id, match.entity_id, match.other_case_id, match.scheme)
        _make(work, match.other_case_id, match.other_entity_id, match.case_id, match.scheme)


def _neighbours(case: Case) -> Select[Any]:
    """The other screenings that run in the same organisation; no other body is ever told."""
    return select(Case).where(
        Case.organisation_id == case.organisation_id,
        Case.kind == CaseKind.SCREENING,
        Case.state != CLOSED,
    )


def _make(work: Work, case_id: UUID, entity_id: UUID, other_id: UUID, scheme: str) -> None:
    known = select(CaseNotice.id).where(
        CaseNotice.entity_id == entity_id, CaseNotice.other_case_id == other_id
    )
    if work.session.scalar(known) is None:
        row = CaseNotice(id=new_id(), case_id=case_id, entity_id=entity_id, other_case_id=other_id)
        row.scheme, row.made_at = scheme, work.now
        work.session.add(row)
        work.record(EventKind.NOTICE_MADE, row, by=scheme)


def waiting(work: Work, cases: Iterable[Case]) -> Counter[UUID]:
    """How many notices wait for this person, by case."""
    return Counter(row.case_id for row in shown(work, cases) if row.acknowledged_at is None)


def shown(work: Work, cases: Iterable[Case]) -> tuple[NoticeView, ...]:
    """The notices for this person: of cases one handles, about cases one may not see.

    A notice whose number no longer agrees, or of whom one side is protected now, is silent.
    """
    mine = {case.id: case for case in cases if handles(work, case)}
    rows = _rows(work, tuple(mine)) if mine else []
    if not rows:
        return ()
    running = select(Case).where(
        Case.id.in_({row.other_case_id for row in rows}),
        Case.organisation_id.in_({case.organisation_id for case in mine.values()}),
        Case.state != CLOSED,
        Case.id.not_in(work.visible(Permission.NETWORK_READ, Case).with_only_columns(Case.id)),
    )
    loaded = running.options(selectinload(Case.members))
    away = {case.id: case for case in work.session.scalars(loaded)}
    matches = _related.found(work.session, tuple(mine), running, work.today)
    live = {(match.entity_id, match.other_case_id): match for match in reversed(matches)}
    named = _named(work, rows)
    return tuple(
        _view(row, live[pair], away[row.other_case_id], named)
        for row in rows
        if (pair := (row.entity_id, row.other_case_id)) in live and row.other_case_id in away
    )


def handles(work: Work, case: Case) -> bool:
    """Whether the actor is a handler of this case, and it runs."""
    handler = any(row.user_id == work.actor.id and row.capacity == HANDLER for row in case.members)
    return handler and case.state != CLOSED and work.may(Permission.CASE_EDIT, case)


def _rows(work: Work, case_ids: Collection[UUID]) -> list[CaseNotice]:
    query = select(CaseNotice).where(CaseNotice.case_id.in_(case_ids))
    order = (CaseNotice.made_at.desc(), CaseNotice.id)
    return list(work.session.scalars(query.order_by(*order)))


def _named(work: Work, rows: Iterable[CaseNotice]) -> dict[tuple[UUID, UUID], set[str]]:
    """The names that were given from the other side, by the two cases."""
    pairs = {(row.other_case_id, row.case_id) for row in rows}
    query = (
        select(CaseNotice.case_id, CaseNotice.other_case_id, User.login)
        .join(User, User.id == CaseNotice.acknowledged_by_id)
        .where(CaseNotice.named, CaseNotice.case_id.in_({pair[0] for pair in pairs}))
    )
    found: dict[tuple[UUID, UUID], set[str]] = {}
    for there, here, login in work.session.execute(query):
        found.setdefault((here, there), set()).add(login)
    return found


def _view(
    row: CaseNotice,
    match: _related.Match,
    other: Case,
    named: dict[tuple[UUID, UUID], set[str]],
) -> NoticeView:
    given = named.get((row.case_id, row.other_case_id), set())
    handlers = [row.user for row in other.members if row.capacity == HANDLER and row.user.active]
    contacts = {
        Contact(
            user.organisation.name,
            tuple(sorted(role.role for role in user.roles)),
            user.name if user.login in given else "",
        )
        for user in handlers
    }
    return NoticeView(
        id=row.id,
        version=row.version,
        case_id=row.case_id,
        entity_id=row.entity_id,
        label=match.label,
        kind=match.kind,
        scheme=match.scheme,
        contacts=tuple(sorted(contacts, key=lambda each: (each.organisation, each.name))),
        made_at=row.made_at,
        acknowledged_at=row.acknowledged_at,
        named=row.named,
    )
