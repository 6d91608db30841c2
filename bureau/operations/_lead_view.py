"""What a page shows of a lead: the shape found, its proof, and how often chance finds as much."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bureau.model import Case, Entity, Hit, Innocent, Lease, Loan, Mortgage, Payment, Sale, Tie
from bureau.operations._barred import barred_ids
from bureau.operations._deal_view import DealView, deal_view
from bureau.operations._facts import Origin, origin
from bureau.operations._payment_pages import PaymentView, payment_view
from bureau.operations._record_view import RecordView, record_views, records_by_id
from bureau.rules.agenda import VictimCheck
from bureau.rules.patterns import Pattern, patterns
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import TieKind
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
class TieLine:
    """A tie behind a lead, from one party to another."""

    kind: TieKind
    start: tuple[UUID, str]
    end: tuple[UUID, str]
    origin: Origin


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
class VictimView:
    """What came of looking whether somebody in a lead may be used or forced; 0 is never looked."""

    answer: str = VictimCheck.NOT_DONE
    note: str = ""
    by: str = ""
    at: datetime | None = None
    version: int = 0


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
    records: tuple[RecordView, ...]
    ties: tuple[TieLine, ...]
    hops: int
    hops_reason: str
    victim: VictimView
    innocents: tuple[InnocentView, ...]
    reason: str
    judged_by: str
    judged_at: datetime | None


def line(work: Work, hit: Hit) -> LeadLine:
    """`hit` as a list shows it."""
    return lines(work, [hit])[0]


def lines(work: Work, hits: Sequence[Hit]) -> list[LeadLine]:
    """Each of `hits` as a list shows it; the names are asked for once."""
    ids = {UUID(text) for hit in hits for text in hit.subjects}
    rows = work.session.execute(select(Entity.id, Entity.label).where(Entity.id.in_(ids)))
    labels = {row.id: row.label for row in rows}
    return [_line(work, hit, labels) for hit in hits]


def _line(work: Work, hit: Hit, labels: Mapping[UUID, str]) -> LeadLine:
    return LeadLine(
        id=hit.id,
        number=hit.number,
        code=hit.code,
        pattern=hit.pattern,
        name=pattern_of(work, hit).name,
        window=(hit.window_from, hit.window_to),
        subjects=tuple((UUID(text), labels.get(UUID(text), "")) for text in hit.subjects),
        status=hit.status,
        unchecked=sum(each.answer == "not_checked" for each in hit.innocents),
    )


def view(work: Work, hit: Hit) -> LeadView:
    """`hit` with its proof."""
    ids = [UUID(text) for text in hit.evidence]
    case = work.session.get_one(Case, hit.case_id)
    out = barred_ids(work, case)
    return LeadView(
        line=line(work, hit),
        version=hit.version,
        pattern=pattern_of(work, hit),
        purpose=hit.run.purpose,
        run_at=hit.run.at,
        parameters=hit.run.parameters,
        metrics=hit.metrics,
        base_rate=hit.run.base_rate,
        complete=hit.run.complete,
        payments=_payments(work, ids, out),
        deals=_deals(work, ids, out),
        records=_records(work, case, ids, out),
        ties=_ties(work, ids, out),
        hops=hit.run.hops,
        hops_reason=hit.run.hops_reason,
        victim=_victim(hit),
        innocents=tuple(_innocent(each) for each in hit.innocents),
        reason=hit.reason,
        judged_by=hit.judged_by.name if hit.judged_by else "",
        judged_at=hit.judged_at,
    )


def pattern_of(work: Work, hit: Hit) -> Pattern:
    """The row of the catalogue under which a hit was found, as it holds today."""
    return patterns().row(hit.pattern, work.today)


def _victim(hit: Hit) -> VictimView:
    row = hit.victim
    return (
        VictimView(row.answer, row.note, row.by.name, row.at, row.version) if row else VictimView()
    )


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


def _payments(work: Work, ids: list[UUID], out: frozenset[str]) -> tuple[PaymentView, ...]:
    found = [
        payment_view(work, row)
        for row in _rows(work, Payment, ids)
        if out.isdisjoint((str(row.from_id), str(row.to_id)))
    ]
    return tuple(sorted(found, key=lambda row: (row.on, row.time, row.external_id, str(row.id))))


def _deals(work: Work, ids: list[UUID], out: frozenset[str]) -> tuple[DealView, ...]:
    found = (
        deal_view(work, deal)
        for table in (Loan, Sale, Mortgage, Lease)
        for deal in _rows(work, table, ids)
    )
    return tuple(
        deal for deal in found if out.isdisjoint(str(party) for _, party, _ in deal.parties)
    )


def _records(
    work: Work, case: Case, ids: list[UUID], out: frozenset[str]
) -> tuple[RecordView, ...]:
    """The records behind a lead; one in which a party takes part that nothing may name is not."""
    found = records_by_id(work, case, ids)
    shown = (row for row in found if out.isdisjoint(str(each.entity_id) for each in row.parties))
    return record_views(work, shown)


def _ties(work: Work, ids: list[UUID], out: frozenset[str]) -> tuple[TieLine, ...]:
    """The ties behind a lead; one to a party that nothing may name is not among them."""
    lines = (
        TieLine(
            tie.kind,
            (tie.from_id, tie.from_entity.label),
            (tie.to_id, tie.to_entity.label),
            origin(work, tie),
        )
        for tie in _rows(work, Tie, ids)
        if out.isdisjoint((str(tie.from_id), str(tie.to_id)))
    )
    return tuple(sorted(lines, key=lambda line: (line.kind, line.start[1], line.end[1])))


def _rows(work: Work, table: type[Any], ids: list[UUID]) -> list[Any]:
    with_ends = {
        Payment: (Payment.payer, Payment.payee, Payment.learnt_from),
        Tie: (Tie.from_entity, Tie.to_entity, Tie.learnt_from),
    }.get(table, ())
    found: list[Any] = []
    for start in range(0, len(ids), CHUNK):
        query = (
            select(table)
            .where(table.id.in_(ids[start : start + CHUNK]))
            .options(*map(joinedload, with_ends))
        )
        found += work.session.scalars(query).unique()
    return found
