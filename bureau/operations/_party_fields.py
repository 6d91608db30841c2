"""What may be recorded about each kind of party: field by field, checked before it is kept."""

from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from bureau.errors import Invalid
from bureau.formats.accounts import account_text
from bureau.model import (
    Account,
    Address,
    Company,
    Device,
    Entity,
    Person,
    Phone,
    Property,
    Vehicle,
    Wallet,
)
from bureau.model.base import new_id
from bureau.model.entity import LABEL_LENGTH, folded
from bureau.operations._checks import fitting, one_of, said
from bureau.rules import dates, identifiers, things
from bureau.rules.vocabulary import EntityKind, Hub

Check = Callable[[Any, str], Any]


def _text(most: int) -> Check:
    return lambda value, field: fitting(value, field, most)


def _needed(most: int) -> Check:
    return lambda value, field: said(value, field, most)


def _partial(value: str, _: str) -> dates.PartialDate:
    return dates.parse(value)


def _flag(value: bool, _: str) -> bool:
    return bool(value)


def _count(value: int | None, field: str) -> int | None:
    if value is not None and value < 0:
        raise Invalid("{field} cannot be less than nought.", where={"field": field}, field=field)
    return value


def _hub(value: str, field: str) -> str:
    return one_of(value, field, tuple(Hub))


_NOTE = _text(20_000)
_THING: Mapping[str, Check] = {"label": _needed(LABEL_LENGTH), "note": _NOTE}
FIELDS: Mapping[type[Entity], Mapping[str, Check]] = {
    Person: {
        "given_names": _text(200),
        "prefix": _text(40),
        "family_name": _needed(200),
        "born": _partial,
        "died": _partial,
        "protected": _flag,
        "note": _NOTE,
    },
    Company: {
        "label": _needed(LABEL_LENGTH),
        "legal_form": _text(100),
        "registered_on": _partial,
        "ended_on": _partial,
        "activity": _text(200),
        "staff": _count,
        "hub": _hub,
        "note": _NOTE,
    },
    Property: {
        "label": _needed(LABEL_LENGTH),
        "designation": _text(100),
        "use": _text(100),
        "square_metres": _count,
        "valuation_minor": _count,
        "valued_on": _partial,
        "note": _NOTE,
    },
    Address: {
        "street": _needed(200),
        "number": _text(20),
        "addition": _text(20),
        "postcode": _text(12),
        "city": _text(100),
        "country": _text(60),
        "note": _NOTE,
    },
    Account: {
        "number": lambda value, field: account_text(said(value, field, 60)),
        "holder_name": _text(200),
        "bank": _text(100),
        "note": _NOTE,
    },
    **dict.fromkeys((Phone, Device, Vehicle, Wallet), _THING),
}

SCHEMES: Mapping[str, Check] = {
    "kvk": lambda value, _: identifiers.kvk_number(value),
    "rsin": lambda value, _: identifiers.rsin(value),
    "vestiging": lambda value, _: identifiers.establishment_number(value),
    "bsn": lambda value, _: identifiers.bsn(value),
    "brk": _needed(80),
    "bag": _needed(80),
    "foreign": _needed(80),
    **{scheme: lambda value, field: things.number(field, value) for scheme in things.SCHEMES},
}


def checked(kind: type[Entity], given: Mapping[str, Any]) -> dict[str, Any]:
    """The given fields as they are kept; raises Invalid for one that `kind` does not have."""
    rules = FIELDS[kind]
    return {
        one_of(field, "field", tuple(rules)): rules[field](value, field)
        for field, value in given.items()
    }


def in_order(entity: Entity, today: date) -> None:
    """Raises Invalid for a life that begins in the future or ends before it began."""
    match entity:
        case Person():
            first, last = "born", "died"
        case Company():
            first, last = "registered_on", "ended_on"
        case _:
            return
    began, ended = getattr(entity, first), getattr(entity, last)
    for field, day in ((first, began), (last, ended if last == "died" else None)):
        dates.not_ahead((day and day.earliest()) or today, field, today)
    if began and ended and ended.before(began):
        raise Invalid(
            "The date for {field}, {day}, lies before {since}.",
            where={"field": last},
            hint="Give a date from {since} on.",
            field=last,
            day=str(ended),
            since=str(began),
        )


def label(entity: Entity) -> str:
    """The words by which lists and pictures name `entity`."""
    match entity:
        case Person():
            parts = [entity.given_names, entity.prefix, entity.family_name]
        case Address():
            house = "-".join(part for part in (entity.number, entity.addition) if part)
            place = " ".join(part for part in (entity.postcode, entity.city) if part)
            street = " ".join(part for part in (entity.street, house) if part)
            parts = [f"{street}, {place}" if place else street]
        case Account():
            parts = [entity.number]
        case _:
            parts = [entity.label]
    return " ".join(part for part in parts if part)[:LABEL_LENGTH]


def key(entity: Entity, number: str = "") -> str:
    """What finds `entity` again on a second import; a person written by hand has nothing.

    `number` is its KVK number, or that of a thing.
    """
    match entity:
        case Account():
            return f"account:{entity.number}"
        case Company() if number:
            return f"company:kvk:{number}"
        case Phone() | Device() | Vehicle() | Wallet() if number:
            return f"{entity.kind}:{number}"
        case Address():
            parts = (entity.postcode, entity.number, entity.addition, entity.street, entity.city)
            told = "|".join(folded(part or "") for part in parts)
            return f"address:{sha256(told.encode()).hexdigest()[:40]}"
        case _:
            return random_key(EntityKind(entity.kind))


def random_key(kind: EntityKind) -> str:
    """A key that equals no other: nothing is ever merged with what carries it."""
    return f"{kind}:{new_id().hex}"
