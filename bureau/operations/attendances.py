"""Who sat at the table for an item: in and out, from afar or not, with which interest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from bureau.errors import Invalid
from bureau.model import AgendaItem, Seat
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._held_items import NOT_ATTENDED, insist_loose
from bureau.operations._seats import item_of
from bureau.operations._table_rights import in_room, insist_minuting
from bureau.policy import Permission
from bureau.rules.agenda import Declaration
from bureau.rules.events import EventKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a seat was there for the item, from when until when, and what it declared.

    Times are civil times of the day of the meeting; `identity` says how somebody from afar was
    recognised.
    """

    attended: bool
    declaration: str = Declaration.NOT_ASKED
    interest: str = ""
    came_at: time | None = None
    left_at: time | None = None
    remote: bool = False
    identity: str = ""


def record_attendance(
    work: Work, case_id: UUID, item_id: UUID, attended: Mapping[UUID, Attendance]
) -> AgendaItem:
    """Who sat at the table for this item, and what each declared about an own interest.

    Nobody comes to sit at what is held; what was noted before can still be put right.
    """
    case = work.case(case_id, Permission.MEETING_RUN)
    item = item_of(work, case, item_id)
    insist_minuting(item)
    if any(attended[seat.id].attended for seat in item.seats if _fresh(seat, attended)):
        insist_loose(work, item, NOT_ATTENDED)
    for seat in item.seats:
        if seat.id in attended:
            _attend(seat, attended[seat.id])
    present = sum(1 for seat in item.seats if seat.attended)
    work.record(EventKind.ATTENDANCE_RECORDED, item, present=present, room=len(in_room(item)))
    return item


def _fresh(seat: Seat, attended: Mapping[UUID, Attendance]) -> bool:
    return seat.id in attended and not seat.attended


def _attend(seat: Seat, told: Attendance) -> None:
    declared = one_of(told.declaration, "declaration", tuple(Declaration))
    if declared != Declaration.NOT_ASKED and not told.attended:
        raise Invalid(
            "Somebody who was not there declared nothing.",
            where={"field": "declaration"},
            hint="Mark this seat as present, or leave the declaration open.",
        )
    left = declared == Declaration.LEFT_ROOM
    interest = said(told.interest, "interest") if left else fitting(told.interest, "interest")
    if interest and not left:
        raise Invalid(
            "An interest is written down, but not that this seat left the room.",
            where={"field": "interest"},
            hint="Choose that the seat left the room, or empty the text.",
        )
    seat.attended, seat.declaration, seat.interest = told.attended, declared, interest
    _times(seat, told)
    seat.remote = told.remote and told.attended
    identity = said(told.identity, "identity") if seat.remote else ""
    seat.identity = fitting(identity, "identity", 500)


def _times(seat: Seat, told: Attendance) -> None:
    if told.came_at and told.left_at and told.left_at < told.came_at:
        raise Invalid(
            "{name} left before coming in.",
            where={"field": "left_at"},
            hint="Check both times; leave the second open while this seat is in the room.",
            name=seat.user.name,
        )
    seat.came_at = told.came_at if told.attended else None
    seat.left_at = told.left_at if told.attended else None
