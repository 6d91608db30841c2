"""What people do with accounts: add, change, disable, end sessions, choose a language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Organisation, Session, User, UserRole
from bureau.operations._checks import said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language, Role
from bureau.trust import passwords
from bureau.work import Work

LOGIN = re.compile(r"[a-z0-9][a-z0-9.-]{1,79}")


@dataclass(frozen=True, slots=True)
class Account:
    """One's own account, and the sign-ins that are open on it."""

    user: User
    sessions: tuple[Session, ...]


def list_users(work: Work) -> list[User]:
    """The accounts of the administrator's own organisation."""
    work.require(Permission.USER_MANAGE)
    work.record(EventKind.USER_LISTED, f"organisation:{work.actor.organisation_id}")
    rows = select(User).where(User.organisation_id == work.actor.organisation_id)
    return list(work.session.scalars(rows.order_by(User.login)))


def read_user(work: Work, user_id: UUID) -> User:
    """One colleague's account."""
    work.require(Permission.USER_MANAGE)
    user = _colleague(work, user_id)
    work.record(EventKind.USER_LISTED, user)
    return user


def add_user(
    work: Work,
    login: str,
    name: str,
    roles: Iterable[Role],
    *,
    organisation: str = "",
    password: str | None = None,
    screened_until: date | None = None,
) -> User:
    """A new account in the administrator's own organisation, which a code may name again."""
    work.require(Permission.USER_MANAGE)
    body = work.session.get_one(Organisation, work.actor.organisation_id)
    if organisation and organisation != body.code:
        raise NotFound(
            "There is no organisation {code} whose accounts you may manage.",
            where={"field": "organisation"},
            hint="An administrator manages the own organisation only.",
            code=organisation,
        )
    user = _added(work, body, login, name, roles)
    user.password_hash = passwords.hash_of(password) if password else None
    user.screened_until = screened_until
    work.record(EventKind.USER_ADDED, user, roles=sorted(set(roles)))
    return user


def change_user(
    work: Work, user_id: UUID, version: int, name: str, roles: Iterable[Role], *, active: bool
) -> User:
    """Another name, other roles, or a disabled account; it holds from the next request on."""
    work.require(Permission.USER_MANAGE)
    user = _colleague(work, user_id)
    work.expect(user, version, {"name": name, "active": active})
    wanted = set(roles)
    user.name, user.active = name, active
    kept = [row for row in user.roles if row.role in wanted]
    held = {row.role for row in kept}
    user.roles = kept + [UserRole(role=role) for role in sorted(wanted - held)]
    if not active:
        _end(work, user, work.now)
    work.record(EventKind.USER_CHANGED, user, roles=sorted(wanted), active=active)
    return user


def end_sessions(work: Work, user_id: UUID) -> int:
    """End every sign-in of a colleague; how many there were."""
    work.require(Permission.USER_MANAGE)
    user = _colleague(work, user_id)
    ended = _end(work, user, work.now)
    work.record(EventKind.SIGNED_OUT, user, sessions=ended)
    return ended


def end_own_sessions(work: Work) -> int:
    """End every sign-in of one's own."""
    work.require(Permission.WORK_READ)
    user = work.session.get_one(User, work.actor.id)
    ended = _end(work, user, work.now)
    work.record(EventKind.SIGNED_OUT, user, sessions=ended)
    return ended


def choose_language(work: Work, language: Language) -> None:
    """Remember the language a person reads in."""
    work.require(Permission.WORK_READ)
    user = work.session.get_one(User, work.actor.id)
    user.language = language
    work.record(EventKind.LANGUAGE_CHOSEN, user, language=language)


def read_account(work: Work) -> Account:
    """One's own account."""
    work.require(Permission.WORK_READ)
    user = work.session.get_one(User, work.actor.id)
    work.record(EventKind.USER_LISTED, user)
    rows = select(Session).where(Session.user_id == user.id, Session.ended_at.is_(None))
    opened = work.session.scalars(rows.order_by(Session.opened_at.desc()))
    return Account(user, tuple(row for row in opened if row.expires_at > work.now))


def _added(work: Work, body: Organisation, login: str, name: str, roles: Iterable[Role]) -> User:
    if not LOGIN.fullmatch(login):
        raise Invalid(
            "{login} cannot be a login.",
            where={"field": "login"},
            hint="Use 2 to 80 small letters, digits, dots or dashes.",
            login=login[:80],
        )
    if work.session.scalar(select(User.id).where(User.login == login)):
        raise Invalid(
            "The login {login} is taken.",
            where={"field": "login"},
            hint="Choose another login.",
            login=login,
        )
    user = User(login=login, name=said(name, "name", 200), organisation=body)
    user.roles = [UserRole(role=role) for role in sorted(set(roles))]
    work.session.add(user)
    return user


def _colleague(work: Work, user_id: UUID) -> User:
    user = work.session.get(User, user_id)
    if user is None or user.organisation_id != work.actor.organisation_id:
        raise NotFound("There is nothing here that you may see.")
    if user.id == work.actor.id:
        raise NotAllowed(
            "An administrator does not change the own account.",
            hint="Ask another administrator.",
        )
    return user


def _end(work: Work, user: User, moment: datetime) -> int:
    rows = select(Session).where(Session.user_id == user.id, Session.ended_at.is_(None))
    found = list(work.session.scalars(rows))
    for row in found:
        row.ended_at = moment
    return len(found)
