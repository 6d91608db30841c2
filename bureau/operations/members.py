"""Who needs to know about a case: members are added and taken off, each with a reason."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.leave import ADMITTED
from bureau.model import AgendaItem, Case, DocumentReader, Meeting, Membership, Seat, User
from bureau.operations._checks import said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind, Role
from bureau.work import Work

HANDLER, DECIDES = "handler", "decision_maker"
OVER = "closed"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the own organisation who may be added to a case."""

    login: str
    name: str
    roles: tuple[str, ...]


def list_colleagues(work: Work, case_id: UUID) -> tuple[Colleague, ...]:
    """Who of the own organisation may be added, by name; those who take part are left out."""
    case = work.case(case_id, Permission.CASE_SHARE)
    there = {row.user_id for row in case.members}
    query = (
        select(User)
        .where(User.organisation_id == work.actor.organisation_id, User.active.is_(True))
        .options(selectinload(User.roles))
        .order_by(User.name)
    )
    found = tuple(
        Colleague(user.login, user.name, tuple(sorted(user.held(work.today))))
        for user in work.session.scalars(query)
        if user.id not in there and user.held(work.today) & ADMITTED[case.kind]
    )
    work.record(EventKind.CASE_READ, case, part="colleagues", shown=len(found))
    return found


def share_case(work: Work, case_id: UUID, login: str, capacity: str, reason: str) -> Membership:
    """Add somebody who needs to know, with a capacity and the reason.

    Raises NotFound in the same words for an unknown login and for one who may not be added.
    """
    case = work.case(case_id, Permission.CASE_SHARE)
    user = _admissible(work, case, login.strip())
    if any(row.user_id == user.id for row in case.members):
        raise Invalid(
            "This person is a member already.",
            where={"field": "login"},
            hint="Take the person off first to change the capacity.",
        )
    if capacity.strip() == DECIDES:
        _insist_decides(work, user)
    row = Membership(
        user_id=user.id,
        capacity=said(capacity, "capacity", 40),
        since=work.today,
    )
    case.members.append(row)
    work.record(
        EventKind.CASE_SHARED,
        case,
        member=str(user.id),
        capacity=row.capacity,
        reason=said(reason, "reason", 500),
    )
    return row


def _insist_decides(work: Work, user: User) -> None:
    """A decision is taken by whoever decides in this house; a capacity alone gives no right."""
    if Role.MAYOR not in user.held(work.today):
        raise Invalid(
            "{name} does not decide: the account lacks the role for that.",
            where={"field": "capacity", "basis": "Awb 10:3"},
            hint="Choose somebody who decides, or another capacity.",
            name=user.name,
        )


def _admissible(work: Work, case: Case, login: str) -> User:
    user = work.session.scalar(select(User).where(User.login == login, User.active.is_(True)))
    own = case.kind is not CaseKind.SCREENING
    if (
        user is None
        or not user.held(work.today) & ADMITTED[case.kind]
        or not (own or user.organisation_id == case.organisation_id)
    ):
        raise NotFound(
            "Nobody with this login can be added to this case.",
            where={"field": "login"},
            hint="Check the login, and whether this person may work on this kind of case.",
        )
    return user


def unshare_case(work: Work, case_id: UUID, login: str, reason: str) -> Case:
    """Take a member off a case, its restricted documents and its open meetings."""
    case = work.case(case_id, Permission.CASE_SHARE)
    row = next((each for each in case.members if each.user.login == login.strip()), None)
    if row is None:
        raise NotFound(
            "Nobody with this login is a member of this case.",
            where={"field": "login"},
            hint="The members are listed with the case.",
        )
    handlers = [each for each in case.members if each.capacity == HANDLER]
    if handlers == [row]:
        raise NotAllowed(
            "A case keeps at least one handler.",
            where={"guard": "handler", "basis": "need to know"},
            hint="Add another handler first.",
        )
    case.members.remove(row)
    _unseat(work, case, row.user_id)
    work.record(
        EventKind.CASE_UNSHARED, case, member=str(row.user_id), reason=said(reason, "reason", 500)
    )
    return case


def _unseat(work: Work, case: Case, user_id: UUID) -> None:
    readers = select(DocumentReader).where(
        DocumentReader.case_id == case.id, DocumentReader.user_id == user_id
    )
    # The seats of a closed meeting stay: they say who sat at that table.
    seats = (
        select(Seat)
        .join(AgendaItem, AgendaItem.id == Seat.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(Seat.case_id == case.id, Seat.user_id == user_id, Meeting.state != OVER)
    )
    for row in (*work.session.scalars(readers), *work.session.scalars(seats)):
        work.session.delete(row)
