"""One FollowTheMoney entity, and the party that it describes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bureau.errors import N_, Invalid
from bureau.formats.days import partial_day
from bureau.formats.ftm_schemas import ALIASES, NOTES, ThingSchema
from bureau.formats.guard import shorten
from bureau.formats.party_values import PartyRecord
from bureau.rules.things import SCHEMES, number
from bureau.rules.vocabulary import EntityKind, Hub

ID_LENGTH = 140
_HINT = N_("Write one entity on each line: an id, a schema and properties with lists of texts.")
_DATES = {"born", "died", "registered_on", "ended_on"}
_NEEDED = {EntityKind.PERSON: ("family_name",), EntityKind.ADDRESS: ("street",)}
_DUTCH = {"registrationNumber": ("kvk", 8), "taxNumber": ("rsin", 9)}
_REGISTERS = {"brk", "bag", "vestiging"}
_MOST_DIGITS = 8


@dataclass(frozen=True, slots=True)
class FtmEntity:
    """An entity of a file; what is taken from `values` is gone, so that the rest can be told."""

    line: int
    id: str
    schema: str
    values: dict[str, list[str]]

    def all(self, name: str) -> list[str]:
        """Take all values of a property."""
        return self.values.pop(name, [])

    def first(self, name: str) -> str:
        """Take the first value of a property; empty where there is none."""
        values = self.values.get(name)
        return values.pop(0) if values else ""


def entity_of(line: int, value: Any) -> FtmEntity:
    """The entity on a line; raises Invalid for anything else."""
    told = value if isinstance(value, dict) else {}
    name, schema, properties = (told.get(key) for key in ("id", "schema", "properties"))
    named = isinstance(name, str) and isinstance(schema, str) and name and schema
    if not named or not isinstance(properties, dict):
        raise Invalid(
            "Line {line} is no entity: it lacks an id, a schema or properties.",
            where={"line": line},
            hint=_HINT,
            line=line,
        )
    if len(str(name)) > ID_LENGTH:
        raise Invalid(
            "The id on line {line} has more than {limit} characters.",
            where={"line": line},
            hint=_HINT,
            line=line,
            limit=ID_LENGTH,
        )
    values = {key: _texts(line, key, found) for key, found in properties.items()}
    return FtmEntity(line, str(name), str(schema), values)


def party_record(entity: FtmEntity, schema: ThingSchema) -> PartyRecord:
    """The party that an entity describes."""
    fields = dict(_fields(entity, schema))
    kind = schema.kind
    if kind is EntityKind.PHONE and entity.first("service") == EntityKind.DEVICE:
        kind = EntityKind.DEVICE
    label = entity.first("name") or entity.first("full") or _made_up(fields)
    if kind is EntityKind.COMPANY:
        fields |= dict(_business(entity))
    numbers = tuple(_numbers(entity, schema))
    known_by = next((each for each in numbers if each[0] in SCHEMES), ("ftm", entity.id))
    if kind is EntityKind.ACCOUNT and (account := fields.get("number")):
        known_by, label, fields["holder_name"] = ("account", account), account, label
    fields |= {name: label[:200] for name in _NEEDED.get(kind, ()) if not fields.get(name)}
    fields["note"] = "\n".join(_notes(entity))
    return PartyRecord(
        where={"line": entity.line},
        ref=entity.id,
        kind=kind,
        label=(
            label
            or next((value for _, value in numbers), "")
            or f"naamloos / unnamed ({entity.id})"
        )[:300],
        known_by=known_by,
        fields={name: value for name, value in fields.items() if value},
        numbers=numbers,
    )


def reached_at(entity: FtmEntity) -> Iterator[PartyRecord]:
    """The phones and mail addresses by which a party can be reached, as parties of their own."""
    for name, scheme in (("phone", "phone"), ("email", "mail")):
        for value in entity.all(name):
            found = thing_number(scheme, value)
            known_by = found if found[0] == scheme else ("", "")
            yield PartyRecord(
                where={"line": entity.line},
                ref=f"{scheme}:{found[1]}",
                kind=EntityKind.PHONE,
                label=found[1],
                known_by=known_by,
                numbers=(found,),
            )


def _texts(line: int, name: str, found: Any) -> list[str]:
    values = found if isinstance(found, list) else [found]
    if not all(isinstance(each, str) for each in values):
        raise Invalid(
            "The property {name} on line {line} does not hold texts.",
            where={"line": line},
            hint=_HINT,
            line=line,
            name=shorten(name),
        )
    return [text for each in values if (text := " ".join(each.split()))]


def _made_up(fields: dict[str, Any]) -> str:
    parts = ("given_names", "prefix", "family_name", "street", "postcode", "city", "number")
    return " ".join(str(fields[name]) for name in parts if fields.get(name))


def _fields(entity: FtmEntity, schema: ThingSchema) -> Iterator[tuple[str, Any]]:
    for name, said in schema.fields.items():
        text = next(filter(None, (entity.first(each) for each in said.split("|"))), "")
        if name in _DATES:
            yield name, partial_day(text, f"line {entity.line}: {said}")
        elif name == "square_metres":
            yield name, _whole(text)
        else:
            yield name, text


def _business(entity: FtmEntity) -> Iterator[tuple[str, str]]:
    """A sector that is one of our regulated hubs is kept as such, any other as the activity."""
    sectors = entity.all("sector")
    hubs = [sector for sector in sectors if sector in set(Hub)]
    others = [sector for sector in sectors if sector not in set(Hub)]
    yield "hub", next(iter(hubs), "")
    yield "activity", next(iter(others), "")[:200]


def _notes(entity: FtmEntity) -> Iterator[str]:
    if others := "; ".join(value for name in ALIASES for value in entity.all(name)):
        yield f"Andere namen: {others}"
    for name in NOTES:
        yield from entity.all(name)


def _whole(text: str) -> int | None:
    head = text.partition(".")[0]
    return int(head) if head.isascii() and head.isdigit() and len(head) <= _MOST_DIGITS else None


def _numbers(entity: FtmEntity, schema: ThingSchema) -> Iterator[tuple[str, str]]:
    places = [*entity.all("jurisdiction"), *entity.values.get("country", ())]
    for name, prefix in schema.numbers.items():
        for value in entity.all(name):
            if prefix in SCHEMES:
                yield thing_number(prefix, value)
            else:
                yield _number(name, f"{prefix}{value}", dutch="nl" in places)


def _number(name: str, value: str, *, dutch: bool) -> tuple[str, str]:
    scheme, digits = _DUTCH.get(name, ("", 0))
    if dutch and scheme and len(value) == digits and value.isascii() and value.isdigit():
        return scheme, value
    head, _, rest = value.partition(" ")
    if head in SCHEMES:
        return thing_number(head, rest)
    return (head, rest) if head in _REGISTERS and rest.isalnum() else ("foreign", value[:80])


def thing_number(scheme: str, text: str) -> tuple[str, str]:
    """The number of a phone, vehicle or wallet; one of another shape is kept as it stands."""
    try:
        return scheme, number(scheme, text)
    except Invalid:
        return "foreign", f"{scheme} {text}"[:80]
