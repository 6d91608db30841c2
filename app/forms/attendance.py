"""What the forms of an item say of its seats: who is admitted and why, and who was there."""

from collections.abc import Iterable, Mapping
from datetime import time
from uuid import UUID

from flask_wtf import FlaskForm

from bureau.errors import Invalid
from bureau.operations.attendances import Attendance
from bureau.rules.agenda import Declaration

MOST = 2000


class SeatsForm(FlaskForm):
    """Who was there; the fields stand by seat and are read by `attendance`."""


def admitted(form: Mapping[str, str], logins: Iterable[str]) -> list[tuple[str, str]]:
    """The seats that were ticked, each with the reason that was typed beside it."""
    return [(login, form.get(f"because-{login}", "")[:MOST]) for login in logins]


def attendance(form: Mapping[str, str], seat: str) -> Attendance:
    """What was filled in for the seat with this id; raises Invalid for what is no time."""
    return Attendance(
        attended=form.get(f"attended-{seat}") == "yes",
        declaration=form.get(f"declared-{seat}", Declaration.NOT_ASKED),
        interest=form.get(f"interest-{seat}", "")[:MOST],
        came_at=clock_time(form.get(f"came-{seat}", ""), "came_at"),
        left_at=clock_time(form.get(f"left-{seat}", ""), "left_at"),
        remote=form.get(f"remote-{seat}") == "yes",
        identity=form.get(f"identity-{seat}", "")[:MOST],
    )


def clock_time(text: str, field: str) -> time | None:
    """A time of the day as the browser sends it; None where it was left open."""
    if not text.strip():
        return None
    try:
        found = time.fromisoformat(text.strip())
    except ValueError:
        raise Invalid(
            "{text} is no time of the day.",
            where={"field": field},
            hint="Write it as 14:30.",
            text=text[:20],
        ) from None
    return found.replace(second=0, microsecond=0, tzinfo=None)


def record_id(text: str | None) -> UUID | None:
    """The record that was chosen; raises Invalid for what is no id of a record."""
    try:
        return UUID(text) if text else None
    except ValueError:
        raise Invalid(
            "What was chosen is not on the list.",
            where={"field": "choice"},
            hint="Open the page again and choose from the list.",
        ) from None
