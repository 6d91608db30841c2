"""How far back an acquisition is flagged for confiscation: a dated row."""

from dataclasses import dataclass
from datetime import date, timedelta

from bureau.rules.tables import Row, Table, Texts, table

WINDOW = "WINDOW"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfiscationWindow(Row):
    """So many years before the day that is looked at."""

    name: Texts
    years: int


def windows() -> Table[ConfiscationWindow]:
    """The windows of the law."""
    return table("confiscation", ConfiscationWindow)


def within(acquired: str, day: date) -> bool | None:
    """Whether something was acquired within the window before `day`; None where nobody can tell.

    `acquired` may lack its day or its month; then it counts only where all its days do.
    """
    if not acquired:
        return None
    year, month, on = (*(int(part) for part in acquired.split("-")), 0, 0)[:3]
    first = date(year, month or 1, on or 1)
    last = date(year, month, on) if on else _end(year, month)
    begins = date(day.year - windows().row(WINDOW, day).years, day.month, min(day.day, 28))
    if first >= begins:
        return True
    return False if last < begins else None


def _end(year: int, month: int) -> date:
    following = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return following - timedelta(days=1)
