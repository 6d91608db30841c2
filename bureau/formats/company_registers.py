"""Single records of two foreign registers: British significant control (PSC), and LEI."""

from collections.abc import Iterator, Mapping
from typing import Any

from bureau.errors import Invalid
from bureau.formats.days import partial_day
from bureau.formats.guard import shorten
from bureau.formats.party_values import PartyFile, PartyRecord, TieRecord, address_label
from bureau.formats.register_json import Part
from bureau.rules.vocabulary import EntityKind, TieKind

FORMAT = "bods"
SHIELDED = "naam afgeschermd / name withheld"
_PSC = "person-with-significant-control"
_STATEMENTS = {"persons-with-significant-control-statement", "exemptions"}
_UK = {"united kingdom", "england", "wales", "scotland", "northern ireland", "england and wales"}
_CONTROL = {
    "ownership-of-shares": TieKind.OWNS,
    "voting-rights": TieKind.MANAGES,
    "right-to-appoint-and-remove": TieKind.MANAGES,
}
_DETAIL = "aanmerkelijke zeggenschap (PSC), aard niet genoemd"


def read_record(value: Any) -> PartyFile | None:
    """The parties of one such record; None for anything else, Invalid for an empty kind."""
    if not isinstance(value, dict) or not isinstance(value.get("data"), dict):
        return None
    whole = Part(value, "")
    data = whole.part("data")
    if data.text("type") == "lei-records":
        return _file(*_legal_entity(data.part("attributes")))
    kind = data.text("kind")
    if not whole.text("company_number") or not (kind.endswith(_PSC) or kind in _STATEMENTS):
        raise Invalid(
            "A record of kind {kind} tells of no person or company.",
            where={"path": "data.kind"},
            hint="Hand in records of persons with significant control, not totals or others.",
            kind=shorten(kind) or "?",
        )
    return _file(*_significant(whole, data, kind))


def _file(parties: list[PartyRecord], ties: list[TieRecord]) -> PartyFile:
    return PartyFile(FORMAT, tuple(parties), tuple(ties))


def _significant(whole: Part, data: Part, kind: str) -> tuple[list[PartyRecord], list[TieRecord]]:
    number = ("foreign", f"GB-COH {whole.text('company_number').zfill(8)}")
    company = _party(EntityKind.COMPANY, "company", number[1], number, (number,))
    if kind in _STATEMENTS:
        said = data.text("statement") or ", ".join(data.part("exemptions").value)
        since = data.text("notified_on") or "?"
        until = f" tot {data.text('ceased_on')}" if data.text("ceased_on") else ""
        note = {"note": f"PSC-register, vanaf {since}{until}: {said}"}
        return [_party(EntityKind.COMPANY, "company", number[1], number, (number,), note)], []
    holder = _holder(data, kind)
    ties = list(_controls(data))
    parties = [company, holder]
    if not holder.shielded and (place := _address(data.part("address"))):
        parties.append(place)
        ties.append(
            TieRecord(
                {"path": "data.address"},
                TieKind.LOCATED_AT,
                "holder",
                place.ref,
                "correspondentieadres",
            )
        )
    return parties, ties


def _holder(data: Part, kind: str) -> PartyRecord:
    if kind.startswith("super-secure"):
        return PartyRecord(
            where={"path": "data"},
            ref="holder",
            kind=EntityKind.PERSON,
            label=SHIELDED,
            fields={"family_name": SHIELDED},
            shielded=True,
        )
    known_by = ("record", f"psc:{data.part('links').text('self')}")
    if kind.startswith("individual"):
        names = data.part("name_elements")
        given = " ".join(filter(None, (names.text("forename"), names.text("middle_name"))))
        family = names.text("surname") or data.text("name")
        fields = {"given_names": given, "family_name": family, "born": _born(data)}
        return _party(
            EntityKind.PERSON, "holder", f"{given} {family}".strip(), known_by, (), fields
        )
    told = data.part("identification")
    numbers = tuple(_registered(told))
    label = data.needed("name")
    form = {"legal_form": told.text("legal_form")[:100]}
    known_by = next(iter(numbers), known_by)
    return _party(EntityKind.COMPANY, "holder", label, known_by, numbers, form)


def _registered(told: Part) -> Iterator[tuple[str, str]]:
    number, country = told.text("registration_number"), told.text("country_registered")
    if number and country.lower() in _UK:
        yield "foreign", f"GB-COH {number.zfill(8)}"
    elif number:
        yield "foreign", f"{country} {number}".strip()[:80]


def _born(data: Part) -> str:
    born = data.part("date_of_birth")
    year, month = born.whole("year"), born.whole("month")
    text = "-".join(f"{n:02d}" for n in (year, month) if n is not None) if year else ""
    return partial_day(text, "data.date_of_birth")


def _controls(data: Part) -> Iterator[TieRecord]:
    period = (
        partial_day(data.text("notified_on"), "data.notified_on"),
        partial_day(data.text("ceased_on"), "data.ceased_on"),
    )
    for nature in data.texts("natures_of_control") or ("",):
        kind = next((k for word, k in _CONTROL.items() if nature.startswith(word)), None)
        detail = nature.replace("-", " ")[:200] or _DETAIL
        yield TieRecord(
            {"path": "data.natures_of_control"},
            kind or TieKind.ASSOCIATES,
            "holder",
            "company",
            detail,
            None,
            *period,
        )


def _legal_entity(told: Part) -> tuple[list[PartyRecord], list[TieRecord]]:
    entity = told.part("entity")
    lei = ("foreign", f"LEI {told.needed('lei')}"[:80])
    registered = entity.text("registeredAs")
    office = entity.part("registeredAt").text("id")
    numbers = [lei, *([("foreign", f"{office} {registered}"[:80])] if registered else [])]
    others = "; ".join(name.text("name") for name in entity.parts("otherNames"))
    state = told.part("registration").text("status")
    note = f"LEI: {state}" + (f"\nAndere namen: {others}" if others else "")
    founded = partial_day(entity.text("creationDate")[:10], "entity.creationDate")
    fields = {
        "legal_form": entity.text("category").lower().replace("_", " ")[:100],
        "registered_on": founded,
        "note": note,
    }
    name = entity.part("legalName").needed("name")
    parties = [_party(EntityKind.COMPANY, "company", name, lei, tuple(numbers), fields)]
    ties = []
    for kind in ("legalAddress", "headquartersAddress"):
        if place := _address(entity.part(kind)):
            parties += [] if place.ref in {party.ref for party in parties} else [place]
            ties.append(TieRecord({"path": kind}, TieKind.LOCATED_AT, "company", place.ref, kind))
    return parties, ties


def _address(told: Part) -> PartyRecord | None:
    lines = told.texts("addressLines") or (told.text("premises"), told.text("address_line_1"))
    fields = {
        "street": " ".join(filter(None, lines))[:200],
        "postcode": (told.text("postalCode") or told.text("postal_code"))[:12],
        "city": (told.text("city") or told.text("locality"))[:100],
        "country": told.text("country")[:60],
    }
    if not fields["street"]:
        return None
    ref = "address:" + "|".join(fields.values())
    return _party(EntityKind.ADDRESS, ref, address_label(fields), ("", ""), (), fields)


def _party(
    kind: EntityKind,
    ref: str,
    label: str,
    known_by: tuple[str, str],
    numbers: tuple[tuple[str, str], ...],
    fields: Mapping[str, str] | None = None,
) -> PartyRecord:
    kept = {name: value for name, value in (fields or {}).items() if value}
    return PartyRecord({"path": "data"}, ref, kind, label[:300], known_by, kept, numbers)
