"""Shares as exact fractions, and the key by which the same tie is recognised again."""

import re
from fractions import Fraction
from hashlib import sha256

from bureau.errors import Invalid
from bureau.model import Tie
from bureau.operations._facts import shown

_FRACTION = re.compile(r"(\d{1,12})\s*/\s*(\d{1,12})", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,6})?)\s*%", re.ASCII)


def share(text: str) -> Fraction | None:
    """The share in `text`, 1/3 or 33.5%; None for nothing, Invalid beyond the whole."""
    if not text.strip():
        return None
    part = _fraction(text.strip())
    if part is None or not 0 < part <= 1:
        raise Invalid(
            "{value} is no share of a whole.",
            where={"field": "share"},
            hint="Write 1/3 or 33.5%, more than nought and at most the whole.",
            value=text[:40],
        )
    return part


def tie_key(tie: Tie) -> str:
    """What makes a tie this tie: kind, ends, share, detail and the day from which it holds."""
    said = (
        tie.from_id,
        tie.to_id,
        tie.share_numerator,
        tie.share_denominator,
        tie.detail,
        shown(tie.valid_from),
    )
    digest = sha256("|".join(map(str, said)).encode()).hexdigest()
    return f"{tie.kind}:{digest[:40]}"


def _fraction(text: str) -> Fraction | None:
    if (found := _FRACTION.fullmatch(text)) and int(found[2]):
        return Fraction(int(found[1]), int(found[2]))
    if found := _PERCENT.fullmatch(text):
        return Fraction(found[1].replace(",", ".")) / 100
    return None
