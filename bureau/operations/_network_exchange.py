"""What leaves with a network that is exchanged: numbers and dates of its parties, its payments.

A citizen number never leaves; neither do notes, which are the house's own.
"""

from collections.abc import Collection, Container, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import lazyload, with_polymorphic

from bureau.formats.ftm_write import Known
from bureau.formats.values import PaymentRecord
from bureau.model import Account, Address, Case, Company, Entity, Identifier, Payment, Person
from bureau.model import Property as Estate
from bureau.operations._facts import shown
from bureau.operations._import_keys import FTM
from bureau.operations._payment_pages import clock
from bureau.rules.things import SCHEMES
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

_CITIZEN = "bsn"
_COMPANY = {"kvk": "registrationNumber", "rsin": "taxNumber"}
_THINGS = {"phone": "number", "mail": "email", "plate": "registrationNumber", "wallet": "publicKey"}
_BY_NUMBER = (EntityKind.PHONE, EntityKind.DEVICE, EntityKind.VEHICLE, EntityKind.WALLET)


def exchange(
    work: Work, case: Case, graph: Any, without: Collection[UUID] = ()
) -> tuple[dict[str, Known], list[PaymentRecord]]:
    """What is known of each node of `graph`, and the payments between the accounts in it.

    What is known from the sources in `without` is not told.
    """
    numbers: dict[UUID, list[tuple[str, str]]] = {}
    rows = select(Identifier.entity_id, Identifier.scheme, Identifier.value)
    kept = rows.where(
        Identifier.case_id == case.id,
        Identifier.scheme != _CITIZEN,
        Identifier.learnt_from_id.not_in(without),
    )
    for owner, scheme, value in work.session.execute(kept.order_by(Identifier.value)):
        numbers.setdefault(owner, []).append((scheme, value))
    # Every kind of party at once, without the source of each: one question for any case.
    every = with_polymorphic(Entity, "*")
    whole = select(every).where(every.case_id == case.id).options(lazyload(every.learnt_from))
    entities = work.session.scalars(whole)
    known = {
        str(entity.id): Known(
            _id(entity),
            _values(entity, numbers.get(entity.id, []), shut=entity.learnt_from_id in without),
        )
        for entity in entities
        if str(entity.id) in graph
    }
    return known, list(payment_rows(work, case, graph, without))


def _id(entity: Entity) -> str:
    """The id under which other systems know a party: theirs, its number, or else our own."""
    if entity.key.startswith(FTM):
        return entity.key.removeprefix(FTM)
    numbered = isinstance(entity, Account) and entity.number
    return entity.key if numbered or entity.kind in _BY_NUMBER else str(entity.id)


def _values(entity: Entity, numbers: list[tuple[str, str]], *, shut: bool) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    fields = () if shut else _fields(entity)
    told = [*fields, *(_number(entity, *number) for number in numbers)]
    for name, text in told:
        if text:
            values.setdefault(name, []).append(text)
    if any(scheme == "kvk" for scheme, _ in numbers):
        values["jurisdiction"] = ["nl"]
    return values


def _fields(entity: Entity) -> Iterator[tuple[str, str]]:
    match entity:
        case Person():
            yield "firstName", entity.given_names
            yield "lastName", f"{entity.prefix} {entity.family_name}".strip()
            yield "birthDate", shown(entity.born)
            yield "deathDate", shown(entity.died)
        case Company():
            yield "legalForm", entity.legal_form
            yield "incorporationDate", shown(entity.registered_on)
            yield "dissolutionDate", shown(entity.ended_on)
            yield from (("sector", text) for text in (entity.hub, entity.activity))
        case Estate():
            yield "propertyType", entity.use
            yield "cadastralCode", entity.designation
            yield "area", str(entity.square_metres or "")
        case Address():
            house = "-".join(filter(None, (entity.number, entity.addition)))
            yield "street", f"{entity.street} {house}".strip()
            yield "postalCode", entity.postcode
            yield "city", entity.city
            yield "country", entity.country
        case Account() if entity.number:
            yield "accountNumber", entity.number
            yield "bankName", entity.bank
            yield "name", entity.holder_name


def _number(entity: Entity, scheme: str, value: str) -> tuple[str, str]:
    plain = value if scheme == "foreign" else f"{scheme} {value}"
    match entity.kind:
        case EntityKind.COMPANY:
            return (_COMPANY[scheme], value) if scheme in _COMPANY else ("idNumber", plain)
        case EntityKind.PERSON:
            return "idNumber", plain
        case EntityKind.PROPERTY:
            return "registrationNumber", plain
        case kind if kind in _BY_NUMBER and scheme in SCHEMES:
            return (_THINGS[scheme], value) if scheme in _THINGS else ("username", plain)
        case _:
            return "", ""


def payment_rows(
    work: Work, case: Case, shown: Container[str], without: Collection[UUID] = ()
) -> Iterator[PaymentRecord]:
    """The payments between accounts that are `shown`, named by party id; not those `without`."""
    rows = select(
        Payment.from_id,
        Payment.to_id,
        Payment.paid_on,
        Payment.second_of_day,
        Payment.amount_minor,
        Payment.currency,
        Payment.reference,
        Payment.kind,
        Payment.external_id,
    ).where(Payment.case_id == case.id, Payment.learnt_from_id.not_in(without))
    for row in work.session.execute(rows):
        ends = str(row.from_id), str(row.to_id)
        if ends[0] in shown and ends[1] in shown:
            yield PaymentRecord(
                where={},
                external_id=row.external_id,
                on=row.paid_on.isoformat(),
                time=clock(row.second_of_day),
                amount_minor=row.amount_minor,
                currency=row.currency,
                from_account=ends[0],
                to_account=ends[1],
                reference=row.reference,
                kind=row.kind,
            )
