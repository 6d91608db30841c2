"""Beneficial Ownership Data Standard 0.4: who owns or controls what, as a list or as lines.

Single records of the British register of persons with significant control and of the register
of legal entity identifiers tell the same, and are taken too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bureau.errors import Invalid
from bureau.formats.bods_interests import interest_ties
from bureau.formats.bods_parties import entity_record, person_record
from bureau.formats.company_registers import read_record
from bureau.formats.guard import PAYMENTS, Limits, shorten
from bureau.formats.json_lines import read_json_values
from bureau.formats.party_values import Left, PartyFile, PartyRecord, TieRecord, address_label
from bureau.formats.register_json import Part
from bureau.formats.register_values import AddressRecord
from bureau.rules.vocabulary import EntityKind, TieKind

FORMAT = "bods"
_VERSION = "0.4"
_KINDS = ("person", "entity", "relationship")
_ENDS = {"subject": EntityKind.COMPANY, "interestedParty": EntityKind.PERSON}


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    left: Left = field(default_factory=Left)
    parties: dict[str, PartyRecord] = field(default_factory=dict)
    ties: list[TieRecord] = field(default_factory=list)


def read_bods(content: bytes, limits: Limits = PAYMENTS) -> PartyFile:
    """Persons, companies and interests as last stated; raises Invalid with the statement."""
    values = read_json_values(content, limits)
    if len(values) == 1 and (record := read_record(values[0][1])):
        return record
    reading = _Reading()
    latest = _latest(values)
    for statement in latest.values():
        if statement.needed("recordType") != "relationship":
            _party(reading, statement)
    for statement in latest.values():
        if statement.needed("recordType") == "relationship":
            _relationship(reading, statement)
    if len(values) > len(latest):
        _superseded(reading, len(values) - len(latest))
    warnings = tuple(reading.left.warnings())
    return PartyFile(FORMAT, tuple(reading.parties.values()), tuple(reading.ties), (), warnings)


def _superseded(reading: _Reading, count: int) -> None:
    for _ in range(count):
        reading.left.note(
            "{count} statements were replaced by a later statement in the same file; only the "
            "latest was taken in."
        )


def _latest(values: list[tuple[int, Any]]) -> dict[str, Part]:
    dated = []
    for number, value in values:
        statement = Part(value if isinstance(value, dict) else {}, f"[{number - 1}]")
        _check(statement, value)
        dated.append((statement.text("statementDate"), number, statement))
    dated.sort(key=lambda each: each[:2])
    return {
        f"{statement.text('recordType')}:{statement.needed('recordId')}": statement
        for _, _, statement in dated
    }


def _check(statement: Part, value: Any) -> None:
    version = statement.part("publicationDetails").text("bodsVersion") or _VERSION
    if not version.startswith(_VERSION) or "statementType" in statement.value:
        raise Invalid(
            "{place} is written in another version of the standard; only 0.4 is read.",
            where={"path": statement.path},
            hint="Ask the source for the data in BODS 0.4.",
            place=statement.path,
        )
    if not isinstance(value, dict) or statement.text("recordType") not in _KINDS:
        raise Invalid(
            "{place} is no statement about a person, an entity or a relationship.",
            where={"path": statement.path},
            hint="Hand in a list of BODS 0.4 statements, or one statement on each line.",
            place=statement.path,
        )


def _party(reading: _Reading, statement: Part) -> None:
    known_by = identity(statement, statement.needed("recordId"))
    if statement.text("recordType") == "person":
        party = person_record(statement, known_by, reading.left)
    else:
        party = entity_record(statement, known_by)
    if statement.text("recordStatus") == "closed":
        reading.left.note("{count} records were closed by the source; they are kept as known.")
    reading.parties[party.ref] = party
    for told in statement.part("recordDetails").parts("addresses"):
        _address(reading, party, told)


def _address(reading: _Reading, party: PartyRecord, told: Part) -> None:
    street = told.text("address")[:200]
    if not street:
        return
    country = told.part("country")
    found = AddressRecord(
        kind=told.text("type"),
        street=street,
        postcode=told.text("postCode")[:12],
        country=(country.text("name") or country.text("code"))[:60],
    )
    place = address_record(found, told.path)
    reading.parties.setdefault(place.ref, place)
    lives = party.kind is EntityKind.PERSON and found.kind == "residence"
    kind = TieKind.LIVES_AT if lives else TieKind.LOCATED_AT
    reading.ties.append(TieRecord(place.where, kind, party.ref, place.ref, found.kind))


def _relationship(reading: _Reading, statement: Part) -> None:
    details = statement.part("recordDetails")
    ends = {name: _end(reading, statement, details, name) for name in _ENDS}
    closed = statement.text("recordStatus") == "closed"
    ended = statement.text("statementDate")[:10] if closed else ""
    reading.ties += interest_ties(
        details, (ends["interestedParty"], ends["subject"]), ended, reading.left
    )


def _end(reading: _Reading, statement: Part, details: Part, name: str) -> str:
    told = details.value.get(name)
    if isinstance(told, str) and told:
        found = next(
            (f"{kind}:{told}" for kind in _KINDS if f"{kind}:{told}" in reading.parties), ""
        )
        return found or _stub(reading, statement, told, name)
    reason = details.part(name)
    words = reason.text("description") or reason.text("reason") or "?"
    ref = f"unnamed:{details.path}.{name}"
    reading.parties[ref] = PartyRecord(
        where={"path": reason.path},
        ref=ref,
        kind=_ENDS[name],
        label=f"ongenoemd / not named: {shorten(words, 200)}",
        fields={"note": words},
    )
    return ref


def _stub(reading: _Reading, statement: Part, told: str, name: str) -> str:
    ref = f"missing:{told}"
    reading.left.note(
        "{count} parties are mentioned whose record is not in the file; they stand there by "
        "their number only."
    )
    reading.parties[ref] = PartyRecord(
        where={"path": statement.path},
        ref=ref,
        kind=_ENDS[name],
        label=f"record {shorten(told, 200)}",
        known_by=identity(statement, told),
    )
    return ref


def identity(statement: Part, record: str) -> tuple[str, str]:
    """By what a later file means the same record: its number at the same publisher."""
    publisher = statement.part("publicationDetails").part("publisher").text("name")
    return "record", f"bods:{publisher}:{record}"


def address_record(told: AddressRecord, path: str) -> PartyRecord:
    """An address as a party of the file, one for all who are there."""
    fields: Mapping[str, str] = {
        "street": told.street,
        "number": told.house_number,
        "postcode": told.postcode,
        "city": told.place,
        "country": told.country,
    }
    return PartyRecord(
        where={"path": path},
        ref="address:" + "|".join(fields.values()),
        kind=EntityKind.ADDRESS,
        label=address_label(fields)[:300],
        fields=fields,
    )
