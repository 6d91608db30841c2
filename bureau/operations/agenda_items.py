"""What people do with agenda items: admit seats, note who sat there, write the minutes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.model import AgendaItem, Case, Meeting, Seat, User
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._seats import insist_open, item_of, partner
from bureau.policy import Permission
from bureau.rules import meeting as law
from bureau.rules.agenda import Declaration, Phase, VictimCheck
from bureau.rules.events import EventKind
from bureau.work import Work

PLANNED = "planned"
MINUTES = ("in_session", "minutes_draft")
APPROVING = "minutes_approved"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an item asks of the meeting, in which phase and on which basis."""

    title: str
    question: str
    phase: str
    basis: str
    victim_check: str = VictimCheck.NOT_DONE
    without_persons: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a seat was there for the item, and what it declared about an own interest."""

    attended: bool
    declaration: str = Declaration.NOT_ASKED
    interest: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """An agenda item as one seat sees it, and which actions are its own organisation's."""

    item: AgendaItem
    may_run: bool
    own: UUID


def add_item(
    work: Work, case_id: UUID, meeting_id: UUID, wanted: Wanted, seats: Sequence[tuple[str, str]]
) -> AgendaItem:
    """An agenda item and the seats it admits, as (login, reason); the chair is always admitted.

    Raises NotAllowed for a seat that the law does not open in the phase (WGS 2.19, 2.22, 2.23).
    """
    case = work.case(case_id, Permission.MEETING_RUN)
    meeting = work.within(Meeting, meeting_id, case)
    if meeting.state != PLANNED:
        raise NotAllowed(
            "The agenda is frozen.",
            hint="Plan the item for a next meeting.",
            where={"state": meeting.state},
        )
    last = select(func.max(AgendaItem.number)).where(AgendaItem.meeting_id == meeting.id)
    number = (work.session.scalar(last) or 0) + 1
    admitted = [(work.session.get_one(User, work.actor.id), "chair of the meeting")]
    admitted += [(partner(work, case, login), said(why, "reason")) for login, why in seats]
    item = _item(case, number, wanted)
    for user, _ in () if item.without_persons else admitted:
        insist_open(work, user, Phase(item.phase))
    item.seats = [_seat(case, user.id, why) for user, why in admitted]
    item.meeting = meeting
    work.session.add(item)
    work.record(EventKind.ITEM_ADDED, item, seats=len(item.seats), phase=item.phase)
    return item


def read_item(work: Work, case_id: UUID, item_id: UUID) -> ItemView:
    """One agenda item, for a seat admitted to it."""
    case = work.case(case_id, Permission.MEETING_READ)
    item = item_of(work, case, item_id)
    work.record(EventKind.ITEM_READ, item)
    return ItemView(item, work.may(Permission.MEETING_RUN, case), work.actor.organisation_id)


def record_attendance(
    work: Work, case_id: UUID, item_id: UUID, attended: Mapping[UUID, Attendance]
) -> AgendaItem:
    """Who sat at the table for this item, and what each declared about an own interest."""
    case = work.case(case_id, Permission.MEETING_RUN)
    item = item_of(work, case, item_id)
    _insist_minuting(item)
    for seat in item.seats:
        if seat.id in attended:
            _attend(seat, attended[seat.id])
    present = sum(1 for seat in item.seats if seat.attended)
    work.record(EventKind.ATTENDANCE_RECORDED, item, present=present)
    return item


def approve_minutes(work: Work, case_id: UUID, item_id: UUID) -> AgendaItem:
    """A seat that took part says that the minutes of the item are right."""
    case = work.case(case_id, Permission.MEETING_READ)
    item = item_of(work, case, item_id)
    if item.meeting.state != APPROVING:
        raise NotAllowed(
            "The minutes are not up for approval.",
            where={"state": item.meeting.state},
            hint="Wait until the chair puts them up.",
        )
    for seat in item.seats:
        if seat.user_id == work.actor.id:
            seat.approved_at = seat.approved_at or work.now
    work.record(EventKind.MINUTES_APPROVED, item)
    return item


def write_minutes(
    work: Work,
    case_id: UUID,
    item_id: UUID,
    version: int,
    minutes: str,
    decision_kind: str,
    decision: str,
    dissent: str,
    victim_check: str,
) -> AgendaItem:
    """What was said and decided on an item, dissent and victim check included."""
    case = work.case(case_id, Permission.MEETING_RUN)
    item = item_of(work, case, item_id)
    work.expect(item, version, {"minutes": minutes, "decision": decision, "dissent": dissent})
    _insist_minuting(item)
    item.minutes = fitting(minutes, "minutes")
    item.decision, item.dissent = said(decision, "decision"), fitting(dissent, "dissent")
    item.decision_kind = one_of(decision_kind, "decision_kind", law.decision_types().codes())
    item.victim_check = one_of(victim_check, "victim_check", tuple(VictimCheck))
    work.record(EventKind.MINUTES_WRITTEN, item, decision=item.decision_kind)
    return item


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


def _insist_minuting(item: AgendaItem) -> None:
    """Who sat there is part of the minutes: neither changes once they are up for approval."""
    if item.meeting.state not in MINUTES:
        raise NotAllowed(
            "Minutes are written while the meeting is in session or in draft.",
            where={"state": item.meeting.state},
            hint="Open the meeting first; approved minutes are corrected in the next meeting.",
        )


def _seat(case: Case, user_id: UUID, reason: str) -> Seat:
    return Seat(case_id=case.id, user_id=user_id, admitted_because=reason)


def _item(case: Case, number: int, wanted: Wanted) -> AgendaItem:
    if wanted.without_persons and wanted.phase in (Phase.WEIGHING, Phase.DEEP):
        raise Invalid(
            "An item without persons stands in phase 1: phase {phase} adds data on persons.",
            where={"field": "phase", "basis": "WGS 2.22, 2.23"},
            hint="Choose phase 1, or say that the item is about persons.",
            phase=Phase(wanted.phase).number,
        )
    return AgendaItem(
        case_id=case.id,
        number=number,
        title=said(wanted.title, "title", 200),
        question=said(wanted.question, "question"),
        phase=one_of(wanted.phase, "phase", tuple(Phase)),
        basis=said(wanted.basis, "basis"),
        without_persons=wanted.without_persons,
        victim_check=one_of(wanted.victim_check, "victim_check", tuple(VictimCheck)),
    )
