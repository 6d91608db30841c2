"""Who and what appears in a case: persons, companies, real estate, accounts, things and so on."""

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from bureau.errors import Invalid
from bureau.model import (
    Account,
    Address,
    Case,
    Company,
    Device,
    Entity,
    Identifier,
    PartyRole,
    Person,
    Phone,
    Property,
    Questionnaire,
    Screening,
    Vehicle,
    Wallet,
)
from bureau.operations import _form_names, _notices, _party_keys, _rows
from bureau.operations._checks import fitting, one_of
from bureau.operations._facts import Learnt, sourced
from bureau.operations._form_names import FormName
from bureau.operations._party_fields import (
    FIELDS,
    SCHEMES,
    checked,
    in_order,
    key,
    label,
)
from bureau.operations._party_view import PartyLine, PartyView, lines, view
from bureau.policy import Permission
from bureau.rules import identifiers as numbers
from bureau.rules import things
from bureau.rules.events import EventKind
from bureau.rules.roles import names
from bureau.rules.things import THINGS
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

__all__ = ["FIELDS", "SCHEMES", "Learnt", "PartyLine", "PartyView"]

MADE: Mapping[EntityKind, type[Entity]] = {
    EntityKind.PHONE: Phone,
    EntityKind.DEVICE: Device,
    EntityKind.VEHICLE: Vehicle,
    EntityKind.WALLET: Wallet,
}
KEYED = {"number", "street", "addition", "postcode", "city"}  # what a key is made of
Kept = TypeVar("Kept", bound=Entity)


def record_person(work: Work, case_id: UUID, learnt: Learnt, **fields: Any) -> Person:
    """A natural person; `family_name` is needed, a protected one is never merged or drawn."""
    case = work.case(case_id, Permission.FACT_RECORD)
    return _record(work, case, Person(), learnt, {"family_name": "", **fields})


def record_company(
    work: Work, case_id: UUID, learnt: Learnt, *, name: str, kvk: str = "", **fields: Any
) -> Company:
    """A company; with a KVK number (eight digits) a later import finds it again."""
    case = work.case(case_id, Permission.FACT_RECORD)
    number = numbers.kvk_number(kvk) if kvk else ""
    return _record(work, case, Company(), learnt, {"label": name, **fields}, {"kvk": number})


def record_property(
    work: Work, case_id: UUID, learnt: Learnt, *, name: str, **fields: Any
) -> Property:
    """A piece of real estate; `valuation_minor` in cents of euro, `square_metres` whole."""
    case = work.case(case_id, Permission.FACT_RECORD)
    return _record(work, case, Property(), learnt, {"label": name, **fields})


def record_address(work: Work, case_id: UUID, learnt: Learnt, **fields: Any) -> Address:
    """A place where somebody lives, works or is registered; `street` is needed."""
    case = work.case(case_id, Permission.FACT_RECORD)
    return _record(work, case, Address(), learnt, {"street": "", **fields})


def record_account(
    work: Work, case_id: UUID, learnt: Learnt, *, number: str, **fields: Any
) -> Account:
    """An account; its number is text, zeros and all."""
    case = work.case(case_id, Permission.FACT_RECORD)
    return _record(work, case, Account(), learnt, {"number": number, **fields})


def record_thing(
    work: Work,
    case_id: UUID,
    learnt: Learnt,
    kind: EntityKind,
    *,
    name: str = "",
    number: str = "",
    scheme: str = "",
    **fields: Any,
) -> Entity:
    """A phone, device, vehicle or wallet; its number is its name where it has no other.

    `scheme` says what the number is; without it the first that fits the kind.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    schemes = things.fitting_schemes(one_of(kind, "kind", THINGS))
    chosen = one_of(scheme or schemes[0], "scheme", schemes)
    told = things.number(chosen, number) if number else ""
    entity = MADE[EntityKind(kind)]()
    label_fields = {"label": name or told, **fields}
    return _record(work, case, entity, learnt, label_fields, {chosen: told})


def change_party(
    work: Work, case_id: UUID, entity_id: UUID, version: int, changes: Mapping[str, Any]
) -> Entity:
    """Correct what is recorded about a party; FIELDS says what may be changed."""
    case = work.case(case_id, Permission.FACT_RECORD)
    entity = work.within(Entity, entity_id, case)
    given = checked(type(entity), changes)
    work.expect(entity, version, given)
    for field, value in given.items():
        setattr(entity, field, value)
    in_order(entity, work.today)
    entity.label = label(entity)
    if given.keys() & KEYED:
        entity.key = _party_keys.free_key(work, entity)
    work.record(EventKind.PARTY_CHANGED, entity, party=entity.kind, fields=sorted(given))
    _notices.tell(work, case, (entity.id,))
    return entity


def add_identifier(
    work: Work, case_id: UUID, entity_id: UUID, scheme: str, value: str, *, learnt: Learnt
) -> Identifier:
    """A number by which a register knows a party; a BSN is sealed and only shown masked."""
    case = work.case(case_id, Permission.FACT_RECORD)
    entity = work.within(Entity, entity_id, case)
    text = SCHEMES[one_of(scheme, "scheme", tuple(SCHEMES))](value, scheme)
    secret = text if scheme == "bsn" else None
    shown = numbers.mask_bsn(text) if secret else text
    _party_keys.refuse_known(work, case, scheme, shown, entity if secret else None)
    row = Identifier(
        entity=entity, scheme=scheme, value=shown, sealed=secret, **sourced(work, case, learnt)
    )
    work.session.add(row)
    work.record(EventKind.PARTY_CHANGED, entity, identifier=scheme)
    _notices.tell(work, case, (entity.id,))
    return row


def assign_role(
    work: Work,
    case_id: UUID,
    entity_id: UUID,
    role: str,
    *,
    learnt: Learnt,
    direct: bool = True,
    remark: str = "",
) -> PartyRole:
    """The part of a party in the case, with dates; in a screening as in Wet Bibob art. 3(4)."""
    case = work.case(case_id, Permission.FACT_RECORD)
    entity = work.within(Entity, entity_id, case)
    facts = sourced(work, case, learnt)
    if any(row.role == role and row.valid_from == facts["valid_from"] for row in entity.roles):
        raise Invalid("This party has that role from that date already.", where={"field": "role"})
    row = PartyRole(
        entity=entity,
        role=one_of(role, "role", tuple(names(case.kind))),
        direct=direct,
        remark=fitting(remark, "remark"),
        **facts,
    )
    work.session.add(row)
    work.record(EventKind.PARTY_CHANGED, entity, role=role, direct=direct)
    return row


def read_party(work: Work, case_id: UUID, entity_id: UUID) -> PartyView:
    """All that the case holds about one party, each fact with its source and grade."""
    case = work.case(case_id, Permission.NETWORK_READ)
    entity = work.within(Entity, entity_id, case)
    work.record(EventKind.PARTY_READ, entity, party=entity.kind)
    return view(work, case, entity)


def list_parties(
    work: Work, case_id: UUID, kind: EntityKind | None = None
) -> tuple[PartyLine, ...]:
    """The parties of a case by label, all of them or of one kind."""
    case = work.case(case_id, Permission.NETWORK_READ)
    found = lines(work, case, kind)
    work.record(EventKind.CASE_READ, case, part="parties", shown=len(found))
    return found


def list_named(work: Work, case_id: UUID) -> tuple[FormName, ...]:
    """Whom the form names and no party of the case is called; empty where there is no form."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = _rows.rows(work.session, case, (Screening, Questionnaire))
    known = {each.label.casefold() for each in lines(work, case, None)}
    found = tuple(one for one in _form_names.named(rows) if one.name.casefold() not in known)
    work.record(EventKind.CASE_READ, case, part="named on the form", shown=len(found))
    return found


def _record(
    work: Work,
    case: Case,
    entity: Kept,
    learnt: Learnt,
    fields: Mapping[str, Any],
    known_as: Mapping[str, str] | None = None,
) -> Kept:
    for field, value in checked(type(entity), fields).items():
        setattr(entity, field, value)
    facts = sourced(work, case, learnt)
    for column, value in facts.items():
        setattr(entity, column, value)
    in_order(entity, work.today)
    entity.label = label(entity)
    named = {scheme: value for scheme, value in (known_as or {}).items() if value}
    entity.key = key(entity, next(iter(named.values()), ""))
    entity.key = _party_keys.free_key(work, entity)
    for scheme, value in named.items():
        _party_keys.refuse_known(work, case, scheme, value, None)
        entity.identifiers.append(Identifier(scheme=scheme, value=value, **facts))
    work.session.add(entity)
    work.record(EventKind.PARTY_RECORDED, entity, party=entity.kind)
    if named:
        _notices.tell(work, case, (entity.id,))
    return entity
