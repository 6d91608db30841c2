"""By what an imported party is found again, and how its fields become columns."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select

from bureau import keys
from bureau.formats.party_values import PartyRecord
from bureau.model import (
    Account,
    Address,
    Company,
    Device,
    Entity,
    Identifier,
    Person,
    Phone,
    Property,
    Vehicle,
    Wallet,
)
from bureau.operations._import_accounts import account_key
from bureau.operations._import_batch import Batch, fit, hashed
from bureau.operations._party_fields import key as party_key
from bureau.rules import dates, things
from bureau.rules.vocabulary import EntityKind

CLASSES: Mapping[EntityKind, type[Entity]] = {
    EntityKind.PERSON: Person,
    EntityKind.COMPANY: Company,
    EntityKind.PROPERTY: Property,
    EntityKind.ADDRESS: Address,
    EntityKind.ACCOUNT: Account,
    EntityKind.PHONE: Phone,
    EntityKind.DEVICE: Device,
    EntityKind.VEHICLE: Vehicle,
    EntityKind.WALLET: Wallet,
}
_DATES = {"born", "died", "registered_on", "ended_on", "valued_on"}
_FIRM = ("kvk", "rsin")  # numbers that mean the same company wherever they stand
FTM = "ftm:"


def keys_of(batch: Batch, record: PartyRecord) -> list[str]:
    """The keys under which the case may hold this party; it is stored under the first.

    The last is for a number that the case has given to another kind of party.
    """
    wanted = list(_wanted(batch, record))
    return [*wanted, hashed("other", record.kind, wanted[0])]


def _wanted(batch: Batch, record: PartyRecord) -> Iterator[str]:
    scheme, value = record.known_by
    if scheme == "bsn":
        # The number is found again by a keyed mark and stands nowhere in clear. Whoever is kept
        # secret once is found as such by every later file.
        mark = keys.blind(value, "identifier.bsn")[:40]
        plain, shielded = f"person:bsn:{mark}", f"person:shielded:{mark}"
        yield from (shielded, plain) if record.shielded else (plain, shielded)
    elif record.shielded:
        yield hashed("once", batch.source.sha256, record.ref)
    elif record.kind is EntityKind.ADDRESS and scheme != "ftm" and record.fields.get("street"):
        draft = Address(**{name: text for name, text in columns(record).items() if name != "note"})
        yield party_key(draft)
    else:
        yield _key(batch, record, scheme, value)


def protected_people(batch: Batch) -> dict[str, Person]:
    """Whom the case protects, by BSN: no later file brings them back as somebody else."""
    rows = (
        select(Identifier.sealed, Person)
        .join(Person, Person.id == Identifier.entity_id)
        .where(Person.case_id == batch.case.id, Person.protected.is_(True))
        .where(Identifier.scheme == "bsn")
    )
    return {number: person for number, person in batch.work.session.execute(rows) if number}


def numbers_of(record: PartyRecord) -> list[tuple[str, str]]:
    """The numbers by which the case may know this party; a person is never found by one here."""
    if record.kind is EntityKind.PERSON or record.shielded:
        return []
    firm = [number for number in record.numbers if number[0] in _FIRM]
    return list(
        dict.fromkeys([number for number in (record.known_by,) if number in record.numbers] + firm)
    )


def columns(record: PartyRecord) -> dict[str, Any]:
    """The fields of a record as they are kept; raises Invalid for one too long to keep whole."""
    table = CLASSES[record.kind]
    told: dict[str, Any] = {}
    for name, value in record.fields.items():
        if name in _DATES:
            told[name] = dates.parse(value)
        elif isinstance(value, str):
            length = getattr(getattr(table, name).type, "length", None)
            told[name] = fit(value, length or 20_000, name, record.where)
        else:
            told[name] = value
    return told


def _key(batch: Batch, record: PartyRecord, scheme: str, value: str) -> str:
    match scheme:
        case "":
            return hashed("once", batch.source.sha256, record.ref)
        case "account":
            return account_key(value)
        case "ftm":
            return f"{FTM}{value}"
        case "kvk" | "brk":
            return f"{record.kind}:{scheme}:{value}"
        case _ if scheme in things.SCHEMES:
            return f"{record.kind}:{value}"
        case _:
            return hashed(f"{record.kind}:{scheme}", value)
