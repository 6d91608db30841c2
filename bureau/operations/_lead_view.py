"""What a page shows of a lead: the shape found, its proof, and how often chance finds as much."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bureau.graph.project import barred
from bureau.model import Case, Entity, Hit, Innocent, Loan, Payment, Sale
from bureau.operations._deal_view import DealView, deal_view
from bureau.operations._network_rows import parties, ties
from bureau.operations._payment_pages import PaymentView, payment_view
from bureau.rules.patterns import Pattern, patterns
from bureau.rules.schema import Texts
from bureau.work import Work

CHUNK = 500


@dataclass(frozen=True, slots=True)
class LeadLine:
    """One lead as a list shows it."""

    id: UUID
    number: int
    code: str
    pattern: str
    name: Texts
    window: tuple[date, date]
    subjects: tuple[tuple[UUID, str], ...]
    status: str
    unchecked: int


@dataclass(frozen=True, slots=True)
class InnocentView:
    """One innocent explanation and what came of checking it."""

    number: int
    version: int
    code: str
    text: Texts
    answer: str
    evidence: str
    source_id: UUID | None
    by: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class LeadView:
    """A lead with all that a person needs to judge it."""

    line: LeadLine
    version: int
    pattern: Pattern
    purpose: str
    run_at: datetime
    parameters: Mapping[str, Any]
    metrics: Mapping[str, Any]
    base_rate: Mapping[str, Any]
    complete: bool
    payments: tuple[PaymentView, ...]
    deals: tuple[DealView, ...]
    innocents: tuple[InnocentView, ...]
    reason: str
    judged_by: str
    judged_at: datetime | None


def barred_ids(work: Work, case: Case) -> frozenset[str]:
    """The ids of parties that nothing about patterns may name."""
    who = parties(work, case)
    return barred(who.nodes, ties(work, case, who.names))


def line(work: Work, hit: Hit) -> LeadLine:
    """`hit` as a list shows it."""
    ids = [UUID(text) for text in hit.subjects]
    rows = work.session.execute(select(Entity.id, Entity.label).where(Entity.id.in_(ids)))
    labels = {row.id: row.label for row in rows}
    return LeadLine(
        id=hit.id,
        number=hit.number,
        code=hit.code,
        pattern=hit.pattern,
        name=_pattern(work, hit).name,
        window=(hit.window_from, hit.window_to),
        subjects=tuple((party, labels.get(party, "")) for party in ids),
        status=hit.status,
        unchecked=sum(each.answer == "not_checked" for each in hit.innocents),
    )


def view(work: Work, hit: Hit) -> LeadView:
    """`hit` with its proof."""
    ids = [UUID(text) for text in hit.evidence]
    return LeadView(
        line=line(work, hit),
        version=hit.version,
        pattern=_pattern(work, hit),
        purpose=hit.run.purpose,
        run_at=hit.run.at,
        parameters=hit.run.parameters,
        metrics=hit.metrics,
        base_rate=hit.run.base_rate,
        complete=hit.run.complete,
        payments=_payments(work, ids),
        deals=tuple(
            deal_view(work, deal) for table in (Loan, Sale) for deal in _rows(work, table, ids)
        ),
        innocents=tuple(_innocent(each) for each in hit.innocents),
        reason=hit.reason,
        judged_by=hit.judged_by.name if hit.judged_by else "",
        judged_at=hit.judged_at,
    )


def _pattern(work: Work, hit: Hit) -> Pattern:
    return patterns().row(hit.pattern, work.today)


def _innocent(row: Innocent) -> InnocentView:
    return InnocentView(
        number=row.number,
        version=row.version,
        code=row.code,
        text=Texts(row.text_nl, row.text_en),
        answer=row.answer,
        evidence=row.evidence,
        source_id=row.source_id,
        by=row.by.name if row.by else "",
        at=row.at,
    )


def _payments(work: Work, ids: list[UUID]) -> tuple[PaymentView, ...]:
    found = [payment_view(work, row) for row in _rows(work, Payment, ids)]
    return tuple(sorted(found, key=lambda row: (row.on, row.time, row.external_id, str(row.id))))


def _rows(work: Work, table: type[Any], ids: list[UUID]) -> list[Any]:
    with_ends = (
        [joinedload(Payment.payer), joinedload(Payment.payee), joinedload(Payment.learnt_from)]
        if table is Payment
        else []
    )
    found: list[Any] = []
    for start in range(0, len(ids), CHUNK):
        query = select(table).where(table.id.in_(ids[start : start + CHUNK])).options(*with_ends)
        found += work.session.scalars(query).unique()
    return found
