"""Which bodies an administrator manages: the own organisation and the partner bodies it made."""

from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from bureau.errors import NotAllowed, NotFound
from bureau.model import Organisation, User
from bureau.operations._checks import fitting
from bureau.work import Work


def managed(work: Work) -> ColumnElement[bool]:
    """The bodies that the actor may manage, as a condition over organisations."""
    own = partnership(work)
    return or_(Organisation.id == own, Organisation.house_id == own)


def manages(work: Work, body: Organisation) -> bool:
    """Whether the actor may manage `body`: the same condition for one in hand."""
    return partnership(work) in (body.id, body.house_id)


def colleague(work: Work, user_id: UUID) -> User:
    """Somebody else whose account the actor manages; anybody further away does not exist."""
    user = work.session.get(User, user_id)
    if user is None or not manages(work, user.organisation):
        raise NotFound("There is nothing here that you may see.")
    if user.id == work.actor.id:
        raise NotAllowed(
            "Nobody changes the own account: who gives access does not use it.",
            hint="Ask another administrator, or for the victim track another lead of it.",
        )
    return user


def partnership(work: Work) -> UUID:
    """The municipality whose partnership the actor works in: the own one, or that of a partner."""
    body = work.session.get_one(Organisation, work.actor.organisation_id)
    return body.house_id or body.id


def body_called(work: Work, code: str) -> Organisation:
    """The body with this code, the own one without; any that is not managed does not exist."""
    if not code:
        return work.session.get_one(Organisation, work.actor.organisation_id)
    query = select(Organisation).where(Organisation.code == code, managed(work))
    found = work.session.scalar(query)
    if found is None:
        raise NotFound(
            "There is no organisation {code} whose accounts you may manage.",
            where={"field": "organisation"},
            hint="An administrator manages the own organisation and the partner bodies it added.",
            code=code,
        )
    return found


def called(work: Work, login: str) -> UUID:
    """The account with this login; one that is not managed does not exist."""
    query = (
        select(User.id)
        .join(Organisation, Organisation.id == User.organisation_id)
        .where(User.login == fitting(login, "login", 80), managed(work))
    )
    found = work.session.scalar(query)
    if found is None:
        raise NotFound("There is no account {login} here.", where={"field": "login"}, login=login)
    return found
