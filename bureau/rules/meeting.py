"""The life of a partnership meeting, and what must be recorded before it moves on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bureau.errors import NotAllowed
from bureau.rules.schema import listed
from bureau.rules.tables import Row, Table, Texts, table

QUORUM = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingState(Row):
    """Where a meeting stands, what must be recorded in it, and where it can go.

    `step` is what one does to bring it there.
    """

    name: Texts
    step: Texts
    needs: Texts
    required: tuple[str, ...]
    next: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Row):
    """The name of something a meeting must record."""

    name: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPoint(Row):
    """A point of the standing agenda; `takes_items` where the chair puts items of its own."""

    name: Texts
    help: Texts
    takes_items: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Track(Row):
    """A way to act on a case, as the options of an item are compared."""

    name: Texts
    help: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum(Row):
    """Who must be present before a meeting may decide: officers by name, so many organisations."""

    name: Texts
    officers: tuple[str, ...]
    organisations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionType(Row):
    """Something a meeting can decide on an item, what it must say, and which fields tell it.

    `decides` is false where the item is left open, for which no quorum is needed.
    """

    name: Texts
    must_say: Texts
    asks: tuple[str, ...]
    decides: bool


def meeting_states() -> Table[MeetingState]:
    """The states of a meeting, from planned to closed."""
    return table("meeting_states", MeetingState)


def requirements() -> Table[Requirement]:
    """What a meeting may have to record."""
    return table("meeting_requirements", Requirement)


def agenda_points() -> Table[AgendaPoint]:
    """The points of the standing agenda, in their order."""
    return table("agenda_points", AgendaPoint)


def tracks() -> Table[Track]:
    """The tracks across which the options of an item are compared."""
    return table("meeting_tracks", Track)


def quorums() -> Table[Quorum]:
    """Who must be present before a meeting may decide."""
    return table("meeting_quorum", Quorum)


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


def insist_quorum(present: Collection[str], organisations: int, on: date) -> None:
    """Stop a decision unless the officers (`present`) and enough organisations are in the room.

    Raises NotAllowed with the rule and what the meeting can do instead.
    """
    row = quorums().row(QUORUM, on)
    absent = [requirements().row(code, on) for code in row.officers if code not in present]
    if not absent and organisations >= row.organisations:
        return
    raise NotAllowed(
        "There is no quorum for this item: {rule}. Organisations present: {number}.",
        where={"guard": "quorum", "basis": row.basis},
        hint="Note who is present, or leave the item open and put it on the next agenda.",
        rule=row.name,
        number=organisations,
    )
