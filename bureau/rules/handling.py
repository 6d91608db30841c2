"""Handling codes: how far a recorded fact may go, as whoever gave it agreed."""

from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Table, Texts, table

USUAL = "H0"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingCode(Row):
    """A code; what `travels` may leave the house without asking whoever gave it."""

    name: Texts
    help: Texts
    travels: bool


def handling_codes() -> Table[HandlingCode]:
    """Every handling code, from free to closed."""
    return table("handling", HandlingCode)


def travels(code: str, on: date) -> bool:
    """Whether a fact with this code may leave the house; one that nobody knows stays."""
    row = handling_codes().find(code, on)
    return row is not None and row.travels
