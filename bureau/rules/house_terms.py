"""How long what the house gives out lasts: dated rows, each with why."""

from dataclasses import dataclass
from datetime import date, timedelta

from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseTerm(Row):
    """How many days something lasts, the day on which it is given not counted."""

    name: Texts
    days: int


def house_terms() -> Table[HouseTerm]:
    """The terms of the house."""
    return table("house_terms", HouseTerm)


def last_day(code: str, given: date) -> date:
    """The last day of what was given on a day; raises NotFound for an unknown code."""
    return given + timedelta(days=house_terms().row(code, given).days)
