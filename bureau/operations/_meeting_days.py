"""The days of one's own meetings and agreed actions, by reference: no title and no name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from bureau.model import Action, AgendaItem, Case, Meeting, Seat
from bureau.policy import Permission
from bureau.rules import meeting as law
from bureau.rules.agenda import UNFINISHED
from bureau.rules.tables import Texts
from bureau.work import Work

AHEAD = ("planned", "agenda_frozen", "in_session")
ACTION = Texts("actie uit overleg", "action from a meeting")


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """A meeting to go to, or an action to finish: of which case, what, and when."""

    key: str
    reference: str
    name: Texts
    day: date
    over: bool


def own_days(work: Work) -> tuple[MeetingDay, ...]:
    """What lies ahead at tables that admit the actor, and own actions that are not finished."""
    found = (*_meetings(work), *_actions(work))
    return tuple(sorted(found, key=lambda each: (each.day, each.key)))


def _meetings(work: Work) -> Iterator[MeetingDay]:
    cases = work.visible(Permission.MEETING_READ, Case).with_only_columns(Case.id)
    seats = (
        select(AgendaItem.meeting_id)
        .join(Seat, Seat.item_id == AgendaItem.id)
        .where(Seat.user_id == work.actor.id)
    )
    own = or_(
        Meeting.id.in_(seats),
        Meeting.chair_id == work.actor.id,
        Meeting.secretary_id == work.actor.id,
    )
    query = select(Meeting).where(
        Meeting.case_id.in_(cases), own, Meeting.state.in_(AHEAD), Meeting.held_on >= work.today
    )
    for row in work.session.scalars(query.options(joinedload(Meeting.case))):
        state = law.meeting_states().row(row.state, work.today).name
        name = Texts(f"casusoverleg, {state.nl}", f"case meeting, {state.en}")
        yield MeetingDay(f"meeting-{row.id}", row.case.reference, name, row.held_on, over=False)


def _actions(work: Work) -> Iterator[MeetingDay]:
    cases = work.visible(Permission.MEETING_READ, Case).with_only_columns(Case.id)
    items = work.visible(Permission.ACTION_REPORT, AgendaItem).with_only_columns(AgendaItem.id)
    query = (
        select(Action, Case.reference)
        .join(Case, Case.id == Action.case_id)
        .where(
            Action.case_id.in_(cases),
            Action.item_id.in_(items),
            Action.assignee_id == work.actor.id,
            Action.status.in_(UNFINISHED),
        )
    )
    for row, reference in work.session.execute(query):
        over = row.due_on < work.today
        yield MeetingDay(f"action-{row.id}", reference, ACTION, row.due_on, over=over)
