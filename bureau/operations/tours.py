"""A guided tour through one case: where it begins, what was found, what turned out innocent."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bureau.model import Case, Entity, Hit, PartyRole, Payment
from bureau.operations._barred import barred_ids
from bureau.operations._lead_view import LeadLine, lines
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import LeadAnswer
from bureau.work import Work

__all__ = ["Tour", "TourLead"]

MOST_LEADS = 12
CONCERNED = "R01"
EXPLAINED = "explained"


@dataclass(frozen=True, slots=True)
class TourLead:
    """A lead as the tour tells it: what speaks for innocence, what was excluded, who judged."""

    line: LeadLine
    reason: str
    judged_by: str
    supports: tuple[tuple[Texts, str], ...]
    excluded: int
    money: tuple[UUID, str] | None


@dataclass(frozen=True, slots=True)
class Tour:
    """The stations of the tour; `counts` are leads by how they ended."""

    start: tuple[UUID, str] | None
    counts: Mapping[str, int]
    explained: tuple[TourLead, ...]
    others: tuple[TourLead, ...]


def read_tour(work: Work, case_id: UUID) -> Tour:
    """What a newcomer is led past; nothing that touches a protected person."""
    case = work.case(case_id, Permission.NETWORK_READ)
    barred = barred_ids(work, case)
    rows = select(Hit).where(Hit.case_id == case.id).options(selectinload(Hit.innocents))
    hits = [
        hit
        for hit in work.session.scalars(rows.order_by(Hit.number))
        if barred.isdisjoint(hit.subjects)
    ]
    accounts = _accounts(work, hits, barred)
    told = [_told(hit, line, accounts) for hit, line in zip(hits, lines(work, hits), strict=True)]
    found = Tour(
        start=_start(work, case, barred),
        counts=Counter(hit.status for hit in hits),
        explained=tuple(each for each in told if each.line.status == EXPLAINED)[:MOST_LEADS],
        others=tuple(each for each in told if each.line.status != EXPLAINED)[:MOST_LEADS],
    )
    work.record(EventKind.CASE_READ, case, part="tour", shown=len(hits))
    return found


def _told(hit: Hit, line: LeadLine, accounts: Mapping[str, tuple[UUID, str]]) -> TourLead:
    supports = [row for row in hit.innocents if row.answer == LeadAnswer.SUPPORTS]
    return TourLead(
        line=line,
        reason=hit.reason,
        judged_by=hit.judged_by.name if hit.judged_by else "",
        supports=tuple((Texts(row.text_nl, row.text_en), row.evidence) for row in supports),
        excluded=sum(row.answer == LeadAnswer.EXCLUDED for row in hit.innocents),
        money=next((accounts[each] for each in hit.evidence if each in accounts), None),
    )


def _accounts(work: Work, hits: list[Hit], barred: frozenset[str]) -> dict[str, tuple[UUID, str]]:
    """The account that was paid in the first payment of each lead, to show the statement of."""
    first = [UUID(hit.evidence[0]) for hit in hits if hit.evidence]
    rows = (
        select(Payment.id, Entity.id, Entity.label)
        .join(Entity, Entity.id == Payment.to_id)
        .where(Payment.id.in_(first))
    )
    return {
        str(paid): (account, label)
        for paid, account, label in work.session.execute(rows)
        if str(account) not in barred
    }


def _start(work: Work, case: Case, barred: frozenset[str]) -> tuple[UUID, str] | None:
    """The person or company that the case concerns, a company first: most ties lead from there."""
    rows = (
        select(Entity.id, Entity.label, Entity.kind)
        .join(PartyRole, PartyRole.entity_id == Entity.id)
        .where(PartyRole.case_id == case.id, PartyRole.role == CONCERNED)
        .order_by(Entity.kind, Entity.label_folded)
    )
    found = [row for row in work.session.execute(rows) if str(row.id) not in barred]
    return (found[0].id, found[0].label) if found else None
