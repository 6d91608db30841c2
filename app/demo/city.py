"""The founding of Havermonde: its organisations and its people."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app.demo.texts import told
from bureau.entry import actor_of
from bureau.founding import DEMONSTRATION
from bureau.model import Clearance, Organisation, Outcome, User, UserRole
from bureau.model.base import new_id, repeatable_ids
from bureau.policy import POLICY_VERSION, Actor
from bureau.rules import clearances
from bureau.rules.dates import civil_date
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Role
from bureau.trust import passwords, trail
from bureau.trust.leaf import Line

FOUNDER = "admin"
MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Login:
    """Somebody with whom the demonstration can be looked at."""

    login: str
    name: str
    roles: tuple[Role, ...]
    organisation: str


def logins() -> tuple[Login, ...]:
    """The people who can sign in, as the texts name them."""
    names = {body["code"]: body["name"] for body in told("city")["organisations"]}
    return tuple(
        Login(
            one["login"],
            one["name"],
            tuple(Role(role) for role in one["roles"]),
            names[one["organisation"]],
        )
        for one in told("city")["people"]
        if one.get("signs_in", True)
    )


def found(factory: sessionmaker[Session], password: str, now: datetime) -> None:
    """Give an empty database its organisations and people."""
    bodies = _bodies()
    with factory() as session, trail.watch(session).begin():
        session.add_all(bodies.values())
        secret = passwords.hash_of(password)  # one for all: they share the password anyway
        people = [_person(row, bodies, secret) for row in told("city")["people"]]
        session.add_all(people)
        session.flush()
        founder = next(user for user in people if user.login == FOUNDER)
        records: list[Organisation | User] = [*bodies.values(), *people]
        for record in records:
            trail.say(session, _line(record, founder, now))
        for lead in (user for user in people if _leads(user)):
            line = replace(_line(lead, founder, now), kind=EventKind.ROLE_FOUNDED)
            trail.say(session, line)
        _admit(session, people, founder, now)


def _admit(session: Session, people: list[User], founder: User, now: datetime) -> None:
    """Whoever is of a partner showed a month ago what opens the account."""
    given = civil_date(now) - MONTH
    with repeatable_ids("the dates of admission of Havermonde"):
        for user in people:
            for code in user.lacking(civil_date(now)):
                row = Clearance(
                    user=user,
                    kind=code,
                    given_on=given,
                    until_on=clearances.last_day(code, given),
                    source=told("city")["clearances"][code],
                    recorded_by_id=founder.id,
                    recorded_at=now,
                )
                session.add(row)
                session.flush()
                line = _line(user, founder, now)
                kind, subject = EventKind.CLEARANCE_RECORDED, trail.name(row)
                trail.say(session, replace(line, kind=kind, subject=subject))


def _bodies() -> dict[str, Organisation]:
    rows = told("city")["organisations"]
    made = {
        row["code"]: Organisation(code=row["code"], name=row["name"], kind=row["kind"])
        for row in rows
    }
    for row in rows:
        made[row["code"]].house = made.get(row.get("house", ""))
    return made


def _person(row: dict[str, object], bodies: dict[str, Organisation], secret: str) -> User:
    user = User(
        login=str(row["login"]),
        name=str(row["name"]),
        organisation=bodies[str(row["organisation"])],
    )
    user.password_hash = secret if row.get("signs_in", True) else None
    user.roles = [UserRole(role=Role(role)) for role in row["roles"]]  # type: ignore[attr-defined]
    return user


def _leads(user: User) -> bool:
    return any(row.role is Role.CARE_LEAD for row in user.roles)


def _line(record: Organisation | User, founder: User, now: datetime) -> Line:
    person = isinstance(record, User)
    return Line(
        at=now,
        kind=EventKind.USER_ADDED if person else EventKind.ORGANISATION_ADDED,
        outcome=Outcome.DONE,
        subject=trail.name(record),
        scope=trail.scope(record),
        purpose=DEMONSTRATION,
        actor_id=founder.id,
        organisation_id=founder.organisation_id,
        session_id=None,
        request_id=new_id().hex,
        policy=POLICY_VERSION,
        facts={},
    )


def actors(factory: sessionmaker[Session]) -> dict[str, Actor]:
    """Everybody with an account, by login."""
    with factory() as session:
        return {user.login: actor_of(user) for user in session.scalars(select(User))}


def set_password(factory: sessionmaker[Session], password: str, now: datetime) -> bool:
    """Give everybody who signs in this password; whether it was another one before."""
    with factory() as session, trail.watch(session).begin():
        users = {user.login: user for user in session.scalars(select(User))}
        founder = users[FOUNDER]
        if passwords.matches(password, founder.password_hash):
            return False
        secret = passwords.hash_of(password)
        for user in _signing_in(users):
            user.password_hash = secret
            user.failed_sign_ins, user.locked_until = 0, None
            trail.say(session, _changed(user, founder, now))
        return True


def _signing_in(users: dict[str, User]) -> Iterator[User]:
    return (users[one.login] for one in logins() if one.login in users)


def _changed(user: User, founder: User, now: datetime) -> Line:
    line = _line(user, founder, now)
    return replace(line, kind=EventKind.USER_CHANGED, purpose="a new password")
