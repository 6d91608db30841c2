"""What deals and ties establish about real estate and whoever stands behind its title."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import Address, Case, Company, Entity, Lease, Person, Property, Sale, Tie
from bureau.model import WorksPermit as Permit
from bureau.operations._indicator_people import CIRCLE, STEPS, current, distances, looked_at
from bureau.rules.figures import Figures
from bureau.rules.indicator_people import (
    Delivery,
    Purchase,
    RelatedSale,
    Rent,
    TitleHolder,
    Works,
)
from bureau.rules.vocabulary import TieKind

EURO, HOME, FOUNDATION = "EUR", frozenset({"", "NL", "NEDERLAND", "NETHERLANDS"}), "stichting"
LED = (TieKind.OWNS, TieKind.DIRECTS, TieKind.MANAGES)
TITLE = (TieKind.HOLDS_RIGHT, TieKind.OWNS)
RELATED = CIRCLE | {TieKind.FAMILY}


def from_estate(session: Session, case: Case, known: Figures, today: date) -> dict[str, Any]:
    """The facts on works, purchases, related parties, title holders and rents."""
    ties = session.scalars(select(Tie).where(Tie.case_id == case.id)).all()
    query = select(Sale).where(Sale.case_id == case.id, Sale.currency == EURO)
    sales = session.scalars(query.order_by(Sale.agreed_on)).all()
    found = {
        "works": _works(session, case, known),
        "deliveries": tuple(
            Delivery(sale.property.label, sale.delivered_on) for sale in sales if sale.delivered_on
        ),
        "purchases": tuple(
            Purchase(sale.buyer.label, sale.agreed_on) for sale in sales if looked_at(sale.buyer)
        ),
        "related_sales": tuple(_related(ties, sales)),
        "title_holders": tuple(_holders(current(ties, today), sales)),
        "rents": tuple(_rents(session, case, known)),
    }
    return {name: value or None for name, value in found.items()}


def abroad(ties: Iterable[Tie], entity_id: UUID) -> bool | None:
    """Whether a party is established outside the Netherlands, where its address is known."""
    places = [
        tie.to_entity for tie in ties if tie.from_id == entity_id and tie.kind is TieKind.LOCATED_AT
    ]
    countries = {place.country.strip().upper() for place in places if isinstance(place, Address)}
    return bool(countries - HOME) if countries else None


def _works(session: Session, case: Case, known: Figures) -> tuple[Works, ...]:
    permits = session.scalars(select(Permit).where(Permit.case_id == case.id))
    seen = known.all("works_seen") or ()
    return (
        *(Works(permit.property.label, permit.granted_on) for permit in permits),
        *(Works(row.subject, row.value) for row in seen if isinstance(row.value, date)),
    )


def _related(ties: Sequence[Tie], sales: Iterable[Sale]) -> Iterable[RelatedSale]:
    """Every sale of an estate with a known value, with the steps between its parties."""
    steps: dict[UUID, Mapping[UUID, int]] = {}
    for sale in sales:
        place = sale.property
        named = looked_at(sale.seller) and looked_at(sale.buyer)
        if named and isinstance(place, Property) and place.valuation_minor:
            near = steps.setdefault(sale.seller_id, distances(ties, sale.seller_id, RELATED))
            yield RelatedSale(
                place.label, near.get(sale.buyer_id), sale.price_minor, place.valuation_minor
            )


def _holders(ties: Sequence[Tie], sales: Iterable[Sale]) -> Iterable[TitleHolder]:
    """Who holds each title now, and whether a natural person is seen above the holder."""
    owners: dict[UUID, tuple[Entity, Entity]] = {
        sale.property_id: (sale.property, sale.buyer) for sale in sales
    }
    for tie in ties:
        if tie.kind in TITLE and isinstance(tie.to_entity, Property):
            owners[tie.to_id] = (tie.to_entity, tie.from_entity)
    for place, holder in owners.values():
        firm = isinstance(holder, Company)
        yield TitleHolder(
            property=place.label,
            holder=holder.label,
            foundation=isinstance(holder, Company) and FOUNDATION in holder.legal_form.lower(),
            abroad=firm and bool(abroad(ties, holder.id)),
            has_controller=not firm or _controlled(ties, holder.id),
        )


def _controlled(ties: Sequence[Tie], holder: UUID) -> bool:
    """Whether a natural person stands anywhere above a company, a few steps up at the most."""
    above, seen = {holder}, {holder}
    for _ in range(STEPS):
        led = [tie.from_entity for tie in ties if tie.kind in LED and tie.to_id in above]
        if any(isinstance(each, Person) for each in led):
            return True
        above = {each.id for each in led} - seen
        seen |= above
    return False


def _rents(session: Session, case: Case, known: Figures) -> Iterable[Rent]:
    query = select(Lease).where(Lease.case_id == case.id, Lease.currency == EURO)
    for lease in session.scalars(query):
        place = lease.property
        registered = place.square_metres if isinstance(place, Property) else None
        metres = known.number("floor_area", place.label) or Decimal(registered or 0)
        low, high = (known.number(kind, place.label) for kind in ("rent_low", "rent_high"))
        if metres and low is not None and high is not None:
            yield Rent(place.label, round(lease.rent_minor / metres), int(low), int(high))
