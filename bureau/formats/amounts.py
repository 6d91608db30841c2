"""Decimal text to whole minor units and back, without a float in between."""

import re
from functools import lru_cache

from bureau.errors import N_, Invalid, TooLarge
from bureau.formats.guard import Limits, check_digits, shorten
from bureau.rules.money import decimals

_CURRENCY = re.compile(r"[A-Z]{3}")
_LARGEST = 10**18  # a database keeps whole numbers of 63 bits
_places = lru_cache(maxsize=256)(decimals)
_DECIMAL = re.compile(r"([0-9]+)(?:\.([0-9]*))?")
_HINT = N_("Write amounts as digits with a point and the decimals of the currency: 1234.50.")


def check_currency(text: str, **where: object) -> str:
    """The currency code; raises Invalid unless it is three capitals (ISO 4217)."""
    if not _CURRENCY.fullmatch(text):
        raise Invalid(
            "{value} is no currency code.",
            where=where,
            hint="Write the three capitals of ISO 4217, for instance EUR.",
            value=shorten(text) or N_("Nothing"),
        )
    return text


def minor(text: str, currency: str, limits: Limits, **where: object) -> int:
    """The minor units (cents) of an unsigned decimal text with a point."""
    check_digits(text, limits, **where)
    found = _DECIMAL.fullmatch(text)
    if not found:
        raise Invalid(
            "{value} is no amount.", where=where, hint=_HINT, value=shorten(text) or N_("Nothing")
        )
    places = _places(currency)
    fraction = (found.group(2) or "").rstrip("0")
    if len(fraction) > places:
        raise Invalid(
            "{value} has more decimals than {currency} knows.",
            where=where,
            hint=_HINT,
            value=shorten(text),
            currency=currency,
        )
    value = int(found.group(1) + fraction.ljust(places, "0"))
    if value >= _LARGEST:
        raise TooLarge(
            "The amount {value} is larger than any that can be kept.",
            where=where,
            hint=_HINT,
            value=shorten(text),
        )
    return value


def decimal_text(amount_minor: int, currency: str) -> str:
    """Minor units as a decimal string with a point, as the edges of the house write money."""
    places = _places(currency)
    digits = str(abs(amount_minor)).rjust(places + 1, "0")
    sign = "-" if amount_minor < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"
