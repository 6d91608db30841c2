"""Who may sit at a table: members of the case, and only at the items that admit them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotFound
from bureau.model import AgendaItem, Case, Membership, User
from bureau.policy import Permission
from bureau.rules import partners
from bureau.rules.agenda import Phase
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Place:
    """A member who could sit at an item: in which phases, by which rule of the law."""

    user: User
    phases: tuple[Phase, ...]
    kind: partners.PartnerKind


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


def places(work: Work, case: Case) -> tuple[Place, ...]:
    """The members of `case` as seats, with the phases in which an item may admit them."""
    users = sorted((row.user for row in case.members), key=lambda user: user.login)
    return tuple(
        Place(
            user,
            partners.phases_open(user.organisation.kind, work.today),
            partners.partners().row(user.organisation.kind, work.today),
        )
        for user in users
    )


def insist_open(work: Work, user: User, phase: Phase) -> None:
    """Stop unless the law gives the body of `user` a seat at an item about persons in `phase`."""
    body = user.organisation
    partners.insist_seat(body.kind, phase, work.today, body.name)
