"""Answers of the company register (KVK Handelsregister): profiles, branches and searches."""

from collections.abc import Iterator
from decimal import Decimal

from stdnum.nl import bsn

from bureau.errors import Invalid
from bureau.formats.days import register_day
from bureau.formats.guard import REGISTERS, Limits
from bureau.formats.register_json import Part, read_answer
from bureau.formats.register_values import (
    ActivityRecord,
    AddressRecord,
    CompanyRecord,
    RegisterAnswer,
)
from bureau.formats.values import FileWarning

FORMAT = "kvk"
_LENGTHS = {"kvkNummer": 8, "vestigingsnummer": 12}


def read_kvk(content: bytes, limits: Limits = REGISTERS) -> RegisterAnswer:
    """The companies in one answer of the register; raises Invalid with the register's words."""
    answer = read_answer(content, limits)
    body = answer.body
    if "resultaten" in body.value:
        companies = tuple(_result(part) for part in body.parts("resultaten"))
    elif "vestigingsnummer" in body.value:
        companies = (_branch(body),)
    elif "kvkNummer" in body.value:
        companies = (_profile(body),)
    else:
        raise Invalid(
            "This is no profile, branch or search answer of the company register.",
            where={"path": body.path or "$"},
            hint="Hand in the JSON of basisprofielen, vestigingsprofielen or zoeken.",
        )
    found = body.whole("totaal")
    total = len(companies) if found is None else found
    return RegisterAnswer(
        FORMAT,
        request=answer.request,
        companies=companies,
        found=total,
        warnings=tuple(_warnings(companies, total)),
    )


def _profile(body: Part) -> CompanyRecord:
    main = body.part("_embedded").part("hoofdvestiging")
    owner = body.part("_embedded").part("eigenaar")
    return CompanyRecord(
        path=body.path or "$",
        profile="basisprofiel",
        kvk=_number(body, "kvkNummer"),
        name=body.needed("naam"),
        rsin=owner.text("rsin") or body.text("rsin"),
        branch=_number(main, "vestigingsnummer") if main.value else "",
        branch_kind="hoofdvestiging" if main.value else "",
        statutory_name=body.text("statutaireNaam"),
        trade_names=_trade_names(body),
        legal_form=owner.text("rechtsvorm"),
        registered_on=_day(body, "formeleRegistratiedatum"),
        started_on=_day(body.part("materieleRegistratie"), "datumAanvang"),
        ended_on=_day(body.part("materieleRegistratie"), "datumEinde"),
        employees=body.whole("totaalWerkzamePersonen"),
        addresses=(*_addresses(main), *_addresses(owner)),
        activities=_activities(body),
    )


def _branch(body: Part) -> CompanyRecord:
    main = body.flag("indHoofdvestiging")
    return CompanyRecord(
        path=body.path or "$",
        profile="vestigingsprofiel",
        kvk=_number(body, "kvkNummer"),
        name=body.needed("eersteHandelsnaam"),
        rsin=body.text("rsin"),
        branch=_number(body, "vestigingsnummer"),
        branch_kind="hoofdvestiging" if main else "nevenvestiging",
        statutory_name=body.text("statutaireNaam"),
        trade_names=_trade_names(body),
        registered_on=_day(body, "formeleRegistratiedatum"),
        started_on=_day(body.part("materieleRegistratie"), "datumAanvang"),
        ended_on=_day(body.part("materieleRegistratie"), "datumEinde"),
        employees=body.whole("totaalWerkzamePersonen"),
        addresses=_addresses(body),
        activities=_activities(body),
    )


def _result(part: Part) -> CompanyRecord:
    home = part.part("adres").part("binnenlandsAdres")
    abroad = part.part("adres").part("buitenlandsAdres")
    return CompanyRecord(
        path=part.path,
        profile="zoeken",
        kvk=_number(part, "kvkNummer"),
        name=part.needed("naam"),
        rsin=part.text("rsin"),
        branch=_number(part, "vestigingsnummer") if part.text("vestigingsnummer") else "",
        branch_kind=part.text("type"),
        addresses=tuple(_address(found) for found in (home, abroad) if found.value),
    )


def _number(part: Part, name: str) -> str:
    text = part.needed(name)
    if len(text) != _LENGTHS[name] or not (text.isascii() and text.isdigit()):
        raise Invalid(
            "{name} at {path} does not have {length} digits.",
            where={"path": f"{part.path}.{name}".removeprefix(".")},
            hint="Keep the zeros in front; hand in the register's answer unchanged.",
            name=name,
            path=part.path or "$",
            length=_LENGTHS[name],
        )
    return text


def _trade_names(body: Part) -> tuple[str, ...]:
    names = sorted(
        body.parts("handelsnamen"), key=lambda part: part.number("volgorde") or Decimal()
    )
    return tuple(part.needed("naam") for part in names)


def _activities(body: Part) -> tuple[ActivityRecord, ...]:
    return tuple(
        ActivityRecord(
            code=part.needed("sbiCode"),
            description=part.text("sbiOmschrijving"),
            main=part.flag("indHoofdactiviteit"),
        )
        for part in body.parts("sbiActiviteiten")
    )


def _addresses(part: Part) -> tuple[AddressRecord, ...]:
    return tuple(_address(found) for found in part.parts("adressen"))


def _address(part: Part) -> AddressRecord:
    # What the register shields is not read further, so that it can never be shown.
    if part.flag("indAfgeschermd"):
        return AddressRecord(kind=part.text("type"), protected=True)
    box = part.whole("postbusnummer")
    return AddressRecord(
        kind=part.text("type"),
        full=part.text("volledigAdres"),
        street=part.text("straatnaam") or part.text("straatHuisnummer"),
        house_number=_house_number(part) if box is None else str(box),
        postcode=part.text("postcode").replace(" ", ""),
        place=part.text("plaats") or part.text("postcodeWoonplaats"),
        country=part.text("land"),
    )


def _house_number(part: Part) -> str:
    number = part.whole("huisnummer")
    addition = part.text("huisnummerToevoeging")
    text = f"{'' if number is None else number}{part.text('huisletter')}"
    return f"{text}-{addition}" if addition else text


def _day(part: Part, name: str) -> str:
    text = part.text(name)
    return register_day(text, path=f"{part.path}.{name}".removeprefix(".")) if text else ""


def _warnings(companies: tuple[CompanyRecord, ...], total: int) -> Iterator[FileWarning]:
    for company in companies:
        # An RSIN follows the same test of eleven as a BSN; the register's word stands anyway.
        if company.rsin and not bsn.is_valid(company.rsin):
            yield FileWarning(
                "RSIN {rsin} of {name} fails the test of eleven; it was kept as the register "
                "gives it.",
                {"path": company.path},
                {"rsin": company.rsin, "name": company.name},
            )
    if total > len(companies):
        yield FileWarning(
            "The register found {total} companies; this answer holds {here} of them.",
            {"path": "totaal"},
            {"total": total, "here": len(companies)},
        )
