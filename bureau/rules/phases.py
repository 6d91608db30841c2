"""The phases of a partnership case as gates, each with what must hold to enter it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bureau.errors import NotAllowed
from bureau.rules.agenda import Phase
from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseGate(Row):
    """A phase; `activities` are letters of WGS 2.18(1), `named` how many must say why."""

    name: Texts
    gate: Texts
    activities: tuple[str, ...]
    named: int


def phase_gates() -> Table[PhaseGate]:
    """The phases, in their order."""
    return table("phases", PhaseGate)


def phase_of(state: str) -> Phase:
    """The phase of a partnership case with this state; the first where none is said."""
    return Phase(state) if state in tuple(Phase) else Phase.ENRICHMENT


def next_gate(now: Phase, on: date) -> PhaseGate | None:
    """The gate after this phase; None in the last."""
    return next((row for row in phase_gates().on(on) if int(row.code[1:]) == now.number + 1), None)


def insist_gate(
    now: Phase,
    target: str,
    activity: str,
    named: Collection[str],
    on: date,
    *,
    alone: bool = False,
) -> PhaseGate:
    """The gate to `target`, passed by a body `alone` or by several; raises NotAllowed."""
    row = next_gate(now, on)
    if row is None or row.code != target:
        raise NotAllowed(
            "A case goes through its phases one by one; this one stands in phase {phase}.",
            where={"field": "phase", "guard": "order", "basis": "WGS 2.22, 2.23(6)"},
            hint="Open the next phase first, each with its own necessity.",
            phase=now.number,
        )
    if activity not in row.activities:
        raise NotAllowed(
            "This phase is not open for activity {activity} ({basis}).",
            where={"field": "phase", "guard": "activity", "basis": row.basis},
            hint="Only an enforcement bottleneck (a) or a case meeting (b) goes that far.",
            activity=activity,
            basis=row.basis,
        )
    _insist_named(row, named, min(row.named, 1) if alone else row.named)
    return row


def _insist_named(row: PhaseGate, named: Collection[str], needed: int) -> None:
    if len(set(named)) < needed:
        raise NotAllowed(
            "At least {count} participants say by name why this phase is necessary ({basis}).",
            where={"field": "named", "guard": "necessity", "basis": row.basis},
            hint="Ask the participants of the case, and write down who finds it necessary.",
            count=needed,
            basis=row.basis,
        )
