"""Extracts of the register of addresses and buildings (BAG): XML, or a zip with its files."""

from collections.abc import Iterator, Mapping, Sequence

from bureau.errors import N_, Invalid
from bureau.formats.bag_objects import PLACES, Extract, Stand, read_extract
from bureau.formats.guard import PAYMENTS, Limits
from bureau.formats.party_values import PartyFile, PartyRecord, TieRecord, address_label
from bureau.rules.vocabulary import EntityKind, TieKind

FORMAT = "bag"
_ADDRESSES = {"heeftAlsHoofdadres": "hoofdadres", "heeftAlsNevenadres": "nevenadres"}
_LARGEST = 999_999  # the register writes this where an area is not known
_WHOLE = N_("Hand in the files of the extract together as one zip, with NUM, OPR and WPL.")


def read_bag(content: bytes, limits: Limits = PAYMENTS) -> PartyFile:
    """Real estate and addresses of an extract; raises Invalid where it holds neither."""
    extract = read_extract(content, limits)
    parties = {party.ref: party for party in _parties(extract)}
    if not parties:
        raise _nothing(extract)
    ties = tuple(_ties(extract, parties))
    return PartyFile(FORMAT, tuple(parties.values()), ties, (), tuple(extract.left.warnings()))


def _parties(extract: Extract) -> Iterator[PartyRecord]:
    for number, stands in extract.stands.get("Nummeraanduiding", {}).items():
        yield _address(extract, number, stands[0])
    for kind, word in PLACES.items():
        for number, stands in extract.stands.get(kind, {}).items():
            yield _place(extract, number, word, stands)
    for number, stands in extract.stands.get("Pand", {}).items():
        yield _building(number, stands)


def _address(extract: Extract, number: str, stand: Stand) -> PartyRecord:
    street = extract.now("OpenbareRuimte", next(iter(stand.refs("ligtAan")), ""))
    towns = stand.refs("ligtIn") or (street.refs("ligtIn") if street else [])
    town = extract.now("Woonplaats", next(iter(towns), ""))
    if street is None:
        extract.left.note(
            "{count} addresses have no street or town: the extract does not hold them. Hand in "
            "OPR and WPL in the same zip."
        )
    fields = {
        "street": street.text("naam") if street else "",
        "number": stand.text("huisnummer"),
        "addition": stand.text("huisletter") + stand.text("huisnummertoevoeging"),
        "postcode": stand.text("postcode"),
        "city": town.text("naam") if town else "",
        "country": "Nederland",
    }
    return PartyRecord(
        where=stand.where,
        ref=number,
        kind=EntityKind.ADDRESS,
        label=address_label(fields) or f"BAG {number}",
        known_by=("bag", number),
        fields=fields,
        numbers=(("bag", number),),
        valid_from=stand.since,
    )


def _place(extract: Extract, number: str, word: str, stands: Sequence[Stand]) -> PartyRecord:
    now = stands[0]
    main = extract.now("Nummeraanduiding", next(iter(now.refs("heeftAlsHoofdadres")), ""))
    at = _address(extract, main.id, main).fields if main else {}
    called = " ".join(
        filter(None, (at.get("street"), at.get("number"), at.get("addition"), at.get("city")))
    )
    fields = {
        "use": ", ".join(now.texts("gebruiksdoel"))[:100],
        "square_metres": _area(now),
        "note": _history(stands),
    }
    return _estate(stands, number, f"{word} {called or number}", fields)


def _building(number: str, stands: Sequence[Stand]) -> PartyRecord:
    year = stands[0].text("oorspronkelijkBouwjaar")
    built = f"Oorspronkelijk bouwjaar: {year}\n" if year else ""
    return _estate(stands, number, f"pand {number}", {"note": built + _history(stands)})


def _estate(
    stands: Sequence[Stand], number: str, label: str, fields: Mapping[str, object]
) -> PartyRecord:
    return PartyRecord(
        where=stands[0].where,
        ref=number,
        kind=EntityKind.PROPERTY,
        label=label,
        known_by=("bag", number),
        fields={name: value for name, value in fields.items() if value not in (None, "")},
        numbers=(("bag", number),),
        valid_from=stands[-1].since,
    )


def _history(stands: Sequence[Stand]) -> str:
    return "\n".join(_said(stand) for stand in stands)


def _said(stand: Stand) -> str:
    area = _area(stand)
    uses = ", ".join(stand.texts("gebruiksdoel"))
    parts = (stand.text("status"), uses, f"{area} m2" if area else "")
    until = f" tot {stand.until}" if stand.until else ""
    return f"BAG vanaf {stand.since or '?'}{until}: " + "; ".join(filter(None, parts))


def _area(stand: Stand) -> int | None:
    text = stand.text("oppervlakte")
    area = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(_LARGEST)) else 0
    return area if 0 < area < _LARGEST else None


def _ties(extract: Extract, parties: Mapping[str, PartyRecord]) -> Iterator[TieRecord]:
    targets = [*_ADDRESSES.items(), ("maaktDeelUitVan", "maakt deel uit van pand")]
    for kind in PLACES:
        for number, stands in extract.stands.get(kind, {}).items():
            for name, detail in targets:
                yield from _pointing(extract, parties, number, stands, (name, detail))


def _pointing(
    extract: Extract,
    parties: Mapping[str, PartyRecord],
    number: str,
    stands: Sequence[Stand],
    told: tuple[str, str],
) -> Iterator[TieRecord]:
    name, detail = told
    pointing: dict[str, list[Stand]] = {}
    for stand in stands:
        for ref in dict.fromkeys(stand.refs(name)):
            pointing.setdefault(ref, []).append(stand)
    for other, held in pointing.items():
        if other not in parties:
            extract.left.note(
                "{count} ties of kind {name} point to an object that is not in the file.", detail
            )
            continue
        yield TieRecord(
            where=held[0].where,
            kind=TieKind.LOCATED_AT,
            source=number,
            target=other,
            detail=detail,
            valid_from=held[-1].since,
            valid_to=held[0].until,
        )


def _nothing(extract: Extract) -> Invalid:
    held = ", ".join(sorted(extract.stands))
    if held:
        return Invalid(
            "The extract holds only {kinds}: names of streets and towns are no parties of a case.",
            where={"path": "stand"},
            hint=_WHOLE,
            kinds=held,
        )
    return Invalid(
        "This is no extract of the register of addresses and buildings: it holds no objects.",
        where={"path": "stand"},
        hint=_WHOLE,
    )
