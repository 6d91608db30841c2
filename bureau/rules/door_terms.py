"""How long something at the door lasts: dated rows, in minutes."""

from dataclasses import dataclass
from datetime import date, timedelta

from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorTerm(Row):
    """How many minutes something at the door lasts."""

    name: Texts
    minutes: int


def door_terms() -> Table[DoorTerm]:
    """The terms of the door."""
    return table("door_terms", DoorTerm)


def lasting(code: str, on: date) -> timedelta:
    """How long it lasts on a day; raises NotFound for an unknown code."""
    return timedelta(minutes=door_terms().row(code, on).minutes)
