"""Dates as files write them, to ISO text; a date that does not exist is refused."""

import re
from datetime import date

from bureau.errors import N_, Invalid
from bureau.formats.guard import shorten

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?", re.ASCII)
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?", re.ASCII
)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[0-9:.+Z-]{1,30})?)?)?", re.ASCII)
_CENTURY_TURNS = 80


def iso_day(text: str, **where: object) -> str:
    """An ISO date as it came; raises Invalid for anything else."""
    found = _ISO.fullmatch(text)
    if not found or not _exists(*map(int, found.groups())):
        raise _no_date(text, N_("Write dates as 2026-11-20."), where)
    return text


def iso_moment(text: str, **where: object) -> tuple[str, str]:
    """Date and time of day of an ISO moment, as written; no time where there is only a date."""
    found = _MOMENT.fullmatch(text)
    if not found:
        raise _no_date(text, N_("Write moments as 2026-11-20T14:05:30."), where)
    return iso_day(found.group(1), **where), clock_time(found.group(2) or "", **where)


def partial_day(text: str, path: str) -> str:
    """A year, month or day in ISO form, the time of day left off; empty stays empty."""
    found = _PARTIAL.fullmatch(text)
    if text and not (found and _exists(*(int(part or 1) for part in found.groups()))):
        raise _no_date(text, N_("Write dates as 2026-11-20, 2026-11 or 2026."), {"path": path})
    return text[: len("2026-11-20")]


def clock_time(text: str, **where: object) -> str:
    """A time of day, 14:05 or 14:05:30; empty stays empty."""
    if text and not _CLOCK.fullmatch(text):
        raise Invalid(
            "{value} is no time of day.",
            where=where,
            hint="Write times as 14:05 or 14:05:30.",
            value=shorten(text),
        )
    return text


def register_day(text: str, **where: object) -> str:
    """A register's date, compact or ISO, zeros for what is unknown, as a partial ISO date."""
    found = _COMPACT.fullmatch(text) or _ISO.fullmatch(text)
    if not found:
        raise _no_date(text, N_("The register writes dates as 20261120 or 2026-11-20."), where)
    year, month, day = found.groups()
    known = [part for part in (year, month, day) if int(part)]
    shape = [part for part in (year, month, day)[: len(known)] if int(part)]
    if len(shape) != len(known) or not _exists(int(year) or 1, int(month) or 1, int(day) or 1):
        raise _no_date(text, N_("The register writes dates as 20261120 or 2026-11-20."), where)
    return "-".join(known)


def short_day(text: str, **where: object) -> str:
    """A two-digit-year date of a bank (yymmdd) as ISO; 80 to 99 are the nineteen-hundreds."""
    year = int(text[:2])
    full = (1900 if year >= _CENTURY_TURNS else 2000) + year
    if not _exists(full, int(text[2:4]), int(text[4:6])):
        raise _no_date(text, N_("Banks write dates as yymmdd: 261120."), where)
    return f"{full}-{text[2:4]}-{text[4:6]}"


def nearest_day(month_day: str, anchor: str, **where: object) -> str:
    """The date with this month and day (mmdd) that lies nearest to the ISO date `anchor`."""
    base = date.fromisoformat(anchor)
    month, day = int(month_day[:2]), int(month_day[2:])
    near = [
        date(year, month, day)
        for year in (base.year - 1, base.year, base.year + 1)
        if _exists(year, month, day)
    ]
    if not near:
        raise _no_date(month_day, N_("Banks write entry dates as mmdd: 1120."), where)
    return min(near, key=lambda found: abs(found - base)).isoformat()


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _no_date(text: str, hint: str, where: dict[str, object]) -> Invalid:
    return Invalid(
        "{value} is no date.", where=where, hint=hint, value=shorten(text) or N_("Nothing")
    )
