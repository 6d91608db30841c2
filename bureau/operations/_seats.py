"""Who may sit at a table: members of the case, and only at the items that admit them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotFound
from bureau.model import AgendaItem, Case, Meeting, Membership, Organisation, Seat, User
from bureau.operations._agreed import insist_agreed
from bureau.policy import Permission
from bureau.rules import partners, regimes
from bureau.rules.agenda import Phase
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Place:
    """A member who could sit at an item: in which phases, by which rule of the law.

    `why` is the reason for which this member was admitted last in this case.
    """

    user: User
    phases: tuple[Phase, ...]
    kind: partners.PartnerKind
    why: str = ""


def item_of(work: Work, case: Case, item_id: UUID) -> AgendaItem:
    """The agenda item of `case` with this id, for a seat admitted to it."""
    item = work.within(AgendaItem, item_id, case)
    work.require(Permission.ITEM_READ, item)
    return item


def seat_of(work: Work, item: AgendaItem) -> Seat:
    """The seat of the actor at this item, which admits the actor."""
    return next(seat for seat in item.seats if seat.user_id == work.actor.id)


def bodies(case: Case) -> tuple[Organisation, ...]:
    """The organisations that take part in `case`, each once, by name."""
    found = {row.user.organisation_id: row.user.organisation for row in case.members}
    return tuple(sorted(found.values(), key=lambda body: body.name))


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
    why = _reasons(work, case)
    return tuple(
        Place(
            user,
            partners.phases_open(user.organisation.kind, work.today),
            partners.partners().row(user.organisation.kind, work.today),
            why.get(user.id, ""),
        )
        for user in users
    )


def insist_open(work: Work, case: Case, user: User, phase: Phase) -> None:
    """Stop unless law and regime give the body of `user` a seat at an item about persons.

    Raises NotAllowed for a body that the phase does not admit (WGS 2.19, 2.22, 2.23) and, of
    another organisation, in a municipal case or without an agreement in force.
    """
    body = user.organisation
    partners.insist_seat(body.kind, phase, work.today, body.name)
    if body.id != case.organisation_id:
        regimes.insist_seat(regimes.regime_of(case.regime, work.today), body.name)
        insist_agreed(work, case, body)


def _reasons(work: Work, case: Case) -> dict[UUID, str]:
    """Why each member was admitted last, at the items that admit the actor."""
    seen = work.visible(Permission.ITEM_READ, AgendaItem).with_only_columns(AgendaItem.id)
    query = (
        select(Seat.user_id, Seat.admitted_because)
        .join(AgendaItem, AgendaItem.id == Seat.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(Seat.case_id == case.id, Seat.item_id.in_(seen))
        .order_by(Meeting.held_on, AgendaItem.number)
    )
    return {row.user_id: row.admitted_because for row in work.session.execute(query)}
