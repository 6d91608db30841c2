"""The actions that a reader may see: of the items that admit one, not of items one left."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bureau.model import Action, AgendaItem, Case, Seat
from bureau.policy import Permission
from bureau.rules.agenda import Declaration
from bureau.work import Work


def seen(work: Work, case_id: UUID | None = None) -> list[Action]:
    """The actions of one case, or of all; the own organisation sees what it owns anyhow."""
    cases = work.visible(Permission.MEETING_READ, Case).with_only_columns(Case.id)
    items = work.visible(Permission.ITEM_READ, AgendaItem).with_only_columns(AgendaItem.id)
    shut = select(Seat.item_id).where(
        Seat.user_id == work.actor.id, Seat.declaration == Declaration.LEFT_ROOM
    )
    query = (
        select(Action)
        .where(
            Action.case_id.in_(cases),
            Action.item_id.in_(items),
            Action.item_id.not_in(shut) | (Action.owner_id == work.actor.organisation_id),
        )
        .options(joinedload(Action.item).joinedload(AgendaItem.meeting))
        .order_by(Action.due_on, Action.case_id, Action.number, Action.id)
    )
    if case_id is not None:
        query = query.where(Action.case_id == case_id)
    return list(work.session.scalars(query))
