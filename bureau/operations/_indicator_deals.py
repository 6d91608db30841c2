"""What sales, mortgages and leases establish for the indicators (amounts in cents of euro)."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import Case, Entity, Lease, Mortgage, Property, Tie
from bureau.model import Sale as KeptSale
from bureau.operations import _indicator_money
from bureau.operations._indicator_money import EURO
from bureau.rules import indicator_facts as facts
from bureau.rules.vocabulary import TieKind


def from_deals(session: Session, case: Case) -> dict[str, Any]:
    """The facts on money and real estate; what is not recorded is not established."""
    query = select(KeptSale).where(KeptSale.case_id == case.id, KeptSale.currency == EURO)
    sales = session.scalars(query.order_by(KeptSale.agreed_on)).all()
    prices = {sale.property_id: sale.price_minor for sale in sales}
    owners = _owners(session, case, sales)
    leases = session.scalars(select(Lease).where(Lease.case_id == case.id))
    found = {
        **_indicator_money.from_money(session, case),
        "sales": tuple(
            facts.Sale(sale.property.label, sale.agreed_on, sale.price_minor, sale.deed)
            for sale in sales
        ),
        "valued": tuple(_valued(session, prices)),
        "mortgages": tuple(_mortgages(session, case, prices)),
        "leases": tuple(
            facts.Lease(lease.property.label, lease.landlord.label, owners[lease.property_id])
            for lease in leases
            if lease.property_id in owners
        ),
        "properties_found": len(owners),
    }
    return found | {name: found[name] or None for name in found if name != "payments"}


def _valued(session: Session, prices: Mapping[UUID, int]) -> list[facts.Valued]:
    found = []
    for property_id, price in prices.items():
        place = session.get(Entity, property_id)
        if isinstance(place, Property) and place.valuation_minor:
            found.append(facts.Valued(place.label, price, place.valuation_minor))
    return found


def _mortgages(session: Session, case: Case, prices: Mapping[UUID, int]) -> list[facts.Mortgage]:
    return [
        facts.Mortgage(
            property=row.property.label,
            holder=row.holder.label,
            kind=_indicator_money.kind_of(row.holder),
            amount=row.amount_minor,
            price=prices[row.property_id],
        )
        for row in session.scalars(select(Mortgage).where(Mortgage.case_id == case.id))
        if row.currency == EURO and row.property_id in prices
    ]


def _owners(session: Session, case: Case, sales: Sequence[KeptSale]) -> dict[UUID, str]:
    """Who owns each property: the last buyer, or who the land register names."""
    found = {sale.property_id: sale.buyer.label for sale in sales}
    kinds = (TieKind.HOLDS_RIGHT, TieKind.OWNS)
    query = select(Tie).where(Tie.case_id == case.id, Tie.kind.in_(kinds))
    for tie in session.scalars(query):
        if isinstance(tie.to_entity, Property):
            found[tie.to_id] = tie.from_entity.label
    return found
