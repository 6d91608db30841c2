"""What people do with partnership meetings: plan them, read them, take them further."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.model import AgendaItem, Case, Meeting
from bureau.operations._checks import fitting, not_before, said
from bureau.operations._held_items import NOT_HELD, insist_loose
from bureau.operations._meeting_record import recorded
from bureau.operations._seats import Place, partner, places, seat_of
from bureau.operations._sharing_sides import phase_of
from bureau.operations._table_rights import left_room
from bureau.operations._tokens import waits
from bureau.operations._without_persons import insist_nobodys_place, insist_without_persons
from bureau.policy import Permission
from bureau.rules import meeting as law
from bureau.rules.agenda import Phase
from bureau.rules.events import EventKind
from bureau.work import Work

FIRST, BEGINS = "planned", ("agenda_frozen", "in_session")
UNAPPROVED = ("minutes_draft", "minutes_approved")


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting as one reader may see it: only the items that admit the reader.

    `shut` are the items whose outcome is not for the reader, who left the room; `earlier` the
    meetings of the case whose minutes wait; `notes` are the secretary's and shown to nobody else;
    `waits` tells who runs it until when nothing on persons comes on the agenda.
    """

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    state: law.MeetingState
    steps: tuple[law.MeetingState, ...]
    missing: tuple[law.Requirement, ...]
    may_run: bool
    phase: Phase
    places: tuple[Place, ...] = ()
    points: tuple[law.AgendaPoint, ...] = ()
    shut: frozenset[UUID] = frozenset()
    earlier: tuple[Meeting, ...] = ()
    notes: str | None = None
    secretary: bool = False
    waits: date | None = None


def show_planning(work: Work, case_id: UUID) -> tuple[Case, date | None]:
    """The case for which a meeting is to be planned, and until when persons in it wait, if so."""
    case = work.case(case_id, Permission.MEETING_RUN)
    work.record(EventKind.CASE_READ, case)
    return case, waits(work, case)


def plan_meeting(
    work: Work,
    case_id: UUID,
    title: str,
    held_on: date,
    place: str,
    purpose: str,
    secretary: str = "",
    next_on: date | None = None,
) -> Meeting:
    """A meeting about a partnership case; its title, purpose and place name nobody: all read."""
    case = work.case(case_id, Permission.MEETING_RUN)
    insist_without_persons(work, case, {"title": title, "purpose": purpose})
    insist_nobodys_place(work, case, "place", place)
    meeting = Meeting(
        case_id=case.id,
        title=said(title, "title", 200),
        held_on=held_on,
        place=fitting(place, "place", 200),
        purpose=said(purpose, "purpose"),
        state=FIRST,
        next_on=next_on and not_before(next_on, "next_on", held_on),
        chair_id=work.actor.id,
        secretary_id=partner(work, case, secretary).id if secretary else work.actor.id,
    )
    work.session.add(meeting)
    work.record(EventKind.MEETING_PLANNED, meeting, held_on=held_on)
    return meeting


def list_meetings(work: Work) -> list[Meeting]:
    """The meetings of the cases one takes part in."""
    work.require(Permission.WORK_READ)
    cases = work.visible(Permission.MEETING_READ, Case).with_only_columns(Case.id)
    rows = select(Meeting).where(Meeting.case_id.in_(cases)).order_by(Meeting.held_on.desc())
    work.record(EventKind.WORK_LISTED, "meeting:*")
    return list(work.session.scalars(rows))


def read_meeting(work: Work, case_id: UUID, meeting_id: UUID) -> MeetingView:
    """One meeting, with the items that admit the reader; of others not even the number shows."""
    case = work.case(case_id, Permission.MEETING_READ)
    meeting = work.within(Meeting, meeting_id, case)
    items = _items(work, meeting)
    may_run = work.may(Permission.MEETING_RUN, case)
    row = law.meeting_states().row(meeting.state, work.today)
    steps: tuple[law.MeetingState, ...] = ()
    missing: tuple[law.Requirement, ...] = ()
    chairs = _places(work, case, meeting) if may_run and meeting.state == FIRST else ()
    if may_run:  # what is missing tells of items that do not admit the reader
        steps = tuple(law.meeting_states().row(code, work.today) for code in row.next)
        missing = law.missing(meeting.state, recorded(meeting), work.today)
    work.record(EventKind.MEETING_READ, meeting, items=len(items))
    return MeetingView(
        meeting,
        items,
        row,
        steps,
        missing,
        may_run,
        phase_of(case),
        places=chairs,
        points=tuple(each for each in law.agenda_points() if each.in_force(work.today)),
        shut=frozenset(item.id for item in items if left_room(seat_of(work, item))),
        earlier=_waiting(work, meeting),
        notes=meeting.notes if meeting.secretary_id == work.actor.id else None,
        secretary=meeting.secretary_id == work.actor.id,
        waits=waits(work, case) if chairs else None,
    )


def _places(work: Work, case: Case, meeting: Meeting) -> tuple[Place, ...]:
    """Who can be admitted to an item; chair and secretary sit always."""
    always = (meeting.chair_id, meeting.secretary_id)
    return tuple(row for row in places(work, case) if row.user.id not in always)


def _items(work: Work, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The items that admit the actor."""
    query = work.visible(Permission.ITEM_READ, AgendaItem).where(
        AgendaItem.meeting_id == meeting.id
    )
    return tuple(work.session.scalars(query.order_by(AgendaItem.number)))


def _waiting(work: Work, meeting: Meeting) -> tuple[Meeting, ...]:
    """The other meetings of the case whose minutes are not approved yet."""
    query = select(Meeting).where(
        Meeting.case_id == meeting.case_id,
        Meeting.id != meeting.id,
        Meeting.state.in_(UNAPPROVED),
    )
    return tuple(work.session.scalars(query.order_by(Meeting.held_on)))


def step_meeting(work: Work, case_id: UUID, meeting_id: UUID, version: int, target: str) -> Meeting:
    """Take a meeting to its next state; no agenda is fixed or opened on persons that are held."""
    case = work.case(case_id, Permission.MEETING_RUN)
    meeting = work.within(Meeting, meeting_id, case)
    work.expect(meeting, version, {"state": target})
    for item in meeting.items if target in BEGINS else ():
        insist_loose(work, item, NOT_HELD)
    moved = law.advance_meeting(meeting.state, target, recorded(meeting), work.today)
    meeting.state = moved.code
    work.record(EventKind.MEETING_STEPPED, meeting, state=meeting.state)
    return meeting
