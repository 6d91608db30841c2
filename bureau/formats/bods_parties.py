"""Persons and entities as BODS 0.4 states them; nationality and birthplace are not read."""

from collections.abc import Iterator
from typing import Any

from bureau.formats.days import partial_day
from bureau.formats.party_values import Left, PartyRecord
from bureau.formats.register_json import Part
from bureau.rules.vocabulary import EntityKind

_UNNAMED = {"anonymousPerson", "unknownPerson", "anonymousEntity", "unknownEntity"}
_UNREAD = ("nationalities", "taxResidencies", "placeOfBirth")
_SCHEMES = {"NL-KVK": "kvk", "NL-RSIN": "rsin"}
_DIGITS = {"kvk": 8, "rsin": 9}
_LONGEST = 80


def person_record(statement: Part, known_by: tuple[str, str], left: Left) -> PartyRecord:
    """A person; one that the source does not know or name is never found again by anything."""
    told = statement.part("recordDetails")
    for name in _UNREAD:
        if told.value.get(name):
            left.note("{count} times {name} was not read; it is not needed here.", name)
    names = _name(told)
    fields: dict[str, Any] = {**names, "note": "\n".join(_exposure(told))}
    fields |= {
        name: day
        for name, said in (("born", "birthDate"), ("died", "deathDate"))
        if (day := partial_day(told.text(said), f"{told.path}.{said}"))
    }
    label = " ".join(part for part in names.values() if part)
    return _record(statement, EntityKind.PERSON, label, known_by, fields)


def entity_record(statement: Part, known_by: tuple[str, str]) -> PartyRecord:
    """A company, arrangement, trust or public body."""
    told = statement.part("recordDetails")
    kind = told.part("entityType")
    form = " ".join(filter(None, (kind.text("type"), kind.text("subtype"), kind.text("details"))))
    others = "; ".join(told.texts("alternateNames"))
    listed = told.part("publicListing").flag("hasPublicListing")
    notes = (f"Andere namen: {others}" if others else "", "Beursgenoteerd" if listed else "")
    fields = {
        "legal_form": form[:100],
        "registered_on": partial_day(told.text("foundingDate"), f"{told.path}.foundingDate"),
        "ended_on": partial_day(told.text("dissolutionDate"), f"{told.path}.dissolutionDate"),
        "note": "\n".join(filter(None, notes)),
    }
    return _record(statement, EntityKind.COMPANY, told.text("name"), known_by, fields)


def _record(
    statement: Part,
    kind: EntityKind,
    label: str,
    known_by: tuple[str, str],
    fields: dict[str, Any],
) -> PartyRecord:
    told = statement.part("recordDetails")
    sort = told.text("personType") or told.part("entityType").text("type")
    numbers = tuple(_numbers(told))
    reasons = (told.part(f"unspecified{who}Details") for who in ("Person", "Entity"))
    reason = " ".join(filter(None, (r.text("description") or r.text("reason") for r in reasons)))
    unnamed = sort in _UNNAMED or bool(reason)
    if unnamed:
        label = f"ongenoemd / not named ({sort or reason})"[:300]
        fields["note"] = "\n".join(filter(None, (fields.get("note", ""), reason)))
    return PartyRecord(
        where={"path": statement.path},
        ref=f"{statement.text('recordType')}:{statement.needed('recordId')}",
        kind=kind,
        label=label or f"naamloos / unnamed ({statement.needed('recordId')})"[:300],
        known_by=("", "")
        if unnamed
        else next((number for number in numbers if number[0] in _DIGITS), known_by),
        fields={name: value for name, value in fields.items() if value},
        numbers=() if unnamed else numbers,
    )


def _name(told: Part) -> dict[str, str]:
    names = told.parts("names")
    first = next((name for name in names if name.text("type") == "legal"), None) or next(
        iter(names), Part({}, told.path)
    )
    family, given = first.text("familyName"), first.text("givenName")
    if not family:  # which part of a full name is the family name is not guessed
        return {"given_names": "", "family_name": first.text("fullName") or given}
    return {"given_names": given, "family_name": family}


def _exposure(told: Part) -> Iterator[str]:
    exposure = told.part("politicalExposure")
    if exposure.text("status") == "isPep":
        yield "Volgens de bron een politiek prominente persoon (PEP)"
    for detail in exposure.parts("details"):
        period = (detail.text("startDate") or "?", detail.text("endDate") or "heden")
        yield f"PEP: {detail.text('reason')} ({period[0]} tot {period[1]})"


def _numbers(told: Part) -> Iterator[tuple[str, str]]:
    for each in told.parts("identifiers"):
        number = each.text("id")
        scheme = _SCHEMES.get(each.text("scheme"), "")
        if scheme and len(number) == _DIGITS[scheme] and number.isascii() and number.isdigit():
            yield scheme, number
        elif number:
            named = each.text("scheme") or each.text("schemeName")
            yield "foreign", f"{named} {number}".strip()[:_LONGEST]
