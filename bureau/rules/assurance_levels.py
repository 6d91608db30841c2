"""How sure a sign-in elsewhere is of who it is: dated rows of levels, and which of them suffice."""

from dataclasses import dataclass
from datetime import date

from bureau.errors import Invalid
from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class AssuranceLevel(Row):
    """A level, its place in the order, and the values of `acr` by which it is told.

    `second_factor` says that two factors are shown for it; one alone is worth a password here.
    """

    name: Texts
    rank: int
    values: tuple[str, ...]
    second_factor: bool


def assurance_levels() -> Table[AssuranceLevel]:
    """The levels, each with the values that name it."""
    return table("assurance_levels", AssuranceLevel)


def insist_known(level: str) -> None:
    """Stop a house that asks, as its lowest level, one that no row knows; none is well."""
    known = assurance_levels().codes()
    if level and level not in known:
        raise Invalid(
            "BUREAU_OIDC_ACR is not a level: {level}.",
            where={"setting": "BUREAU_OIDC_ACR"},
            hint="Choose one of: " + ", ".join(known),
            level=level,
        )


def sufficing(level: str, on: date) -> tuple[AssuranceLevel, ...]:
    """This level and those above it, the lowest first; raises NotFound for an unknown one."""
    least = assurance_levels().row(level, on).rank
    found = (row for row in assurance_levels().on(on) if row.rank >= least)
    return tuple(sorted(found, key=lambda row: row.rank))


def level_of(value: str, level: str, on: date) -> AssuranceLevel | None:
    """The level that a value of `acr` tells, where it is `level` or one above; else None."""
    return next((row for row in sufficing(level, on) if value in row.values), None)
