"""What people do with agreed actions: one owner, one power, one date, and a report on each."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Action, AgendaItem, Case, User
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._deciding import insist_able
from bureau.operations._own_power import insist_article, insist_no_others
from bureau.operations._seats import item_of, partner
from bureau.operations._table_rights import left_room
from bureau.operations._without_persons import insist_bare
from bureau.policy import Permission
from bureau.rules.agenda import UNFINISHED, ActionStatus
from bureau.rules.barriers import barriers
from bureau.rules.events import EventKind
from bureau.work import Work

OVER = "closed"


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
    """An action with one owner at a table able to decide, one power (WGS 1.3(4)), one date."""
    case = work.case(case_id, Permission.MEETING_RUN)
    item = item_of(work, case, item_id)
    work.insist_unheld(case, item.number)
    owner = _owner(work, case, item, owner_login, power)
    action = Action(
        case_id=case.id,
        item=item,
        number=_number(work, item),
        text=_text(work, item, text),
        owner_id=owner.organisation_id,
        assignee_id=owner.id,
        power=said(power, "power"),
        barrier=_barrier(barrier),
        due_on=_ahead(work, due_on),
        changed_at=work.now,
    )
    work.session.add(action)
    work.record(EventKind.ACTION_AGREED, action, due_on=due_on)
    return action


def report_action(
    work: Work,
    case_id: UUID,
    action_id: UUID,
    version: int,
    status: str,
    result: str,
    replaced_by: UUID | None = None,
) -> Action:
    """How far an action is, said by the organisation that owns it or by the chair.

    What is done says what came of it, what cannot be done why not, and what is replaced names the
    action that takes its place.
    """
    case = work.case(case_id, Permission.MEETING_READ)
    action = work.within(Action, action_id, case)
    work.require(Permission.ACTION_REPORT, action.item)
    if not _may_report(work, action):
        raise NotAllowed("Only the owner of an action reports on it.")
    work.expect(action, version, {"status": status, "result": result})
    insist_bare(work, action.item, {"result": result})
    action.status = one_of(status, "status", tuple(ActionStatus))
    action.result, action.changed_at = fitting(result, "result"), work.now
    if action.status in (ActionStatus.DONE, ActionStatus.CANNOT):
        said(result, "result")
    replaced = action.status == ActionStatus.REPLACED
    action.replaced_by_id = _successor(work, case, action, replaced_by) if replaced else None
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


def _barrier(code: str) -> str:
    """The code of a barrier of the models, or none."""
    return one_of(code, "barrier", barriers().codes()) if code else ""


def _text(work: Work, item: AgendaItem, text: str) -> str:
    insist_bare(work, item, {"text": text})
    return said(text, "text")


def _successor(work: Work, case: Case, action: Action, replaced_by: UUID | None) -> UUID:
    found = work.session.get(Action, replaced_by) if replaced_by else None
    if found is None or found.case_id != case.id or found.id == action.id:
        raise Invalid(
            "Say which action takes the place of this one.",
            where={"field": "replaced_by"},
            hint="Agree on the new action first, or say that this one cannot be done and why.",
        )
    work.require(Permission.ACTION_REPORT, found.item)
    return found.id


def _number(work: Work, item: AgendaItem) -> int:
    last = select(func.max(Action.number)).where(Action.item_id == item.id)
    return (work.session.scalar(last) or 0) + 1


def _owner(work: Work, case: Case, item: AgendaItem, login: str, power: str) -> User:
    _insist_owned(login, power)
    owner = partner(work, case, login)
    _insist_seated(item, owner)
    insist_no_others(work, power, owner.organisation, "power")
    insist_article(work, power, owner.organisation, "power")
    insist_able(item, work.today)
    return owner


def _insist_owned(owner_login: str, power: str) -> None:
    if owner_login.strip() and power.strip():
        return
    raise Invalid(
        "An action needs one owner and the power that this owner acts under.",
        where={"field": "power" if owner_login.strip() else "owner", "basis": "WGS 1.3(4)"},
        hint="Name the person who acts and the article of the own power; without a power it is no"
        " action: decide on advice to that organisation instead.",
    )


def _insist_seated(item: AgendaItem, owner: User) -> None:
    seat = next((each for each in item.seats if each.user_id == owner.id), None)
    if seat is not None and left_room(seat):
        raise NotAllowed(
            "{name} declared an interest and left the room for this item.",
            where={"field": "owner", "guard": "interest", "basis": "Awb 2:4"},
            hint="Choose somebody else of that organisation with a seat at this item, or another"
            " organisation.",
            name=owner.name,
        )
    if seat is None:
        raise NotAllowed(
            "{name} has no seat at this item and would not learn of the action.",
            where={"field": "owner", "guard": "seat"},
            hint="Choose somebody with a seat at this item, or refer the matter by a decision.",
            name=owner.name,
        )
    if item.meeting.state == OVER:
        raise NotAllowed(
            "The meeting is closed.",
            where={"state": item.meeting.state},
            hint="Agree on the action at an item of a next meeting.",
        )


def _ahead(work: Work, due_on: date) -> date:
    """The day an action is due; raises Invalid for one that is past."""
    if due_on < work.today:
        raise Invalid(
            "An action cannot be due on {day}, which is past.",
            where={"field": "due_on"},
            hint="Choose today or a later day.",
            day=due_on,
        )
    return due_on
