"""Money and shares as exact text, so that a reader can recompute what a pattern found."""

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

_WHOLE = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI"}
    | {"VND", "VUV", "XAF", "XOF", "XPF"}
)
_THOUSANDTHS = frozenset(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"))


def decimals(currency: str) -> int:
    """How many decimals a currency has (ISO 4217, minor unit)."""
    if currency in _WHOLE:
        return 0
    return 3 if currency in _THOUSANDTHS else 2


def in_minor(amount: Fraction, currency: str) -> Fraction:
    """An amount in whole units as minor units, unrounded: thresholds are met exactly."""
    return amount * Fraction(10 ** decimals(currency))


def money(minor: int, currency: str) -> str:
    """Minor units as a decimal string, "25000.00"."""
    return str(Decimal(minor).scaleb(-decimals(currency)))


def share(part: Fraction | int, whole: Fraction | int = 1) -> str:
    """A ratio as a decimal string of six decimals; nothing of nothing is "0.000000"."""
    value = Fraction(part) / Fraction(whole) if whole else Fraction(0)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal("0.000001"), rounding=ROUND_HALF_EVEN))


def converted(minor: int, currency: str, rate: Fraction, into: str = "EUR") -> int:
    """Minor units of `currency` as minor units of `into`, half to even."""
    return round(minor * rate * Fraction(10 ** decimals(into), 10 ** decimals(currency)))
