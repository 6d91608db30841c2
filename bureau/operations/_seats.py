"""Who may sit at a table: members of the case, and only at the items that admit them."""

from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotFound
from bureau.model import AgendaItem, Case, Membership, User
from bureau.policy import Permission
from bureau.work import Work


def item_of(work: Work, case: Case, item_id: UUID) -> AgendaItem:
    """The agenda item of `case` with this id, for a seat admitted to it."""
    item = work.within(AgendaItem, item_id, case)
    work.require(Permission.ITEM_READ, item)
    return item


def partner(work: Work, case: Case, login: str) -> User:
    """The member of `case` with this login: nobody sits at a table without need to know."""
    query = (
        select(User)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.case_id == case.id, User.login == login)
    )
    found = work.session.scalar(query)
    if found is None:
        raise NotFound(
            "{login} does not take part in this case.",
            where={"field": "login"},
            hint="Give this person a place in the case first.",
            login=login,
        )
    return found
