"""What is asked of every text and date that is handed in, so that refusals read alike."""

from datetime import date

from bureau.errors import N_, Invalid
from bureau.work import Work

LONGEST = 20_000
EARLIEST = date(1990, 1, 1)


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
    found = day or work.today
    if found > work.today:
        raise Invalid(
            "The date for {field} lies in the future: {day}.",
            where={"field": field},
            hint="Give a date up to today, {today}.",
            today=work.today.isoformat(),
            field=field,
            day=found.isoformat(),
        )
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
