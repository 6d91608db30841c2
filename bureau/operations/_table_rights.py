"""Who of those admitted to an item may see what lies on its table, right now."""

from collections.abc import Iterable

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import AgendaItem, Contribution, Document, Paper, Person, Seat
from bureau.rules.agenda import Declaration
from bureau.work import Work

Thing = Paper | Contribution
MINUTES = ("in_session", "minutes_draft")


def left_room(seat: Seat) -> bool:
    """Whether this seat declared an interest and left: the outcome of the item is not for it."""
    return seat.declaration == Declaration.LEFT_ROOM


def took_part(seat: Seat) -> bool:
    """Whether this seat was there for the item and stayed in the room."""
    return bool(seat.attended) and not left_room(seat)


def in_room(item: AgendaItem) -> tuple[Seat, ...]:
    """The seats that sit in the room for this item at this moment."""
    return tuple(seat for seat in item.seats if took_part(seat) and seat.left_at is None)


def things(item: AgendaItem) -> tuple[Thing, ...]:
    """All that lies on the table of the item and was not recalled."""
    brought = (row for row in item.contributions if row.recalled_at is None)
    return (*item.papers, *brought)


def may_read(seat: Seat, thing: Thing) -> bool:
    """Whether the person in this seat may read this paper or contribution now."""
    if isinstance(thing, Contribution) and thing.organisation_id == seat.user.organisation_id:
        return thing.recalled_at is None
    if left_room(seat) or all(row.seat_id != seat.id for row in thing.readers):
        return False
    if isinstance(thing, Contribution):
        return thing.recalled_at is None
    return _readable(seat, thing)


def readable(seat: Seat, item: AgendaItem) -> tuple[Thing, ...]:
    """What lies on the table for this seat."""
    return tuple(thing for thing in things(item) if may_read(seat, thing))


def lies_before(work: Work, document: Document) -> bool:
    """Whether this document lies on a table of the actor, who may read it there now."""
    query = (
        select(Paper, Seat)
        .join(Seat, Seat.item_id == Paper.item_id)
        .where(Paper.document_id == document.id, Seat.user_id == work.actor.id)
    )
    return any(may_read(seat, paper) for paper, seat in work.session.execute(query).unique())


def for_all(seats: Iterable[Seat], item: AgendaItem) -> tuple[Thing, ...]:
    """What every one of `seats` may read; with nobody there, nothing."""
    there = tuple(seats)
    if not there:
        return ()
    return tuple(thing for thing in things(item) if all(may_read(seat, thing) for seat in there))


def insist_minuting(item: AgendaItem) -> None:
    """Who sat there is part of the minutes: neither changes once they are up for approval."""
    if item.meeting.state not in MINUTES:
        raise NotAllowed(
            "Minutes are written while the meeting is in session or in draft.",
            where={"state": item.meeting.state},
            hint="Open the meeting first; approved minutes are corrected in the next meeting.",
        )


def _readable(seat: Seat, paper: Paper) -> bool:
    if isinstance(paper.entity, Person) and paper.entity.protected:
        return False
    shut = paper.document is not None and paper.document.restricted
    if not shut or paper.document is None:
        return True
    return any(row.user_id == seat.user_id for row in paper.document.readers)
