"""The screening procedure as a table: from which state, by which step, on which conditions."""

from dataclasses import dataclass
from datetime import date

from bureau.errors import N_, NotAllowed, OutOfOrder
from bureau.rules.facts import ProcedureFacts
from bureau.rules.guards import PREDICATES, Guard, guards
from bureau.rules.schema import NO_TEXTS, listed
from bureau.rules.tables import Row, Table, Texts, remembered, table

__all__ = ["ProcedureFacts", "State", "Step", "Transition", "advance", "states", "steps"]

OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class State(Row):
    """Where a screening stands, who acts, and what must and must not be said.

    In a `fixed` state the assessment under the decision can no longer be rewritten.
    """

    name: Texts
    open: bool
    actor: Texts
    documents: Texts = NO_TEXTS
    must_tell: Texts = NO_TEXTS
    must_not: Texts = NO_TEXTS
    final: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(Row):
    """One permitted step, its guards, and the terms it begins and ends."""

    start: tuple[str, ...]
    target: str
    event: Texts
    guards: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    opens_case: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A step from the present state and the guards that still stand in its way."""

    transition: Transition
    blocked_by: tuple[Guard, ...]

    @property
    def possible(self) -> bool:
        """Whether the step can be taken now."""
        return not self.blocked_by


def states() -> Table[State]:
    """The states, ST00 to ST199, in the order of the procedure."""
    return table("states", State)


def state(code: str, on: date) -> State:
    """The state `code`; raises NotFound."""
    return states().row(code, on)


def transitions() -> Table[Transition]:
    """The steps, T01 to T45, with "open" written out as the states it stands for."""
    return _checked()


@remembered
def _checked() -> Table[Transition]:
    rows = table("transitions", Transition)
    known = set(states().codes())
    for row in rows:
        strange = {row.target, *row.start} - known - {OPEN}
        strange |= {guard for guard in row.guards if guard not in PREDICATES}
        if strange:
            raise OutOfOrder(
                "Step {step} names {names}, which nothing defines.",
                where={"file": "transitions.toml", "row": row.code},
                hint="Correct the table of steps.",
                step=row.code,
                names=", ".join(sorted(strange)),
            )
    return rows


def starts(move: Transition, on: date) -> tuple[str, ...]:
    """The states from which a step can be taken; "open" is every state before the decision."""
    if OPEN not in move.start:
        return move.start
    return tuple(row.code for row in states().on(on) if row.open)


def steps(state_code: str, facts: ProcedureFacts) -> tuple[Step, ...]:
    """Every step the table knows from this state, with what still blocks it."""
    return tuple(
        Step(move, _blocking(move, facts))
        for move in transitions().on(facts.today)
        if state_code in starts(move, facts.today)
    )


def advance(state_code: str, transition_id: str, facts: ProcedureFacts) -> Transition:
    """The step to take; raises NotAllowed that names the guard in its way and its basis."""
    found = {step.transition.code: step for step in steps(state_code, facts)}
    if transition_id not in found:
        raise NotAllowed(
            "Step {step} cannot be taken from {state}.",
            where={"state": state_code, "step": transition_id, "guard": "", "basis": ""},
            hint="Possible from here: {names}.",
            names=", ".join(found) or N_("nothing; the case has ended"),
            step=transition_id,
            state=state_code,
        )
    step = found[transition_id]
    if step.blocked_by:
        raise _blocked(state_code, step)
    return step.transition


def _blocking(move: Transition, facts: ProcedureFacts) -> tuple[Guard, ...]:
    return tuple(
        guards().row(name, facts.today) for name in move.guards if not PREDICATES[name](facts)
    )


def _blocked(state_code: str, step: Step) -> NotAllowed:
    guard = step.blocked_by[0]
    return NotAllowed(
        "Step {step} is not allowed yet. Needed: {guard} ({basis})",
        where={
            "state": state_code,
            "step": step.transition.code,
            "guard": guard.code,
            "basis": guard.basis,
            "guards": [row.code for row in step.blocked_by],
        },
        hint="{needed}",
        needed=listed((row.text for row in step.blocked_by), " "),
        step=step.transition.code,
        guard=guard.text,
        basis=guard.basis,
    )
