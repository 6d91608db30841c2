"""Balances (:60:, :62:) and entries (:61:) of a SWIFT statement, field by field."""

import re
from dataclasses import dataclass

from bureau.errors import N_, Invalid
from bureau.formats.amounts import check_currency, minor
from bureau.formats.balance import Balance
from bureau.formats.days import nearest_day, short_day
from bureau.formats.guard import Limits, shorten
from bureau.formats.mt940_details import account_in
from bureau.formats.mt940_fields import Tagged

_BALANCE = re.compile(r"([CD])(\d{6})([A-Z]{3})([\d,.]+)", re.ASCII)
_ENTRY = re.compile(
    r"(?P<value>\d{6})(?P<booked>\d{4})?(?P<mark>R?[CD])(?P<funds>[A-Z])?"
    r"(?P<amount>[\d,.]+)(?P<type>[A-Z][A-Z0-9]{3})(?P<rest>.*)",
    re.ASCII,
)
_SIGNS = {"C": 1, "D": -1, "RC": -1, "RD": 1}
_AGAIN = N_("Ask the bank for the MT940 file again and hand it in unchanged.")
# The last three only announce that a reference stands in field :86:.
_NO_REFERENCE = {"", "N", "NONREF", "EREF", "MARF", "PREF"}


@dataclass(frozen=True, slots=True)
class Booking:
    """One :61: entry; the amount is positive minor units, `sign` says which way it went."""

    line: int
    on: str
    value_on: str
    sign: int
    reversal: bool
    amount_minor: int
    kind: str
    reference: str
    bank_reference: str
    account: str
    supplement: str


def read_balance(field: Tagged, limits: Limits) -> Balance:
    """The signed balance of a :60: or :62: field."""
    found = _BALANCE.fullmatch(field.text)
    if not found:
        raise _unreadable(field, N_("balance"))
    mark, day, currency, amount = found.groups()
    check_currency(currency, line=field.line)
    value = comma_minor(amount, currency, field.line, limits)
    on = short_day(day, line=field.line)
    return Balance(value if mark == "C" else -value, currency, on)


def read_booking(field: Tagged, currency: str, limits: Limits) -> Booking:
    """The entry of a :61: field in the currency of its statement."""
    found = _ENTRY.fullmatch(field.text)
    if not found:
        raise _unreadable(field, N_("entry"))
    value_on = short_day(found["value"], line=field.line)
    booked = found["booked"]
    reference, _, bank_reference = found["rest"].partition("//")
    supplement = " ".join(" ".join(field.lines[1:]).split())
    return Booking(
        line=field.line,
        on=nearest_day(booked, value_on, line=field.line) if booked else value_on,
        value_on=value_on,
        sign=_SIGNS[found["mark"]],
        reversal=found["mark"].startswith("R"),
        amount_minor=comma_minor(found["amount"], currency, field.line, limits),
        kind=found["type"],
        reference=_meant(reference),
        bank_reference=_meant(bank_reference),
        account=account_in(supplement),
        supplement=supplement,
    )


def comma_minor(text: str, currency: str, line: int, limits: Limits) -> int:
    """Minor units of a SWIFT amount; its comma is obligatory, a point or a second comma refused."""
    if text.count(",") != 1 or "." in text or text.startswith(","):
        raise Invalid(
            "The amount {value} on line {line} is not written with one decimal comma.",
            where={"line": line},
            hint="SWIFT writes 500,00 or 500, : without the comma digits may be lost. {again}",
            again=_AGAIN,
            value=shorten(text),
            line=line,
        )
    return minor(text.replace(",", "."), currency, limits, line=line)


def _meant(reference: str) -> str:
    text = " ".join(reference.split())
    return "" if text in _NO_REFERENCE else text


def _unreadable(field: Tagged, what: str) -> Invalid:
    return Invalid(
        "Field :{tag}: on line {line} is no {what}: {value}",
        where={"line": field.line},
        hint=_AGAIN,
        tag=field.tag,
        line=field.line,
        what=what,
        value=shorten(field.text) or "(empty)",
    )
