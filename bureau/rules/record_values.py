"""The values of a record: read from text or from typed values, and kept as plain JSON."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from bureau.errors import N_

_LINE, _LONG = 200, 20_000
_COUNTS = re.compile(r"(\d{1,6}(?:\.\d{1,2})?)\s*(?:[x:\u00d7]|\s)\s*(\d{1,9})", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
_PLAIN = re.compile(r"-?\d{1,18}(?:\.\d{1,12})?", re.ASCII)
_YES = ("true", "1", "yes", "ja")
_NO = ("false", "0", "no", "nee")
_FURTHEST = Decimal(180)


class FieldType(StrEnum):
    """How a value is written and kept."""

    TEXT = "text"
    WORDS = "words"
    INTEGER = "integer"
    MINOR = "minor"
    DECIMAL = "decimal"
    SHARE = "share"
    DEGREES = "degrees"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    COUNTS = "counts"
    CURRENCY = "currency"
    PAYMENT = "payment"


Read = tuple[str | None, Any]  # what is wrong, or else the value


def read(kind: FieldType, value: Any, codes: tuple[str, ...] = ()) -> Read:
    """The value as it is kept, or the hint of what it should be; `codes` close a list."""
    if kind is FieldType.CHOICE:
        return (None, str(value)) if str(value) in codes else (N_("Choose one of: {names}."), None)
    if kind is FieldType.CHOICES:
        return _several(value, codes)
    return READERS[kind](value)


def written(kind: FieldType, value: Any) -> str:
    """A kept value as the text that a form or a line of a file gives back."""
    if kind is FieldType.YES_NO:
        return "true" if value else "false"
    if kind is FieldType.CHOICES:
        return ", ".join(value)
    if kind is FieldType.COUNTS:
        return ", ".join(f"{note} x {count}" for note, count in value.items())
    if kind is FieldType.MINOR:
        return f"{Decimal(value).scaleb(-2):f}"
    return str(value)


def _text(most: int) -> Callable[[Any], Read]:
    def reading(value: Any) -> Read:
        text = str(value).strip()
        if len(text) > most or "\0" in text:
            return N_("Write a shorter text."), None
        return None, text or None

    return reading


def _number(value: Any) -> Decimal | None:
    """A plain decimal number without exponent; None for anything else."""
    text = str(value).strip()
    if isinstance(value, bool) or not _PLAIN.fullmatch(text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:  # pragma: no cover - the shape is checked above
        return None


def _integer(value: Any) -> Read:
    number = _number(value)
    if number is None or number != number.to_integral_value() or number < 0:
        return N_("Give a whole number of zero or more."), None
    return None, int(number)


def _minor(value: Any) -> Read:
    """Cents: a whole number is taken as it is, a text as euros with a point."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _integer(value)
    number = _number(value)
    if number is None or number < 0 or number != round(number, 2):
        return N_("Write digits, a point and two decimals: 1234.50."), None
    return None, int(number.scaleb(2))


def _between(lowest: Decimal | None, highest: Decimal | None, hint: str) -> Callable[[Any], Read]:
    def reading(value: Any) -> Read:
        number = _number(value)
        if (
            number is None
            or (lowest is not None and number < lowest)
            or (highest is not None and number > highest)
        ):
            return hint, None
        return None, f"{number:f}"

    return reading


def _yes_no(value: Any) -> Read:
    text = str(value).strip().casefold()
    if text in (*_YES, *_NO):
        return None, text in _YES
    return N_("Write yes or no."), None


def _several(value: Any, codes: tuple[str, ...]) -> Read:
    given = re.split(r"[,;\s]+", value.strip()) if isinstance(value, str) else list(value)
    chosen = [code for code in codes if code in given]
    if len(chosen) != len(set(map(str, given))):
        return N_("Choose from: {names}."), None
    return None, chosen


def _counts(value: Any) -> Read:
    """How many of each: {"500": 3}, or 500 x 3, 50 x 12."""
    hint = N_("Write each note or coin with how many: 500 x 3, 50 x 12.")
    if isinstance(value, Mapping):
        pairs = [f"{note} x {count}" for note, count in value.items()]
    else:
        pairs = [part for part in re.split(r"[,;\n]+", str(value)) if part.strip()]
    found: dict[str, int] = {}
    for pair in pairs:
        match = _COUNTS.fullmatch(pair.strip())
        if not match or match[1] in found:
            return hint, None
        found[match[1]] = int(match[2])
    if not found:
        return hint, None
    return None, dict(sorted(found.items(), key=lambda one: -Decimal(one[0])))


def _currency(value: Any) -> Read:
    text = str(value).strip().upper()
    if _CURRENCY.fullmatch(text):
        return None, text
    return N_("Write the three capitals of ISO 4217, for instance EUR."), None


_ZERO, _ONE = Decimal(0), Decimal(1)
READERS: Mapping[FieldType, Callable[[Any], Read]] = {
    FieldType.TEXT: _text(_LINE),
    FieldType.WORDS: _text(_LONG),
    FieldType.PAYMENT: _text(_LINE),
    FieldType.INTEGER: _integer,
    FieldType.MINOR: _minor,
    FieldType.DECIMAL: _between(_ZERO, None, N_("Give a number with a point, of zero or more.")),
    FieldType.SHARE: _between(_ZERO, _ONE, N_("Give a part of one, such as 0.25.")),
    FieldType.DEGREES: _between(-_FURTHEST, _FURTHEST, N_("Give degrees with a point: 51.9225.")),
    FieldType.YES_NO: _yes_no,
    FieldType.COUNTS: _counts,
    FieldType.CURRENCY: _currency,
}
