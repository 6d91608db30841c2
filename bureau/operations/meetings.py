"""What people do with partnership meetings: plan them, read them, take them further."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.model import AgendaItem, Case, Meeting
from bureau.operations._checks import fitting, said
from bureau.policy import Permission
from bureau.rules import meeting as law
from bureau.rules.events import EventKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting as one reader may see it: only the items that admit the reader."""

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    steps: tuple[str, ...]
    may_run: bool


def show_planning(work: Work, case_id: UUID) -> Case:
    """The case for which a meeting is to be planned."""
    case = work.case(case_id, Permission.MEETING_RUN)
    work.record(EventKind.CASE_READ, case)
    return case


def plan_meeting(
    work: Work, case_id: UUID, title: str, held_on: date, place: str, purpose: str
) -> Meeting:
    """A meeting about a partnership case, with a stated purpose."""
    case = work.case(case_id, Permission.MEETING_RUN)
    meeting = Meeting(
        case_id=case.id,
        title=said(title, "title"),
        held_on=held_on,
        place=fitting(place, "place", 200),
        purpose=said(purpose, "purpose"),
        state=law.FIRST,
        chair_id=work.actor.id,
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
    query = work.visible(Permission.ITEM_READ, AgendaItem).where(
        AgendaItem.meeting_id == meeting.id
    )
    items = tuple(work.session.scalars(query.order_by(AgendaItem.number)))
    may_run = work.may(Permission.MEETING_RUN, case)
    steps = law.steps(meeting.state) if may_run else ()
    work.record(EventKind.MEETING_READ, meeting, items=len(items))
    return MeetingView(meeting, items, steps, may_run)


def step_meeting(work: Work, case_id: UUID, meeting_id: UUID, version: int, target: str) -> Meeting:
    """Take a meeting to its next state."""
    case = work.case(case_id, Permission.MEETING_RUN)
    meeting = work.within(Meeting, meeting_id, case)
    work.expect(meeting, version, {"state": target})
    undecided = any(not item.decision for item in meeting.items)
    meeting.state = law.advance(meeting.state, target, undecided=undecided)
    work.record(EventKind.MEETING_STEPPED, meeting, state=meeting.state)
    return meeting
