"""Which mark is the decimal one in a column of amounts: proven by the column or refused."""

import re
from collections.abc import Iterable
from enum import StrEnum

from bureau.errors import N_, Invalid
from bureau.formats.amounts import minor
from bureau.formats.guard import Limits, check_digits, shorten

_HINT = N_("Write amounts with a decimal point and without marks for thousands: 1234.50.")


class Mark(StrEnum):
    """The decimal mark of a file."""

    POINT = "."
    COMMA = ","


_WHOLE = re.compile(r"\d+", re.ASCII)
_UNSURE = re.compile(r"\d{1,3}[.,]\d{3}", re.ASCII)
_PROVES = {
    Mark.POINT: re.compile(r"\d+\.\d*|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}", re.ASCII),
    Mark.COMMA: re.compile(r"\d+,\d*|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}", re.ASCII),
}


def decimal_mark(amounts: Iterable[tuple[int, str]], limits: Limits) -> Mark:
    """The one mark that every (line, amount) agrees on; raises Invalid where none or two do."""
    proof: tuple[int, Mark] | None = None
    unsure: tuple[int, str] | None = None
    for line, text in amounts:
        if _WHOLE.fullmatch(text):
            continue
        if _UNSURE.fullmatch(text):
            unsure = unsure or (line, text)
            continue
        mark = _proven(text, line, limits)
        if proof is not None and mark is not proof[1]:
            raise _mixed(line, proof[0])
        proof = proof or (line, mark)
    if unsure and not proof:
        raise _ambiguous(*unsure)
    return proof[1] if proof else Mark.POINT


def read_amount(text: str, mark: Mark, currency: str, limits: Limits, line: int) -> int:
    """Minor units of an amount written with this decimal mark."""
    thousands = "," if mark is Mark.POINT else "."
    return minor(text.replace(thousands, "").replace(mark, "."), currency, limits, line=line)


def _proven(text: str, line: int, limits: Limits) -> Mark:
    check_digits(text, limits, line=line)
    for mark, pattern in _PROVES.items():
        if pattern.fullmatch(text):
            return mark
    if text.startswith("-"):
        raise Invalid(
            "The amount {value} on line {line} is negative.",
            where={"line": line},
            hint="Write positive amounts; from_account and to_account say which way they went.",
            value=shorten(text),
            line=line,
        )
    raise Invalid(
        "{value} on line {line} is no amount.",
        where={"line": line},
        hint=_HINT,
        value=shorten(text) or N_("Nothing"),
        line=line,
    )


def _mixed(line: int, other: int) -> Invalid:
    return Invalid(
        "Lines {other} and {line} use different decimal marks.",
        where={"line": line},
        hint=_HINT,
        line=line,
        other=other,
    )


def _ambiguous(line: int, text: str) -> Invalid:
    return Invalid(
        "{value} on line {line} can mean two amounts, and no other row shows which.",
        where={"line": line},
        hint=_HINT,
        value=text,
        line=line,
    )
