"""Real estate over time: who owned, lent and rented, for what, with jumps in price explained."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotFound
from bureau.model import Case, Lease, Mortgage, Property, Sale, Tie, WorksPermit
from bureau.operations import _thresholds
from bureau.operations._facts import Origin, origin
from bureau.operations._indicator_people import exact
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.indicators import indicators
from bureau.rules.money import Money
from bureau.rules.vocabulary import TieKind
from bureau.work import Work

JUMP = "PRO-02"
OWNER, LENDER, TENANT = "owner", "lender", "tenant"


@dataclass(frozen=True, slots=True)
class PropertyLine:
    """One property as a list shows it."""

    id: UUID
    label: str
    use: str
    valuation: Money | None
    sales: int
    jumps: int


@dataclass(frozen=True, slots=True)
class Span:
    """Somebody in one part from a day to a day; without an end it lasts, as far as is known."""

    part: str
    who_id: UUID
    who: str
    begins: date | None
    ends: date | None
    amount: Money | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Price:
    """A price on a day, with the rise since the one before and what may explain it."""

    on: date
    amount: Money
    seller: str
    buyer: str
    ratio: Decimal | None
    days: int | None
    jump: bool
    works: tuple[tuple[date, str], ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class PropertyView:
    """A property with everybody who had to do with it over time."""

    id: UUID
    label: str
    designation: str
    use: str
    square_metres: int | None
    valuation: Money | None
    valued_on: str
    spans: tuple[Span, ...]
    prices: tuple[Price, ...]
    works: tuple[tuple[date, str], ...]


def list_properties(work: Work, case_id: UUID) -> tuple[PropertyLine, ...]:
    """The real estate of a case, by name."""
    case = work.case(case_id, Permission.NETWORK_READ)
    query = select(Property).where(Property.case_id == case.id)
    found = []
    for place in work.session.scalars(query.order_by(Property.label)):
        prices = _prices(work, case, place)
        found.append(
            PropertyLine(
                id=place.id,
                label=place.label,
                use=place.use,
                valuation=_valued(place),
                sales=len(prices),
                jumps=sum(price.jump for price in prices),
            )
        )
    work.record(EventKind.CASE_READ, case, part="properties", shown=len(found))
    return tuple(found)


def read_property(work: Work, case_id: UUID, property_id: UUID) -> PropertyView:
    """One property: owners, lenders and tenants over time, prices and works."""
    case = work.case(case_id, Permission.NETWORK_READ)
    place = work.session.get(Property, property_id)
    if place is None or place.case_id != case.id:
        raise NotFound("There is nothing here that you may see.")
    spans = (
        *_owners(work, case, place),
        *_lenders(work, case, place),
        *_tenants(work, case, place),
    )
    found = PropertyView(
        id=place.id,
        label=place.label,
        designation=place.designation,
        use=place.use,
        square_metres=place.square_metres,
        valuation=_valued(place),
        valued_on=str(place.valued_on or ""),
        spans=spans,
        prices=_prices(work, case, place),
        works=_works(work, case, place),
    )
    work.record(EventKind.PARTY_READ, place, part="property")
    return found


def _valued(place: Property) -> Money | None:
    return Money(place.valuation_minor) if place.valuation_minor else None


def _of(work: Work, table: type[Any], case: Case, place: Property) -> list[Any]:
    query = select(table).where(table.case_id == case.id, table.property_id == place.id)
    return list(work.session.scalars(query))


def _sales(work: Work, case: Case, place: Property) -> list[Sale]:
    return sorted(_of(work, Sale, case, place), key=lambda sale: (sale.agreed_on, str(sale.id)))


def _works(work: Work, case: Case, place: Property) -> tuple[tuple[date, str], ...]:
    permits = _of(work, WorksPermit, case, place)
    return tuple(sorted((permit.granted_on, permit.works) for permit in permits))


def _owners(work: Work, case: Case, place: Property) -> Iterator[Span]:
    """Owners by sale, each until the next; then whom the land register names."""
    sales = _sales(work, case, place)
    ends = [*(_passed(sale) for sale in sales[1:]), None][: len(sales)]
    if sales:
        first = sales[0]
        yield _span(work, OWNER, first.seller, (None, _passed(first)), None, first)
    for sale, end in zip(sales, ends, strict=True):
        price = Money(sale.price_minor, sale.currency)
        yield _span(work, OWNER, sale.buyer, (_passed(sale), end), price, sale)
    kinds = (TieKind.HOLDS_RIGHT, TieKind.OWNS)
    query = select(Tie).where(Tie.case_id == case.id, Tie.to_id == place.id, Tie.kind.in_(kinds))
    known = {sale.buyer_id for sale in sales} | {sale.seller_id for sale in sales[:1]}
    for tie in work.session.scalars(query):
        if tie.from_id not in known:
            yield _span(work, OWNER, tie.from_entity, _held(tie), None, tie)


def _passed(sale: Sale) -> date:
    return sale.delivered_on or sale.agreed_on


def _held(fact: Any) -> tuple[date | None, date | None]:
    return exact(fact.valid_from), exact(fact.valid_to)


def _lenders(work: Work, case: Case, place: Property) -> Iterable[Span]:
    for loan in _of(work, Mortgage, case, place):
        amount = Money(loan.amount_minor, loan.currency)
        yield _span(work, LENDER, loan.holder, _held(loan), amount, loan)


def _tenants(work: Work, case: Case, place: Property) -> Iterable[Span]:
    for lease in _of(work, Lease, case, place):
        amount = Money(lease.rent_minor, lease.currency)
        yield _span(work, TENANT, lease.tenant, _held(lease), amount, lease)


def _span(
    work: Work,
    part: str,
    who: Any,
    days: tuple[date | None, date | None],
    amount: Money | None,
    fact: Any,
) -> Span:
    return Span(part, who.id, who.label, *days, amount, origin(work, fact))


def _prices(work: Work, case: Case, place: Property) -> tuple[Price, ...]:
    """The prices in order; one is marked where PRO-02 would ask about it, in one currency only."""
    row = indicators().row(JUMP, work.today)
    made = _thresholds.changes(work.session, case.organisation_id)
    limits = _thresholds.held(row, made, work.today).values
    sales = _sales(work, case, place)
    works = _works(work, case, place)
    found = [_price(work, sale) for sale in sales[:1]]
    for before, sale in pairwise(sales):
        alike = before.currency == sale.currency and before.price_minor > 0
        ratio = Decimal(sale.price_minor) / before.price_minor if alike else None
        days = (sale.agreed_on - before.agreed_on).days
        between = tuple(each for each in works if before.agreed_on <= each[0] <= sale.agreed_on)
        jump = ratio is not None and days <= limits["days"] and ratio > limits["ratio"]
        found.append(_price(work, sale, ratio=ratio, days=days, jump=jump, works=between))
    return tuple(found)


def _price(work: Work, sale: Sale, **since: Any) -> Price:
    rise: dict[str, Any] = {"ratio": None, "days": None, "jump": False, "works": ()} | since
    return Price(
        on=sale.agreed_on,
        amount=Money(sale.price_minor, sale.currency),
        seller=sale.seller.label,
        buyer=sale.buyer.label,
        origin=origin(work, sale),
        **rise,
    )
