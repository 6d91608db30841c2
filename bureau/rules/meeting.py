"""The life of a partnership meeting, and what must be recorded before it moves on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bureau.errors import NotAllowed
from bureau.rules.schema import listed
from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingState(Row):
    """Where a meeting stands, what must be recorded in it, and where it can go."""

    name: Texts
    needs: Texts
    required: tuple[str, ...]
    next: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Row):
    """The name of something a meeting must record."""

    name: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionType(Row):
    """Something a meeting can decide on an item, and what the decision must say."""

    name: Texts
    must_say: Texts


def meeting_states() -> Table[MeetingState]:
    """The states of a meeting, from planned to closed."""
    return table("meeting_states", MeetingState)


def requirements() -> Table[Requirement]:
    """What a meeting may have to record."""
    return table("meeting_requirements", Requirement)


def decision_types() -> Table[DecisionType]:
    """What a meeting can decide."""
    return table("meeting_decisions", DecisionType)


def missing(state: str, recorded: Collection[str], on: date) -> tuple[Requirement, ...]:
    """What must still be recorded before a meeting may leave `state`."""
    wanted = meeting_states().row(state, on).required
    return tuple(requirements().row(code, on) for code in wanted if code not in recorded)


def advance_meeting(state: str, target: str, recorded: Collection[str], on: date) -> MeetingState:
    """The state the meeting moves to; raises NotAllowed naming what is missing."""
    row = meeting_states().row(state, on)
    if target not in row.next:
        raise NotAllowed(
            "A meeting cannot go from {state} to {target}.",
            where={"state": state, "step": target, "basis": row.basis},
            hint="Possible from here: {names}.",
            state=row.name,
            target=target,
            names=listed(meeting_states().row(code, on).name for code in row.next),
        )
    if gaps := missing(state, recorded, on):
        raise NotAllowed(
            "The meeting cannot move on; not recorded yet: {missing}.",
            where={"state": state, "guard": gaps[0].code, "basis": row.basis},
            hint="{needs}",
            needs=row.needs,
            missing=listed(gap.name for gap in gaps),
        )
    return meeting_states().row(target, on)
