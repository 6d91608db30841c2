"""What people do with agreed actions: one owner, one power, one date, and a report on each."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Action, AgendaItem, Case
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._seats import item_of, partner
from bureau.policy import Permission
from bureau.rules.agenda import UNFINISHED, ActionStatus
from bureau.rules.events import EventKind
from bureau.work import Work


def agree_action(
    work: Work,
    case_id: UUID,
    item_id: UUID,
    text: str,
    owner_login: str,
    power: str,
    barrier: str,
    due_on: date,
) -> Action:
    """An action with one owner, one power and one date."""
    case = work.case(case_id, Permission.MEETING_RUN)
    item, owner = item_of(work, case, item_id), partner(work, case, owner_login)
    _insist_ahead(work, due_on)
    last = select(func.max(Action.number)).where(Action.item_id == item.id)
    action = Action(
        case_id=case.id,
        item=item,
        number=(work.session.scalar(last) or 0) + 1,
        text=said(text, "text"),
        owner_id=owner.organisation_id,
        assignee_id=owner.id,
        power=said(power, "power"),
        barrier=fitting(barrier, "barrier", 100),
        due_on=due_on,
        changed_at=work.now,
    )
    work.session.add(action)
    work.record(EventKind.ACTION_AGREED, action, due_on=due_on)
    return action


def report_action(
    work: Work, case_id: UUID, action_id: UUID, version: int, status: str, result: str
) -> Action:
    """How far an action is, said by the organisation that owns it or by the chair."""
    case = work.case(case_id, Permission.MEETING_READ)
    action = work.within(Action, action_id, case)
    work.require(Permission.ACTION_REPORT, action.item)
    if not _may_report(work, action):
        raise NotAllowed("Only the owner of an action reports on it.")
    work.expect(action, version, {"status": status, "result": result})
    action.status = one_of(status, "status", tuple(ActionStatus))
    action.result, action.changed_at = fitting(result, "result"), work.now
    work.record(EventKind.ACTION_REPORTED, action, status=action.status)
    return action


def list_own_actions(work: Work) -> list[Action]:
    """What one's own organisation promised and has not finished, most urgent first."""
    work.require(Permission.WORK_READ)
    cases = work.visible(Permission.MEETING_READ, Case).with_only_columns(Case.id)
    items = work.visible(Permission.ACTION_REPORT, AgendaItem).with_only_columns(AgendaItem.id)
    query = select(Action).where(
        Action.case_id.in_(cases),
        Action.item_id.in_(items),
        Action.owner_id == work.actor.organisation_id,
        Action.status.in_(UNFINISHED),
    )
    work.record(EventKind.WORK_LISTED, "action:*")
    return list(work.session.scalars(query.order_by(Action.due_on)))


def _may_report(work: Work, action: Action) -> bool:
    """Whether the actor may say how far `action` is: its owner, or whoever runs the meeting."""
    owner = action.owner_id == work.actor.organisation_id
    return owner or work.may(Permission.MEETING_RUN, action.item.meeting.case)


def _insist_ahead(work: Work, due_on: date) -> None:
    if due_on < work.today:
        raise Invalid(
            "An action cannot be due on {day}, which is past.",
            where={"field": "due_on"},
            hint="Choose today or a later day.",
            day=due_on,
        )
