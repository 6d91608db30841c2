"""What is asked of every text and date that is handed in, so that refusals read alike."""

from datetime import date

from bureau.errors import N_, Invalid
from bureau.rules.dates import not_ahead
from bureau.work import Work

LONGEST = 20_000
EARLIEST = date(1990, 1, 1)
FIRST_YEAR = 2000


def said(value: str, field: str, most: int = LONGEST) -> str:
    """`value` without blanks around it; raises Invalid when it is empty or too long."""
    text = value.strip()
    if not text:
        raise Invalid(
            "Fill in {field}.",
            where={"field": field},
            hint="This is kept with the step, so that it can be explained later.",
            field=field,
        )
    return fitting(text, field, most)


def fitting(value: str, field: str, most: int = LONGEST) -> str:
    """`value` without blanks around it, which may be empty; raises Invalid when too long."""
    text = value.strip()
    if len(text) > most or "\0" in text:
        raise Invalid(
            "The text for {field} is too long or holds a character that cannot be kept.",
            where={"field": field},
            hint="Use at most {most} characters.",
            field=field,
            most=most,
        )
    return text


def one_of(value: str, field: str, allowed: tuple[str, ...]) -> str:
    """`value` when it is one of `allowed`; raises Invalid naming them otherwise."""
    if value not in allowed:
        raise Invalid(
            "{value} is not possible for {field}.",
            where={"field": field},
            hint="Choose one of: {names}.",
            names=", ".join(allowed),
            value=value[:40] or N_("Nothing"),
            field=field,
        )
    return value


def past(work: Work, day: date | None, field: str, since: date | None = None) -> date:
    """`day` (today when None); raises Invalid when it lies in the future or before `since`."""
    found = not_ahead(day or work.today, field, work.today)
    return not_before(found, field, since or EARLIEST)


def not_before(day: date, field: str, since: date) -> date:
    """`day`; raises Invalid when it lies before `since`, the event it must follow."""
    if day < since:
        raise Invalid(
            "The date for {field}, {day}, lies before {since}.",
            where={"field": field},
            hint="Give a date from {since} on.",
            field=field,
            day=day.isoformat(),
            since=since.isoformat(),
        )
    return day


def begun_year(work: Work, year: int) -> None:
    """Stop at a year that has not begun or lies too far back; raises Invalid."""
    if not FIRST_YEAR <= year <= work.today.year:
        raise Invalid(
            "There are no numbers of the year {year}.",
            where={"field": "year"},
            hint="Choose a year up to this one.",
            year=year,
        )
