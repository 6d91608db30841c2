"""What must hold before an account of a partner opens: dated rows, each with how long it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceKind(Row):
    """Something that must be shown, by the people of which `kinds` of organisation.

    It holds for `days` after it was given; `ahead` days before its last day it is a task.
    """

    name: Texts
    shown: Texts
    days: int
    ahead: int
    kinds: tuple[str, ...]


def clearances() -> Table[ClearanceKind]:
    """What must hold before an account of a partner opens."""
    return table("clearances", ClearanceKind)


def needed(kind: str, on: date) -> tuple[ClearanceKind, ...]:
    """What the people of this kind of organisation must show; nothing for those of the house."""
    return tuple(row for row in clearances().on(on) if kind in row.kinds)


def last_day(code: str, given: date) -> date:
    """The last day of what was given on a day; raises NotFound for an unknown code."""
    return given + timedelta(days=clearances().row(code, given).days)


def lacking(kind: str, held: Iterable[str], on: date) -> tuple[str, ...]:
    """What is needed in this kind of organisation and not among what is `held`."""
    there = set(held)
    return tuple(row.code for row in needed(kind, on) if row.code not in there)
