"""Answers of the registers as their interfaces would give them, about companies of nobody."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from app.demo import numbers
from app.demo.days import Days

Row = Mapping[str, Any]


def company(row: Row, days: Days) -> bytes:
    """The basic profile (basisprofiel) of a company."""
    began = days.exact(row["began"]).strftime("%Y%m%d")
    code, activity = row["sbi"]
    main = {"sbiCode": code, "sbiOmschrijving": activity, "indHoofdactiviteit": "Ja"}
    body = {
        "kvkNummer": row["kvk"],
        "indNonMailing": "Ja",
        "naam": row["name"],
        "formeleRegistratiedatum": began,
        "materieleRegistratie": {"datumAanvang": began},
        "totaalWerkzamePersonen": row.get("staff", 1),
        "handelsnamen": [{"naam": row["name"], "volgorde": 1}],
        "sbiActiviteiten": [main],
        "_embedded": {
            "hoofdvestiging": _branch(row),
            "eigenaar": {"rsin": numbers.rsin(row["seat"][0]), "rechtsvorm": row["legal_form"]},
        },
    }
    return json.dumps(body, ensure_ascii=False, indent=1).encode()


def _branch(row: Row) -> dict[str, Any]:
    number, street, house, postcode = row["seat"]
    return {
        "vestigingsnummer": numbers.branch(number),
        "kvkNummer": row["kvk"],
        "eersteHandelsnaam": row["name"],
        "adressen": [
            {
                "type": "bezoekadres",
                "indAfgeschermd": "Nee",
                "volledigAdres": f"{street} {house} {postcode} Havermonde",
                "straatnaam": street,
                "huisnummer": house,
                "postcode": postcode,
                "plaats": "Havermonde",
                "land": "Nederland",
            }
        ],
    }


def estate(row: Row, holders: Iterable[Row], days: Days) -> bytes:
    """Real estate with the holders of its rights (BRK bevragen)."""
    street, house, postcode = row["place"]
    body = {
        "identificatie": row["brk"],
        "type": "perceel",
        "kadastraleAanduiding": row["designation"],
        "kadastraleGrootte": {"waarde": row["square_metres"]},
        "adressen": [
            {
                "straat": street,
                "huisnummer": house,
                "postcode": postcode,
                "woonplaats": "Havermonde",
            }
        ],
        "koopsom": {"koopsom": row["price"], "koopjaar": days.exact(row["bought"]).year},
        "_embedded": {"zakelijkGerechtigden": [_right(one, days) for one in holders]},
    }
    return json.dumps(body, ensure_ascii=False, indent=1).encode()


def _right(row: Row, days: Days) -> dict[str, Any]:
    company_held = "kvk" in row
    return {
        "identificatie": row["right"],
        "type": "eigenaar",
        "aanvangsdatum": days.exact(row["since"]).isoformat(),
        "tenaamstelling": {"aandeel": {"teller": row["share"][0], "noemer": row["share"][1]}},
        "persoon": {
            "identificatie": row["kvk"] if company_held else numbers.bsn(row["bsn"]),
            "omschrijving": row["name"],
            "type": "ingeschreven_niet_natuurlijk_persoon"
            if company_held
            else "ingeschreven_natuurlijk_persoon",
        },
    }
