"""What every value of a dossier is held to before it may exist."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from bureau.errors import Invalid

_PARTIAL = re.compile(r"(\d{4})(-\d{2})?(-\d{2})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NO_CONCLUSION = re.compile(
    r"\b(schuldige?|daders?|guilty|perpetrators?|culprits?|(risico|risk[ -]?)scores?)\b", re.I
)


def words_in(name: str, text: str) -> None:
    """Refuse an empty `text`; `name` says which part of the dossier lacks it."""
    if not text.strip():
        raise Invalid("The dossier lacks this text: {name}.", where={"field": name}, name=name)


def partial_date(name: str, text: str) -> None:
    """Refuse anything but "", "2024", "2024-05" or "2024-05-07"."""
    found = _PARTIAL.fullmatch(text)
    year, month, day = found.groups() if found else ("", None, None)
    try:
        if found:
            date(int(year), int((month or "-01")[1:]), int((day or "-01")[1:]))
    except ValueError:
        found = None
    if text and not found:
        raise Invalid(
            "{value} is not a date ({name}).",
            hint="Write dates as 2026-11-20, 2026-11 or 2026.",
            where={"field": name},
            value=text,
            name=name,
        )


def aware(name: str, moment: datetime) -> None:
    """Refuse a moment without a time zone: its meaning would depend on the machine."""
    if moment.tzinfo is None:
        raise Invalid("This moment has no time zone: {name}.", where={"field": name}, name=name)


def digest(name: str, text: str) -> None:
    """Refuse anything but nothing or a SHA-256 in lower-case hexadecimal."""
    if text and not _SHA256.fullmatch(text):
        raise Invalid("This is not a SHA-256: {name}.", where={"field": name}, name=name)


def no_conclusion(name: str, text: str) -> None:
    """Refuse words by which a summary would judge a person."""
    found = _NO_CONCLUSION.search(text)
    if found:
        raise Invalid(
            "A dossier indicates and never concludes: “{word}” cannot stand in the {name}.",
            hint="Say what the facts indicate and what is still unknown.",
            where={"field": name},
            word=found.group(),
            name=name,
        )


def in_order(name: str, numbers: Iterable[int]) -> None:
    """Refuse numbers that repeat, go back or start below one."""
    last = 0
    for number in numbers:
        if number <= last:
            raise Invalid(
                "The numbers do not rise: {name} {number}.",
                where={"field": name, "number": number},
                name=name,
                number=number,
            )
        last = number


def parts(value: Any) -> Iterator[Any]:
    """Every value inside `value`, itself included, depth first in field order."""
    if is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)


def refer_only_to(value: Any, field: str, known: frozenset[int]) -> None:
    """Refuse a reference in any tuple called `field` that is not among `known`."""
    for part in parts(value):
        for number in getattr(part, field, ()):
            if isinstance(number, int) and number not in known:
                raise Invalid(
                    "{part} refers to number {number} in {field}, which the dossier does not hold.",
                    where={"part": type(part).__name__, "number": number},
                    part=type(part).__name__,
                    number=number,
                    field=field,
                )
