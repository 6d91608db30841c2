"""What may be projected while an item is in session: what everybody in the room may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import AgendaItem, Case, Contribution, Entity, Paper, Seat
from bureau.operations._held_items import NOT_HELD, insist_loose
from bureau.operations._seats import item_of, seat_of
from bureau.operations._speaking import in_order
from bureau.operations._table_rights import Thing, for_all, in_room, things
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

SESSION = "in_session"


@dataclass(frozen=True, slots=True)
class Brought:
    """A contribution as it is projected: who brought it, its words, the parties it refers to."""

    organisation: str
    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """The screen of an item: who sits there, what all of them may see, how much is held back.

    `speaking` are the organisations in the order of voices, where the item has a subject for it.
    """

    item: AgendaItem
    speaking: tuple[str, ...]
    organisations: tuple[str, ...]
    documents: tuple[str, ...]
    parties: tuple[str, ...]
    brought: tuple[Brought, ...]
    withheld: int


def show_room(work: Work, case_id: UUID, item_id: UUID) -> Room:
    """The screen of an item in session: the intersection of the rights of those in the room.

    Raises NotAllowed before and after the session, and while nobody is noted as present.
    """
    case = work.case(case_id, Permission.MEETING_RUN)
    item = item_of(work, case, item_id)
    seat_of(work, item)
    insist_loose(work, item, NOT_HELD)
    seats = _present(item)
    shown = for_all(seats, item)
    names = _names(work, shown)
    room = Room(
        item=item,
        speaking=_speaking(work, case, item, seats),
        organisations=tuple(sorted({seat.user.organisation.name for seat in seats})),
        documents=tuple(
            row.document.title for row in shown if isinstance(row, Paper) and row.document
        ),
        parties=tuple(row.entity.label for row in shown if isinstance(row, Paper) and row.entity),
        brought=tuple(_brought(row, names) for row in shown if isinstance(row, Contribution)),
        withheld=len(things(item)) - len(shown),
    )
    work.record(EventKind.ROOM_SHOWN, item, present=len(seats), withheld=room.withheld)
    return room


def _present(item: AgendaItem) -> tuple[Seat, ...]:
    if item.meeting.state != SESSION:
        raise NotAllowed(
            "The room screen opens while the meeting is in session.",
            where={"state": item.meeting.state},
            hint="Open the meeting first; outside the session everyone reads the own page.",
        )
    seats = in_room(item)
    if not seats:
        raise NotAllowed(
            "Nobody is noted as present for this item, so nothing can be projected.",
            where={"guard": "present"},
            hint="Note who sits in the room first; then the screen shows what all may see.",
        )
    return seats


def _speaking(work: Work, case: Case, item: AgendaItem, seats: tuple[Seat, ...]) -> tuple[str, ...]:
    """The organisations in the room, who has the least power on the subject first."""
    heard = in_order(work, case, item) if item.subject else ()
    named = (one.seat.user.organisation.name for one in heard if one.seat in seats)
    return tuple(dict.fromkeys(named))


def _names(work: Work, shown: tuple[Thing, ...]) -> Mapping[str, str]:
    """The names of the parties that lie on every table in the room, by id."""
    on_table = {row.entity_id for row in shown if isinstance(row, Paper) and row.entity_id}
    query = select(Entity).where(Entity.id.in_(on_table))
    return {str(row.id): row.label for row in work.session.scalars(query)}


def _brought(row: Contribution, names: Mapping[str, str]) -> Brought:
    """The contribution; a party it refers to is named where all in the room have it on paper."""
    facts = tuple(names[each] for each in row.facts if each in names)
    return Brought(row.organisation.name, row.text or "", facts)
