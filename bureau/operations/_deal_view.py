"""What a page shows of a deal: who, what, for how much, and where that was learnt."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm.util import identity_key

from bureau.model import Case, Entity, Lease, Loan, Mortgage, Sale, WorksPermit
from bureau.operations._facts import Origin, origin, shown
from bureau.rules.money import Money
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class DealView:
    """One deal; `parties` by the part they play, `terms` as far as the source gives them."""

    id: UUID
    version: int
    kind: str
    on: str
    amount: Money | None
    parties: tuple[tuple[str, UUID, str], ...]
    terms: tuple[tuple[str, str], ...]
    origin: Origin


# By table: the parts that are played, where the date stands and where the amount.
_PARTS: Mapping[type[Any], tuple[str, ...]] = {
    Loan: ("lender", "borrower"),
    Sale: ("property", "seller", "buyer"),
    Mortgage: ("holder", "property"),
    Lease: ("landlord", "tenant", "property"),
    WorksPermit: ("property",),
}
_TERMS: Mapping[type[Any], tuple[str, ...]] = {
    Loan: ("contract_on", "interest_percent", "security", "schedule"),
    Sale: ("delivered_on", "deed"),
    WorksPermit: ("works",),
}
_WHEN: Mapping[type[Any], Callable[[Any], str]] = {
    Loan: lambda deal: shown(deal.paid_out_on),
    Sale: lambda deal: str(deal.agreed_on),
    Mortgage: lambda deal: shown(deal.valid_from),
    Lease: lambda deal: shown(deal.valid_from),
    WorksPermit: lambda deal: str(deal.granted_on),
}
_AMOUNT: Mapping[type[Any], str] = {
    Loan: "principal_minor",
    Sale: "price_minor",
    Mortgage: "amount_minor",
    Lease: "rent_minor",
}


def deals_of(work: Work, case: Case, entity_id: UUID | None = None) -> tuple[DealView, ...]:
    """The deals of a case, or those in which one party plays a part, oldest first."""
    found = [deal_view(work, deal) for deal in fetched(work, case, _PARTS, entity_id)]
    return tuple(sorted(found, key=lambda deal: (not deal.on, deal.on, deal.kind, str(deal.id))))


def fetched(
    work: Work, case: Case, tables: Iterable[type[Any]], entity_id: UUID | None = None
) -> list[Any]:
    """The deals of `case` in `tables`, with their parties fetched at once."""
    found = [
        deal for table in tables for deal in work.session.scalars(_rows(table, case, entity_id))
    ]
    played = [(deal, part) for deal in found for part in _PARTS[type(deal)]]
    wanted = {getattr(deal, f"{part}_id") for deal, part in played} - {None}
    known = work.session.identity_map
    missing = [each for each in wanted if identity_key(Entity, each) not in known]
    query = select(Entity).where(Entity.id.in_(missing))
    at_hand = work.session.scalars(query).all() if missing else []
    for deal, part in played:
        getattr(deal, part)  # taken from those at hand; each holds its own from now on
    del at_hand
    return found


def deal_view(work: Work, deal: Any) -> DealView:
    """`deal` as a page shows it."""
    table = type(deal)
    named = [(part, getattr(deal, part)) for part in _PARTS[table]]
    terms = [(term, _text(getattr(deal, term))) for term in _TERMS.get(table, ())]
    amount = _AMOUNT.get(table)
    return DealView(
        id=deal.id,
        version=deal.version,
        kind=deal.__tablename__,
        on=_WHEN[table](deal),
        amount=Money(getattr(deal, amount), deal.currency) if amount else None,
        parties=tuple((part, who.id, who.label) for part, who in named),
        terms=tuple((term, text) for term, text in terms if text),
        origin=origin(work, deal),
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _rows(table: type[Any], case: Case, entity_id: UUID | None) -> Any:
    rows = select(table).where(table.case_id == case.id)
    if entity_id is None:
        return rows
    return rows.where(or_(*(getattr(table, f"{part}_id") == entity_id for part in _PARTS[table])))
