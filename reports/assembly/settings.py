"""The settings of a pattern as a reader writes them: a number with its unit, and why it is so."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from bureau.rules import money
from bureau.rules.patterns import Parameter
from reports.assembly.file import CaseFile

EURO, PERCENT = "EUR", 100
SHARES = ("share", "probability")
# Each unit for one and for more, in Dutch and in English.
UNITS: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "accounts": (("rekening", "account"), ("rekeningen", "accounts")),
    "buyers": (("koper", "buyer"), ("kopers", "buyers")),
    "days": (("dag", "day"), ("dagen", "days")),
    "deposits": (("storting", "deposit"), ("stortingen", "deposits")),
    "deviations": (
        ("afwijking van het midden", "deviation from the middle"),
        ("afwijkingen van het midden", "deviations from the middle"),
    ),
    "features": (("kenmerk", "feature"), ("kenmerken", "features")),
    "hours": (("uur", "hour"), ("uur", "hours")),
    "invoices": (("factuur", "invoice"), ("facturen", "invoices")),
    "kWh/m2": (("kWh per vierkante meter", "kWh per square metre"),) * 2,
    "km/h": (("kilometer per uur", "kilometres an hour"),) * 2,
    "months": (("maand", "month"), ("maanden", "months")),
    "observations": (("waarneming", "observation"), ("waarnemingen", "observations")),
    "pairs": (("paar", "pair"), ("paren", "pairs")),
    "parties": (("partij", "party"), ("partijen", "parties")),
    "payers": (("betaler", "payer"), ("betalers", "payers")),
    "payments": (("betaling", "payment"), ("betalingen", "payments")),
    "peers": (
        ("vergelijkbaar bedrijf", "comparable business"),
        ("vergelijkbare bedrijven", "comparable businesses"),
    ),
    "people": (("persoon", "person"), ("personen", "people")),
    "percent": (("procent", "per cent"),) * 2,
    "places": (("plaats", "place"), ("plaatsen", "places")),
    "positions": (("functie", "position"), ("functies", "positions")),
    "prices": (("prijs", "price"), ("prijzen", "prices")),
    "ratio": (("keer", "times"),) * 2,
    "swaps": (("wisseling", "swap"), ("wisselingen", "swaps")),
    "terms": (("termijn", "term"), ("termijnen", "terms")),
    "times": (("keer", "times"),) * 2,
    "units": (("eenheid", "unit"), ("eenheden", "units")),
    "years": (("jaar", "year"), ("jaar", "years")),
}


def settings(
    file: CaseFile, parameters: tuple[Parameter, ...], chosen: Mapping[str, object]
) -> tuple[tuple[str, str], ...]:
    """Each setting under the name it has in the formula; a usual one with the reason for it."""
    known = {one.name: one for one in parameters}
    return tuple((name, _said(file, known.get(name), chosen[name])) for name in sorted(chosen))


def _said(file: CaseFile, parameter: Parameter | None, value: object) -> str:
    number = _number(value)
    if parameter is None or number is None:
        return str(value)
    said = _in_unit(file, number, parameter.unit)
    usual = number == parameter.default
    return f"{said}. {parameter.reason.in_(file.language)}" if usual else said


def _in_unit(file: CaseFile, number: Decimal, unit: str) -> str:
    if unit == EURO:
        return money.parse(f"{number:.2f}", EURO).display(file.language)
    if unit in SHARES:
        return f"{plain(file, number * PERCENT)}%"
    said = plain(file, number)
    return f"{said} {file.say(*UNITS[unit][number != 1])}" if unit in UNITS else said


def plain(file: CaseFile, number: Decimal) -> str:
    """A number without idle noughts, with the comma where the language has one."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return file.say(text.replace(".", ","), text)


def _number(value: object) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
