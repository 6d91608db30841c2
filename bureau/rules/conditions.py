"""Conditions (voorschriften) that can be attached to a decision: the proposals of the house."""

import re
from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Table, Texts, table

_OPEN = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow(Row):
    """A condition with what shows that it is kept; `days` to its first check, `again` to the next.

    No `scopes`: for every decision. `grounds` are those of the danger it helps against.
    """

    name: Texts
    text: Texts
    evidence: Texts
    scopes: tuple[str, ...]
    grounds: tuple[str, ...]
    days: int
    again: int


def conditions() -> Table[ConditionRow]:
    """The conditions of the house."""
    return table("conditions", ConditionRow)


def on(day: date) -> tuple[ConditionRow, ...]:
    """Those that are proposed on a day."""
    return conditions().on(day)


def open_parts(text: str) -> tuple[str, ...]:
    """What still stands between square brackets, to be filled in for the case."""
    return tuple(_OPEN.findall(text))
