"""Money as whole minor units with its currency, so that no cent is ever rounded away."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bureau.errors import Invalid
from bureau.rules.vocabulary import Language

_SHAPE = re.compile(r"(-?)(\d{1,15})(?:\.(\d{1,3}))?", re.ASCII)
_DUTCH = re.compile(r"-?(\d{1,3}(\.\d{3})+(,\d{1,2})?|\d+,\d{1,2})", re.ASCII)
_ENGLISH = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d{1,2})?", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)

# ISO 4217, list one: the currencies whose minor unit is not a hundredth.
_WITHOUT_MINOR = frozenset(
    (
        *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW"),
        *("PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"),
    )
)
_THOUSANDTHS = frozenset(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"))
_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$"}


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units (cents) of one currency (ISO 4217)."""

    minor: int
    currency: str = "EUR"

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + _same(self, other).minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - _same(self, other).minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < _same(self, other).minor

    def decimal(self) -> Decimal:
        """The amount in whole units, exact."""
        return Decimal(self.minor).scaleb(-decimals(self.currency))

    def text(self) -> str:
        """The amount as the edges of the house write it: 1234.50."""
        return f"{self.decimal():f}"

    def display(self, language: Language | str) -> str:
        """The amount as people in this language write it: € 1.234,50 or €1,234.50."""
        dutch = Language(language) is Language.NL
        digits = f"{abs(self.decimal()):,.{decimals(self.currency)}f}"
        if dutch:
            digits = digits.translate(str.maketrans(",.", ".,"))
        sign = "-" if self.minor < 0 else ""
        symbol = _SYMBOLS.get(self.currency)
        if dutch or not symbol:
            return f"{symbol or self.currency} {sign}{digits}"
        return f"{sign}{symbol}{digits}"


def decimals(currency: str) -> int:
    """How many decimals `currency` has; raises Invalid for what is no currency code."""
    if not _CURRENCY.fullmatch(currency):
        raise Invalid(
            "{value} is no currency code.",
            where={"currency": currency},
            hint="Write the three capitals of ISO 4217, for instance EUR.",
            value=currency[:10] or "Nothing",
        )
    if currency in _WITHOUT_MINOR:
        return 0
    return 3 if currency in _THOUSANDTHS else 2


def parse(text: str, currency: str = "EUR") -> Money:
    """The amount in a decimal string such as 1234.50; raises Invalid for any other writing."""
    places = decimals(currency)
    found = _SHAPE.fullmatch(text)
    if not found or len(found[3] or "") > places:
        raise Invalid(
            "{value} is no amount in {currency}.",
            where={"value": text[:40]},
            hint="Write digits, a point and the decimals of the currency: 1234.50.",
            value=text[:40] or "Nothing",
            currency=currency,
        )
    minor = int(found[2] + (found[3] or "").ljust(places, "0"))
    return Money(-minor if found[1] else minor, currency)


def typed(text: str, currency: str = "EUR") -> str:
    """What a person typed, 12.500,00 or 12,500.00, as 12500.00; anything else stays as it is.

    A currency with three decimals is only read with a point: 1.234 would say two things.
    """
    plain = "".join(text.replace("€", "").split()).removesuffix(",-")
    grouped = currency not in _THOUSANDTHS
    if grouped and _DUTCH.fullmatch(plain):
        return plain.replace(".", "").replace(",", ".")
    if grouped and _ENGLISH.fullmatch(plain):
        return plain.replace(",", "")
    return plain if _SHAPE.fullmatch(plain) else text


def total(amounts: tuple[Money, ...], currency: str = "EUR") -> Money:
    """The sum of amounts of one currency; raises Invalid when currencies are mixed."""
    result = Money(0, currency)
    for amount in amounts:
        result += amount
    return result


def _same(one: Money, other: Money) -> Money:
    if one.currency != other.currency:
        raise Invalid(
            "Amounts in {one} and {other} cannot be put together.",
            hint="Keep each currency apart; the house never converts by itself.",
            one=one.currency,
            other=other.currency,
        )
    return other
