"""Confiscation notes: each asset of the subject and its circle, who holds it, how it was paid."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.graph.values import Edge
from bureau.model import Entity, Mortgage, Sale, Tie
from bureau.rules.confiscation import within
from bureau.rules.dates import civil_date
from bureau.rules.money import Money
from bureau.rules.vocabulary import EntityKind, TieKind
from reports.assembly.file import CaseFile, partial
from reports.assembly.order import Order
from reports.values.finance import Amount, Asset

THINGS = (EntityKind.PROPERTY, EntityKind.VEHICLE, EntityKind.WALLET)
HOLDING = (TieKind.OWNS, TieKind.HOLDS_RIGHT)


@dataclass(frozen=True, slots=True)
class _Held:
    """That somebody holds a thing, since when, for what price, and where it was learnt."""

    thing: UUID
    holder: UUID
    acquired: str
    source: UUID
    price: Amount | None = None
    on: date | None = None


def assets(file: CaseFile, order: Order) -> tuple[Asset, ...]:
    """What the subject holds, or somebody with a tie to the subject; nobody farther away."""
    day, links = civil_date(order.prepared_at), _links(file)
    found = (held for held in _holdings(file) if held.holder in links)
    return tuple(_asset(file, held, links[held.holder], day) for held in found)


def _holdings(file: CaseFile) -> Iterator[_Held]:
    """The last known holder of each thing: the buyer of the last sale, else a tie of owning."""
    things = {key for key, row in file.entities.items() if row.kind in THINGS}
    sold: dict[UUID, _Held] = {}
    query = select(Sale).where(Sale.case_id == file.case.id).order_by(Sale.agreed_on, Sale.id)
    for sale in file.work.session.scalars(query):
        if file.number(sale.learnt_from_id):
            day = sale.delivered_on or sale.agreed_on
            price = Amount(sale.price_minor, sale.currency)
            known = (sale.property_id, sale.buyer_id, day.isoformat(), sale.learnt_from_id)
            sold[sale.property_id] = _Held(*known, price, day)
    yield from (held for held in sold.values() if held.thing in things)
    owned = select(Tie).where(Tie.case_id == file.case.id, Tie.kind.in_(HOLDING))
    for tie in file.work.session.scalars(owned.order_by(Tie.key)):
        if tie.to_id in things - sold.keys() and file.number(tie.learnt_from_id):
            since = partial(tie.valid_from)
            yield _Held(tie.to_id, tie.from_id, since, tie.learnt_from_id)


def _links(file: CaseFile) -> Mapping[UUID, str]:
    """The subject and whoever has a tie to the subject whose source goes along, with its words."""
    subject = file.sieve.subject
    who = file.network.who
    back = {name: key for key, name in who.names.items()}
    links = {subject: ""} if subject else {}
    for edge in file.network.ties:
        ends = {back[edge.source], back[edge.target]}
        other = next(iter(ends - {subject}), None)
        if subject in ends and other in file.entities and _told(file, edge):
            links.setdefault(other, edge.detail or edge.label)
    return links


def _told(file: CaseFile, edge: Edge) -> bool:
    known = {source.number for source in file.sources.values()}
    return {int(number.removeprefix("S")) for number in edge.sources} <= known


def _asset(file: CaseFile, held: _Held, link: str, day: date) -> Asset:
    thing: Entity = file.entities[held.thing]
    loads = _mortgages(file, held.thing)
    own = held.holder == file.sieve.subject
    return Asset(
        label=thing.label,
        holder=file.label(held.holder),
        link=link or file.say("het onderwerp zelf", "the subject itself"),
        value=held.price,
        valuation=file.say("koopsom", "purchase price") if held.price else "",
        valued_on=held.on,
        acquired=held.acquired,
        within_six_years=within(held.acquired, day),
        encumbrances=", ".join(_load(file, row) for row in loads),
        sources=file.numbered([held.source, *(row.learnt_from_id for row in loads)]),
        other_holder_reason="" if own else file.say(
            "staat op naam van een ander dan het onderwerp",
            "stands in the name of somebody else than the subject",
        ),
        funding=_funding(file, held, loads),
    )  # fmt: skip


def _mortgages(file: CaseFile, thing: UUID) -> list[Mortgage]:
    query = select(Mortgage).where(Mortgage.case_id == file.case.id, Mortgage.property_id == thing)
    rows = file.work.session.scalars(query.order_by(Mortgage.id))
    return [row for row in rows if file.number(row.learnt_from_id)]


def _load(file: CaseFile, row: Mortgage) -> str:
    amount = Money(row.amount_minor, row.currency).display(file.language)
    holder = file.label(row.holder_id)
    return file.say(f"hypotheek {amount} van {holder}", f"mortgage {amount} of {holder}")


def _funding(file: CaseFile, held: _Held, loads: Iterable[Mortgage]) -> str:
    """What shows how it was paid for; that nothing does is said."""
    price = held.price
    same = [row for row in loads if price is not None and row.currency == price.currency]
    lent = sum(row.amount_minor for row in same)
    if price is None or not lent:
        return file.say("geen stuk over de betaling", "no document on the payment")
    rest = max(0, price.minor - lent)
    shown = Money(rest, price.currency).display(file.language)
    return file.say(
        f"deels door hypotheek; van {shown} is geen stuk over de betaling",
        f"partly by mortgage; of {shown} there is no document on the payment",
    )
