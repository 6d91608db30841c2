"""The first day: an empty database gets its first organisation and its first administrator."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session, sessionmaker

from bureau.errors import Invalid
from bureau.model import Event, Organisation, Outcome, User, UserRole
from bureau.model.base import new_id
from bureau.policy import POLICY_VERSION
from bureau.rules import partners
from bureau.rules.duties import insist_apart
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Role
from bureau.trust import passwords, trail
from bureau.trust.leaf import Line

FIRST_KIND = "MUN_MAYOR"
# The purpose of the first line of the trail in a house that the demonstration filled: nothing
# else founds a house with it, and no line of the trail is ever changed.
DEMONSTRATION = "founding of the demonstration city Havermonde"


def is_empty(factory: sessionmaker[Session]) -> bool:
    """Whether nobody has an account yet."""
    with factory() as session:
        return not session.scalar(select(func.count()).select_from(User))


def is_demonstration(factory: sessionmaker[Session]) -> bool:
    """Whether the demonstration filled this house, when it was still empty."""
    with factory() as session:
        if not inspect(session.connection()).has_table(Event.__tablename__):
            return False
        first = session.scalars(select(Event).order_by(Event.seq).limit(1)).first()
        return first is not None and first.purpose == DEMONSTRATION


def found(
    factory: sessionmaker[Session],
    code: str,
    login: str,
    name: str,
    roles: Iterable[Role],
    password: str | None,
    now: datetime,
    via: str = "",
) -> None:
    """The first organisation with its first account; raises Invalid unless an administrator.

    Raises Invalid, too, for a role that does not fit a municipality.
    """
    chosen = set(roles)
    _insist_founder(chosen, now.date())
    with factory() as session, trail.watch(session).begin():
        body = Organisation(code=code, name=code, kind=FIRST_KIND)
        user = User(login=login, name=name, organisation=body)
        if password:
            user.password_hash = passwords.chosen(password, (login, name, code), now.date())
        user.roles = [UserRole(role=role) for role in sorted(chosen)]
        session.add_all([body, user])
        session.flush()
        for kind, record in ((EventKind.ORGANISATION_ADDED, body), (EventKind.USER_ADDED, user)):
            trail.say(session, _line(kind, record, user, now, via))


def _insist_founder(roles: set[Role], on: date) -> None:
    if Role.ADMIN not in roles:
        raise Invalid(
            "The first account must be an administrator.",
            where={"option": "--role"},
            hint="Add --role admin; it then adds the others.",
        )
    partners.insist_roles(FIRST_KIND, roles, on)
    insist_apart(roles, on)


def _line(
    kind: EventKind, record: Organisation | User, user: User, now: datetime, via: str
) -> Line:
    return Line(
        at=now,
        kind=kind,
        outcome=Outcome.DONE,
        subject=trail.name(record),
        scope=trail.scope(record),
        purpose="founding",
        actor_id=user.id,
        organisation_id=user.organisation_id,
        session_id=None,
        request_id=new_id().hex,
        policy=POLICY_VERSION,
        facts={"via": via} if via else {},
    )
