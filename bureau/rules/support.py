"""The states of a support file, in which the victim decides and consent can always end."""

from dataclasses import dataclass
from datetime import date

from bureau.errors import NotAllowed
from bureau.rules.schema import listed
from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, table

FIRST = "signal"
LAST = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportState(Row):
    """Where a support file stands: who acts, what must hold, how long, and what can follow."""

    name: Texts
    actor: Texts
    gate: Texts
    next: tuple[str, ...]
    term: Texts = NO_TEXTS


def support_states() -> Table[SupportState]:
    """The states of a support file, from signal to closed."""
    return table("support_states", SupportState)


def advance_support(state: str, target: str, on: date) -> SupportState:
    """The state the file moves to; raises NotAllowed where the table knows no such way."""
    row = support_states().row(state, on)
    if target not in row.next:
        raise NotAllowed(
            "A support file cannot go from {state} to {target}.",
            where={"state": state, "step": target, "basis": row.basis},
            hint="Possible from here: {names}.",
            names=listed(support_states().row(code, on).name for code in row.next),
            state=row.name,
            target=target,
        )
    return support_states().row(target, on)
