"""Amounts as people read them."""

from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision
from flask_babel import get_locale


def amount(minor: int | None, currency: str = "EUR") -> str:
    """`minor` units of `currency` in the reader's notation; nothing where it is unknown."""
    if minor is None:
        return ""
    exact = Decimal(minor).scaleb(-get_currency_precision(currency))
    return format_currency(exact, currency, locale=get_locale())
