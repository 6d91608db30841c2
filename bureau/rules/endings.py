"""How a partnership case ends, and why its data may be kept after their term."""

from dataclasses import dataclass

from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEnding(Row):
    """An ending; `settled` says whether every action must be settled first."""

    name: Texts
    means: Texts
    settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldGround(Row):
    """A ground on which joint data are kept although their term is over."""

    name: Texts


def case_endings() -> Table[CaseEnding]:
    """The endings of a partnership case."""
    return table("case_endings", CaseEnding)


def hold_grounds() -> Table[HoldGround]:
    """The grounds of a hold on joint data."""
    return table("hold_grounds", HoldGround)
