"""Parties, ties, deals and payments of a case as the plain values that the graph takes."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from bureau.graph.project import EDGES
from bureau.graph.values import Edge, Node
from bureau.model import (
    Case,
    Entity,
    Lease,
    Loan,
    Mortgage,
    PartyRole,
    Payment,
    Person,
    Sale,
    Source,
    Tie,
)
from bureau.operations._facts import certainty, shown
from bureau.operations._import_grades import payment_credibility
from bureau.operations._node_facts import node_facts
from bureau.operations._party_view import share_text
from bureau.operations._same_hand import same_hands
from bureau.rules.money import Money
from bureau.rules.vocabulary import Certainty, TieKind
from bureau.work import Work

_FIRMEST = tuple(Certainty)  # from confirmed down to unknown
Names = Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class Who:
    """The parties of a case: as nodes of the graph, and the roles they have in the case."""

    nodes: tuple[Node, ...]
    names: Names
    roles: Mapping[UUID, tuple[str, ...]]


@dataclass(slots=True)
class _Flow:
    """All payments from one account to another in one currency."""

    count: int
    minor: int
    first: date
    last: date
    firmness: Certainty
    sources: set[int]


def parties(work: Work, case: Case, *, by_key: bool = False, without: Collection[UUID] = ()) -> Who:
    """The parties as nodes, named by id, or by key so that equal cases give equal runs.

    Roles that are known from the sources in `without` are not told.
    """
    query = select(Entity.id, Entity.kind, Entity.label, Entity.key)
    rows = work.session.execute(query.where(Entity.case_id == case.id)).all()
    protected = set(
        work.session.scalars(
            select(Person.id).where(Person.case_id == case.id, Person.protected.is_(True))
        )
    )
    known = node_facts(work, case)
    names = {row.id: row.key if by_key else str(row.id) for row in rows}
    hands = same_hands(work, case, protected, {row.id: row.key for row in rows})
    nodes = (
        Node(
            names[row.id],
            row.kind,
            row.label,
            protected=row.id in protected,
            agent=names[hands[row.id]] if row.id in hands else None,
            **known.get(row.id, {}),
        )
        for row in rows
    )
    return Who(tuple(nodes), names, _roles(work, case, without))


def ties(work: Work, case: Case, names: Names, language: str = "en") -> Iterator[Edge]:
    """Ties and deals as edges, each with its certainty and the number of its source."""
    for tie in _sourced(work, Tie, case):
        yield Edge(
            id=f"tie:{tie.id}",
            source=names[tie.from_id],
            target=names[tie.to_id],
            kind=tie.kind,
            on=shown(tie.valid_from),
            valid_to=shown(tie.valid_to),
            share=share_text(tie),
            label=word(tie.kind, language),
            detail=tie.detail,
            **_firm(work, tie),
        )
    for table, kind, (start, end), money, when in _DEALS:
        for deal in _sourced(work, table, case):
            yield Edge(
                id=f"{table.__tablename__}:{deal.id}:{kind}",
                source=names[getattr(deal, f"{start}_id")],
                target=names[getattr(deal, f"{end}_id")],
                kind=kind,
                on=_when(getattr(deal, when)),
                amount_minor=getattr(deal, money),
                currency=deal.currency,
                label=word(kind, language),
                **_firm(work, deal),
            )


def flows(
    work: Work,
    case: Case,
    names: Names,
    first: date | None = None,
    last: date | None = None,
    without: Collection[UUID] = (),
) -> Iterator[Edge]:
    """Payments between two days, but for some sources, by pair of accounts and by currency."""
    merged: dict[tuple[UUID, UUID, str], _Flow] = {}
    for row in work.session.execute(_summed(case, first, last, without)):
        firm = certainty(row.reliability, payment_credibility(row.source_kind), work.today)
        flow = _Flow(row.times, int(row.minor), row.first, row.last, firm, {row.number})
        key = (row.from_id, row.to_id, row.currency)
        merged[key] = _joined(merged[key], flow) if key in merged else flow
    for (payer, payee, currency), flow in merged.items():
        yield Edge(
            id=f"pays:{payer}:{payee}:{currency}",
            source=names[payer],
            target=names[payee],
            kind=TieKind.PAYS,
            certainty=flow.firmness,
            on=flow.first.isoformat(),
            valid_to=flow.last.isoformat(),
            amount_minor=flow.minor,
            currency=currency,
            sources=tuple(f"S{number}" for number in sorted(flow.sources)),
            label=f"{flow.count} x {Money(flow.minor, currency).text()} {currency}",
        )


def word(kind: TieKind, language: str) -> str:
    """How a kind of tie reads aloud."""
    spec = EDGES[kind]
    return spec.nl if language == "nl" else spec.en


# Table, kind of edge, its two ends, and where amount and date stand. A sale is two edges: the
# seller and the buyer each meet at the property.
_DEALS: tuple[tuple[type[Any], TieKind, tuple[str, str], str, str], ...] = (
    (Loan, TieKind.LENDS, ("lender", "borrower"), "principal_minor", "paid_out_on"),
    (Sale, TieKind.SOLD, ("seller", "property"), "price_minor", "agreed_on"),
    (Sale, TieKind.BOUGHT, ("buyer", "property"), "price_minor", "agreed_on"),
    (Mortgage, TieKind.MORTGAGES, ("holder", "property"), "amount_minor", "valid_from"),
    (Lease, TieKind.LEASES, ("landlord", "tenant"), "rent_minor", "valid_from"),
)


def _roles(work: Work, case: Case, without: Collection[UUID]) -> dict[UUID, tuple[str, ...]]:
    rows = select(PartyRole.entity_id, PartyRole.role).where(
        PartyRole.case_id == case.id, PartyRole.learnt_from_id.not_in(without)
    )
    found: dict[UUID, tuple[str, ...]] = {}
    for entity_id, role in work.session.execute(rows.order_by(PartyRole.role)):
        found[entity_id] = (*found.get(entity_id, ()), role)
    return found


def _sourced(work: Work, table: type[Any], case: Case) -> Iterator[Any]:
    # Columns, not records: a record would bring its source, its owner and who recorded it.
    query = (
        select(*table.__table__.columns, Source.number, Source.reliability)
        .join(Source, Source.id == table.learnt_from_id)
        .where(table.case_id == case.id)
        .order_by(table.id)
    )
    yield from work.session.execute(query)


def _firm(work: Work, fact: Any) -> dict[str, Any]:
    return {
        "certainty": certainty(fact.reliability, fact.credibility, work.today),
        "sources": (f"S{fact.number}",),
    }


def _summed(case: Case, first: date | None, last: date | None, without: Collection[UUID]) -> Any:
    wanted = [Payment.case_id == case.id, Payment.learnt_from_id.not_in(without)]
    wanted += [Payment.paid_on >= first] if first else []
    wanted += [Payment.paid_on <= last] if last else []
    ends = (Payment.from_id, Payment.to_id, Payment.currency)
    kinds = (Source.number, Source.reliability, Source.kind)
    return (
        select(
            *ends,
            func.count().label("times"),
            func.sum(Payment.amount_minor).label("minor"),
            func.min(Payment.paid_on).label("first"),
            func.max(Payment.paid_on).label("last"),
            Source.number,
            Source.reliability,
            Source.kind.label("source_kind"),
        )
        .join(Source, Source.id == Payment.learnt_from_id)
        .where(*wanted)
        .group_by(*ends, *kinds)
        .order_by(*ends, Source.number)
    )


def _joined(one: _Flow, other: _Flow) -> _Flow:
    return _Flow(
        one.count + other.count,
        one.minor + other.minor,
        min(one.first, other.first),
        max(one.last, other.last),
        min(one.firmness, other.firmness, key=_FIRMEST.index),
        one.sources | other.sources,
    )


def _when(day: Any) -> str:
    return "" if day is None else str(day)
