"""What is done and what is open before a partnership case is closed, with the place of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, or_, select

from bureau.model import Action, AgendaItem, Case, Intervention, Meeting, SharingRequest
from bureau.policy import Permission
from bureau.rules.agenda import UNFINISHED
from bureau.rules.plans import PlanState
from bureau.rules.requests import Answer
from bureau.work import Work

ENDED = "closed"


class Duty(StrEnum):
    """What is looked at before a case is closed."""

    ACTIONS = "actions"
    MEETINGS = "meetings"
    PLANS = "plans"
    REQUESTS = "requests"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Open:
    """One thing that is open, by the name under which its reader finds it."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the list: how much is open, and the places of it that this reader may open.

    What `stops` must be settled before the case is finished; the rest is looked at.
    """

    duty: Duty
    open: int
    places: tuple[Open, ...] = ()
    stops: bool = False


def unfinished(work: Work, case: Case) -> int:
    """How many actions of a case are not settled."""
    rows = select(func.count()).select_from(Action).where(Action.case_id == case.id)
    return work.session.scalar(rows.where(Action.status.in_(UNFINISHED))) or 0


def checks(work: Work, case: Case, seconds: int) -> tuple[Check, ...]:
    """The list for a case that `seconds` others can see destroyed."""
    count = unfinished(work, case)
    items = tuple(_items(work, case)) if count else ()
    meetings, plans = tuple(_meetings(work, case)), tuple(_plans(work, case))
    return (
        Check(Duty.ACTIONS, count, items, stops=True),
        Check(Duty.MEETINGS, len(meetings), meetings),
        Check(Duty.PLANS, len(plans), plans),
        Check(Duty.REQUESTS, _requests(work, case)),
        Check(Duty.SECOND, 0 if seconds else 1),
    )


def _items(work: Work, case: Case) -> Iterator[Open]:
    """The items with an unsettled action; one that does not admit the reader has no name here."""
    there = select(Action.item_id).where(Action.case_id == case.id, Action.status.in_(UNFINISHED))
    query = work.visible(Permission.ITEM_READ, AgendaItem).where(AgendaItem.id.in_(there))
    for row in work.session.scalars(query.order_by(AgendaItem.number)):
        yield Open(row.id, row.title)


def _meetings(work: Work, case: Case) -> Iterator[Open]:
    query = select(Meeting).where(Meeting.case_id == case.id, Meeting.state != ENDED)
    for row in work.session.scalars(query.order_by(Meeting.held_on)):
        yield Open(row.id, row.title)


def _plans(work: Work, case: Case) -> Iterator[Open]:
    query = select(Intervention.id, Intervention.title).where(
        Intervention.case_id == case.id, Intervention.state != PlanState.EVALUATED
    )
    for key, title in work.session.execute(query.order_by(Intervention.at)):
        yield Open(key, title)


def _requests(work: Work, case: Case) -> int:
    """The questions that the own organisation asked or was asked and that have no answer yet."""
    own = work.actor.organisation_id
    query = select(func.count()).where(
        SharingRequest.case_id == case.id,
        or_(SharingRequest.from_id == own, SharingRequest.to_id == own),
        SharingRequest.answer.in_(("", Answer.LATER)),
    )
    return work.session.scalar(query) or 0
