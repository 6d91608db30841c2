"""Which acts ask a sign-in with a second factor, and how old it may be: dated rows."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bureau.rules.dates import civil_date
from bureau.rules.tables import Row, Table, Texts, table

ONE_ELSEWHERE = "oidc_one"  # the strength of a sign-in elsewhere on a level of one factor
SINGLE = frozenset(("password", ONE_ELSEWHERE))  # the strengths of a sign-in with one factor


@dataclass(frozen=True, slots=True, kw_only=True)
class StrongAct(Row):
    """An act by its code; `reading` says that looking at its page asks it, too."""

    name: Texts
    minutes: int
    reading: bool


@dataclass(frozen=True, slots=True)
class SignIn:
    """How somebody came in: what was shown, and when."""

    strength: str
    at: datetime


def strong_acts() -> Table[StrongAct]:
    """The acts that ask a fresh second factor."""
    return table("strong_acts", StrongAct)


def too_weak(
    code: str, shown: SignIn | None, now: datetime, since: date | None, *, reading: bool
) -> StrongAct | None:
    """The row that this sign-in does not meet now; None where it does, or nothing is asked.

    A program, and a command that showed nothing, meet none.
    """
    today = civil_date(now)
    if since is None or today < since:
        return None
    row = strong_acts().find(code, today)
    if row is None or (reading and not row.reading):
        return None
    if shown is None or shown.strength in SINGLE:
        return row
    return None if now < shown.at + timedelta(minutes=row.minutes) else row
