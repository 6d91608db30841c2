"""The roles people have around a decision, and who of them the register may name."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRole(Row):
    """A role around a decision; `circle` marks the closed circle of art. 3 lid 4."""

    name: Texts
    meaning: Texts
    circle: bool
    reportable: bool


def roles() -> Table[PartyRole]:
    """The roles, R01 to R17."""
    return table("roles", PartyRole)


def in_circle(codes: Collection[str], on: date) -> bool:
    """Whether one of these roles puts a person in the closed circle of art. 3 lid 4."""
    return any(roles().row(code, on).circle for code in codes)


def reportable(codes: Collection[str], on: date) -> bool:
    """Whether the Bibob register may hold an entry on a person with these roles."""
    return any(roles().row(code, on).reportable for code in codes)
