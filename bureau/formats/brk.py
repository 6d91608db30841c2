"""Answers of the land register (Kadaster, BRK bevragen v2): properties and holders of rights."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from bureau.errors import Invalid
from bureau.formats.amounts import check_currency, minor
from bureau.formats.days import register_day
from bureau.formats.guard import REGISTERS, Limits
from bureau.formats.register_json import Part, read_answer
from bureau.formats.register_values import (
    AddressRecord,
    PropertyRecord,
    RegisterAnswer,
    RightRecord,
)
from bureau.formats.values import FileWarning
from bureau.rules.vocabulary import EntityKind

FORMAT = "brk"
_PROPERTY_OF = re.compile(r"/kadastraalonroerendezaken/(\w+)/zakelijkgerechtigden")
_PERSONS = {
    "ingeschreven_natuurlijk_persoon": EntityKind.PERSON,
    "kadaster_natuurlijk_persoon": EntityKind.PERSON,
    "ingeschreven_niet_natuurlijk_persoon": EntityKind.COMPANY,
    "kadaster_niet_natuurlijk_persoon": EntityKind.COMPANY,
}


def read_brk(content: bytes, limits: Limits = REGISTERS) -> RegisterAnswer:
    """The properties and rights in one answer; an answer without any is an answer too."""
    answer = read_answer(content, limits)
    body = answer.body
    held = body.part("_embedded")
    if "persoon" in body.value:
        properties, rights = [], [_right(body, _property_number(body))]
    elif "kadastraleAanduiding" in body.value:
        properties, rights = [_property(body)], list(_rights_within(body))
    elif body.value.keys() & {"_embedded", "_links"}:
        found = held.parts("kadastraalOnroerendeZaken")
        properties = [_property(part) for part in found]
        rights = [right for part in found for right in _rights_within(part)]
        number = _property_number(body)
        rights += [_right(part, number) for part in held.parts("zakelijkGerechtigden")]
    else:
        raise Invalid(
            "This is no answer of the land register about properties or holders of rights.",
            where={"path": body.path or "$"},
            hint="Hand in the JSON of kadastraalonroerendezaken or zakelijkgerechtigden.",
        )
    return RegisterAnswer(
        FORMAT,
        request=answer.request,
        properties=tuple(properties),
        rights=tuple(rights),
        found=len(properties) or len(rights),
        warnings=tuple(_warnings(rights)),
    )


def _property(part: Part) -> PropertyRecord:
    size, price = part.part("kadastraleGrootte"), part.part("koopsom")
    euros = price.whole("koopsom")
    return PropertyRecord(
        path=part.path or "$",
        number=part.needed("identificatie"),
        kind=part.text("type"),
        designation=part.text("kadastraleAanduiding"),
        area_m2=size.number("waarde"),
        area_kind=size.part("soortGrootte").text("waarde"),
        addresses=tuple(_address(found) for found in part.parts("adressen")),
        price_minor=None if euros is None else euros * 100,
        price_year=price.whole("koopjaar"),
        price_covers_more=price.flag("indicatieMetMeerObjectenVerkregen"),
        rights=part.texts("zakelijkGerechtigdeIdentificaties"),
        mortgages=part.texts("hypotheekIdentificaties"),
        attachments=part.texts("beslagIdentificaties"),
        restrictions=part.texts("privaatrechtelijkeBeperkingIdentificaties"),
    )


def _address(part: Part) -> AddressRecord:
    number = part.whole("huisnummer")
    addition = part.text("huisnummertoevoeging")
    house = f"{'' if number is None else number}{part.text('huisletter')}"
    lines = (part.text("adresregel1"), part.text("adresregel2"))
    return AddressRecord(
        kind="object",
        full=" ".join(line for line in lines if line),
        street=part.text("straat"),
        house_number=f"{house}-{addition}" if addition else house,
        postcode=part.text("postcode").replace(" ", ""),
        place=part.text("woonplaats"),
        number_id=part.text("nummeraanduidingIdentificatie"),
    )


def _rights_within(part: Part) -> Iterator[RightRecord]:
    number = part.needed("identificatie")
    for found in part.part("_embedded").parts("zakelijkGerechtigden"):
        yield _right(found, number)


def _property_number(body: Part) -> str:
    link = _PROPERTY_OF.search(body.part("_links").part("self").text("href"))
    return link.group(1) if link else ""


def _right(part: Part, number: str) -> RightRecord:
    person, canon = part.part("persoon"), part.part("erfpachtCanon")
    title = part.part("tenaamstelling")
    amount, currency = _canon(canon)
    return RightRecord(
        path=part.path or "$",
        number=part.needed("identificatie"),
        property=number,
        kind=part.needed("type"),
        share=_share(title.part("aandeel")),
        holder_kind=_holder_kind(person),
        holder_type=person.text("type"),
        holder_id=person.text("identificatie"),
        holder=person.text("omschrijving"),
        protected=person.flag("geheimhoudingPersoonsgegevens"),
        from_on=_day(part, "aanvangsdatum"),
        canon_minor=amount,
        canon_currency=currency,
        canon_kind=canon.part("soortErfpachtCanon").text("waarde"),
        canon_bought_off_until=_day(canon, "einddatumAfkoop"),
        deeds=title.texts("stukIdentificaties"),
    )


def _holder_kind(person: Part) -> EntityKind:
    word = person.needed("type")
    if word not in _PERSONS:
        raise Invalid(
            "The land register names a kind of person that is not known here: {word}.",
            where={"path": f"{person.path}.type"},
            hint="Check whether the register's interface has a new version.",
            word=word,
        )
    return _PERSONS[word]


def _share(part: Part) -> tuple[int, int] | None:
    if not part.value:
        return None
    numerator, denominator = part.whole("teller"), part.whole("noemer")
    if not numerator or not denominator or not 0 < numerator <= denominator:
        raise Invalid(
            "The share at {path} is no fraction between nought and one.",
            where={"path": part.path},
            hint="Ask the register again and hand in its answer unchanged.",
            path=part.path,
        )
    return numerator, denominator


def _canon(part: Part) -> tuple[int | None, str]:
    yearly = part.part("jaarlijksBedrag")
    amount = yearly.number("som")
    if amount is None:
        return None, ""
    currency = check_currency(yearly.part("valuta").text("code"), path=f"{yearly.path}.valuta")
    return minor(f"{Decimal(amount):f}", currency, REGISTERS, path=yearly.path), currency


def _day(part: Part, name: str) -> str:
    text = part.text(name)
    return register_day(text, path=f"{part.path}.{name}".removeprefix(".")) if text else ""


def _warnings(rights: Sequence[RightRecord]) -> Iterator[FileWarning]:
    sums: dict[tuple[str, str], Fraction] = {}
    for right in rights:
        if not right.property:
            yield FileWarning(
                "Right {number} does not say which property it is on.",
                {"path": right.path},
                {"number": right.number},
            )
        if right.share:
            key = (right.property, right.kind)
            sums[key] = sums.get(key, Fraction()) + Fraction(*right.share)
    for (_, kind), total in sums.items():
        if total > 1:
            yield FileWarning(
                "The shares of {kind} add up to {total}, more than the whole.",
                {"path": "_embedded.zakelijkGerechtigden"},
                {"kind": kind, "total": str(total)},
            )
