"""How sure a sign-in elsewhere is of who it is: dated rows of levels, and which of them suffice."""

from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class AssuranceLevel(Row):
    """A level, its place in the order, and the values of `acr` by which it is told."""

    name: Texts
    rank: int
    values: tuple[str, ...]


def assurance_levels() -> Table[AssuranceLevel]:
    """The levels, each with the values that name it."""
    return table("assurance_levels", AssuranceLevel)


def sufficing(level: str, on: date) -> tuple[AssuranceLevel, ...]:
    """This level and those above it, the lowest first; raises NotFound for an unknown one."""
    least = assurance_levels().row(level, on).rank
    found = (row for row in assurance_levels().on(on) if row.rank >= least)
    return tuple(sorted(found, key=lambda row: row.rank))


def level_of(value: str, level: str, on: date) -> AssuranceLevel | None:
    """The level that a value of `acr` tells, where it is `level` or one above; else None."""
    return next((row for row in sufficing(level, on) if value in row.values), None)
