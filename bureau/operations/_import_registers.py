"""Storing what the company register and the land register answered, record by record."""

from collections.abc import Iterator

from bureau import keys
from bureau.formats.register_values import (
    AddressRecord,
    CompanyRecord,
    PropertyRecord,
    RegisterAnswer,
    RightRecord,
)
from bureau.model import Company, Entity, Person, Property
from bureau.model.entity import LABEL_LENGTH
from bureau.operations._import_batch import Batch
from bureau.operations._import_shelf import Shelf
from bureau.rules import dates, identifiers
from bureau.rules.money import Money
from bureau.rules.vocabulary import EntityKind, TieKind

RSIN_DIGITS = 9
OWNER = "eigenaar"
CITIZEN = "ingeschreven_natuurlijk_persoon"


def store_answer(batch: Batch, answer: RegisterAnswer) -> None:
    """Add what `answer` says and the case does not hold yet."""
    shelf = Shelf(batch)
    for company in answer.companies:
        _company(shelf, company)
        shelf.done()
    for estate in answer.properties:
        _property(shelf, estate)
        shelf.done()
    for right in answer.rights:
        _right(shelf, right)
        shelf.done()


def _company(shelf: Shelf, told: CompanyRecord) -> None:
    company = shelf.party(Company, f"company:kvk:{told.kvk}", told.path, ("kvk", told.kvk))
    if not company.label:
        company.label = told.name[:LABEL_LENGTH]
    main = next((each for each in told.activities if each.main), None)
    shelf.fill(
        company,
        told.path,
        {
            "legal_form": told.legal_form[:100],
            "registered_on": dates.parse(told.registered_on),
            "ended_on": dates.parse(told.ended_on),
            "activity": f"{main.code} {main.description}"[:200] if main else "",
            "staff": told.employees if told.profile == "basisprofiel" else None,
            "note": _names(told),
        }
        if told.profile == "basisprofiel"
        else {},
    )
    shelf.number(company, "kvk", told.kvk, told.path)
    shelf.number(company, "rsin", told.rsin, told.path)
    shelf.number(company, "vestiging", told.branch, told.path)
    branch = " ".join(part for part in (told.branch_kind, told.branch) if part)
    _addresses(shelf, company, told, branch)


def _names(told: CompanyRecord) -> str:
    others = [name for name in told.trade_names if name != told.name]
    return "Handelsnamen: " + "; ".join(others) if others else ""


def _addresses(shelf: Shelf, company: Company, told: CompanyRecord, branch: str) -> None:
    for address in told.addresses:
        if address.protected:
            shelf.batch.warn("The register shields an address.", {"path": told.path})
        elif _placed(address):
            at = shelf.address(address, told.path)
            detail = ", ".join(part for part in (address.kind, branch) if part)
            shelf.tie(TieKind.LOCATED_AT, (company, at), told.path, detail=detail[:200])


def _placed(address: AddressRecord) -> bool:
    return bool(address.street or address.full)


def _property(shelf: Shelf, told: PropertyRecord) -> None:
    estate = _estate(shelf, told.number, told.path)
    if not estate.designation:
        estate.label = (told.designation or estate.label)[:LABEL_LENGTH]
    fields = {
        "designation": told.designation[:100],
        "square_metres": None if told.area_m2 is None else int(told.area_m2),
        "note": "\n".join(_remarks(told)),
    }
    shelf.fill(estate, told.path, fields)
    for address in told.addresses:
        if not address.protected and _placed(address):
            at = shelf.address(address, told.path)
            shelf.tie(TieKind.LOCATED_AT, (estate, at), told.path)


def _remarks(told: PropertyRecord) -> Iterator[str]:
    if told.price_minor is not None:
        more = " (voor meer objecten)" if told.price_covers_more else ""
        yield f"Koopsom EUR {Money(told.price_minor).text()} in {told.price_year or '?'}{more}"
    for word, numbers in (
        ("Hypotheken", told.mortgages),
        ("Beslagen", told.attachments),
        ("Beperkingen", told.restrictions),
    ):
        if numbers:
            yield f"{word}: {', '.join(numbers)}"


def _estate(shelf: Shelf, number: str, path: str) -> Property:
    estate = shelf.party(Property, f"property:brk:{number}", path, ("brk", number))
    if not estate.label:
        estate.label = f"Kadaster {number}"
    shelf.number(estate, "brk", number, path)
    return estate


def _right(shelf: Shelf, told: RightRecord) -> None:
    if not told.property:
        shelf.batch.warn(
            "Right {number} was not stored: the answer does not say on which property it is.",
            {"path": told.path},
            number=told.number,
        )
        return
    estate = _estate(shelf, told.property, told.path)
    holder = _holder(shelf, told)
    canon = ""
    if told.canon_minor is not None:
        canon = f"canon {Money(told.canon_minor, told.canon_currency).text()} {told.canon_currency}"
    until = told.canon_bought_off_until and f"afgekocht tot {told.canon_bought_off_until}"
    detail = ", ".join(part for part in (told.kind, canon, until) if part)
    deeds = f"{told.path}; stukken {', '.join(told.deeds)}" if told.deeds else told.path
    numerator, denominator = told.share or (None, None)
    shelf.tie(
        TieKind.OWNS if told.kind == OWNER else TieKind.HOLDS_RIGHT,
        (holder, estate),
        deeds,
        detail=detail[:200],
        share_numerator=numerator,
        share_denominator=denominator,
        valid_from=told.from_on,
    )


def _holder(shelf: Shelf, told: RightRecord) -> Entity:
    if told.holder_type == CITIZEN:
        return _citizen(shelf, told)
    company = told.holder_kind is EntityKind.COMPANY
    scheme = "brk"
    if company and told.holder_type.startswith("ingeschreven"):
        scheme = "rsin" if len(told.holder_id) == RSIN_DIGITS else "kvk"
    key = f"{told.holder_kind}:{scheme}:{told.holder_id}"
    kind: type[Entity] = Company if company else Person
    holder = shelf.party(kind, key, told.path, (scheme, told.holder_id))
    _name(holder, told)
    shelf.number(holder, scheme, told.holder_id, told.path)
    return holder


def _citizen(shelf: Shelf, told: RightRecord) -> Person:
    # The number is a BSN: it is found again by a keyed mark and stands nowhere in clear.
    mark = keys.blind(told.holder_id, "identifier.bsn")[:40]
    holder = shelf.protected.get(told.holder_id) or shelf.party(
        Person, f"person:bsn:{mark}", told.path, ("", "")
    )
    _name(holder, told)
    shown = identifiers.mask_bsn(told.holder_id)
    shelf.number(holder, "bsn", shown, told.path, sealed=told.holder_id)
    return holder


def _name(holder: Entity, told: RightRecord) -> None:
    if holder.label:
        return
    if told.protected:
        holder.label = f"naam afgeschermd / name withheld ({told.number})"
    else:
        holder.label = told.holder[:LABEL_LENGTH] or f"naamloos / unnamed ({told.number})"
    if isinstance(holder, Person):
        holder.family_name = holder.label[:200]
