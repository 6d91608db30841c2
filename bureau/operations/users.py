"""What people do with accounts: add, change, disable, end sessions, choose a language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bureau.errors import Invalid, NotFound
from bureau.model import Organisation, Session, User
from bureau.operations import _granting, _tracks
from bureau.operations._accounts import Ended, added, begin_with, chosen_for, end
from bureau.operations._checks import said
from bureau.operations._houses import body_called, colleague, managed
from bureau.policy import Permission
from bureau.rules import partners
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language, Role
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Account:
    """One's own account, and the sign-ins that are open on it."""

    user: User
    sessions: tuple[Session, ...]


def list_users(work: Work) -> list[User]:
    """The accounts of the administrator's own organisation and of the partner bodies it made."""
    work.require(Permission.USER_MANAGE)
    work.record(EventKind.USER_LISTED, f"organisation:{work.actor.organisation_id}")
    rows = (
        select(User)
        .join(Organisation, Organisation.id == User.organisation_id)
        .options(selectinload(User.roles), selectinload(User.clearances))
    )
    rows = rows.where(managed(work)).order_by(User.login)
    return list(work.session.scalars(rows))


def read_user(work: Work, user_id: UUID) -> User:
    """One colleague's account."""
    work.require(Permission.USER_MANAGE)
    user = colleague(work, user_id)
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
    first: str = "",
    screened_until: date | None = None,
    until: date | None = None,
) -> User:
    """A new account, in the own organisation unless the code of a partner body of it is given.

    `first` is the digest of a first password, in the place of one that lasts; the roles end after
    the day `until`. Sensitive roles wait for a second administrator, in `waiting` of the account.
    NotFound for another body, Invalid for a role unfit for it, NotAllowed for the victim track's.
    """
    work.require(Permission.ACCOUNT_OPEN)
    body = body_called(work, organisation)
    _tracks.insist_giver(work, chosen := set(roles))
    partners.insist_roles(body.kind, chosen, work.today)
    user = added(work, body, login, name)
    user.password_hash = chosen_for(work, user, password) if password else None
    begin_with(work, user, first)
    user.screened_until = screened_until
    made = _granting.give(work, user, chosen, until)
    work.record(EventKind.USER_ADDED, user, **_standing(user), organisation=body.code)
    _granting.told(work, user, made)
    return user


def change_user(
    work: Work,
    user_id: UUID,
    version: int,
    name: str,
    roles: Iterable[Role],
    *,
    active: bool,
    screened_until: date | None,
    until: date | None = None,
) -> User:
    """Another name, other roles, another end of the screening, or a disabled account.

    It holds from the next request on; after the last day of the screening nobody is let in. New
    roles end after the day `until`; sensitive ones wait for a second administrator, in `waiting`.
    Roles of the victim track stay; an account with one can be closed, never opened.
    """
    work.require(Permission.USER_MANAGE)
    user = colleague(work, user_id)
    given = {"active": active, "screened_until": screened_until}
    work.expect(user, version, {"name": name, **given})
    _insist_fit(work, user, wanted := set(roles) | _tracks.held(work, user))
    _tracks.insist_no_opening(work, user, active=active, until=screened_until)
    user.name, user.active, user.screened_until = said(name, "name", 200), active, screened_until
    made = _granting.give(work, user, wanted, until)
    ended = Ended(0, 0) if active else end(work, user)
    told = {**_standing(user), **given, "sessions": ended.sessions, "tokens": ended.tokens}
    work.record(EventKind.USER_CHANGED, user, **told)
    _granting.told(work, user, made)
    return user


def renew_first(work: Work, user_id: UUID, version: int, first: str) -> User:
    """Another first password, of which `first` is the digest, where the former was never used up.

    Raises Invalid for an account whose owner has chosen a password: nobody takes its place.
    """
    work.require(Permission.USER_MANAGE)
    user = colleague(work, user_id)
    work.expect(user, version, {})
    if user.password_until is None or _tracks.held(work, user):
        raise Invalid(
            "The owner of this account has a password of the own choice.",
            hint="Nobody can put another in its place. Whoever forgot it gets a new account.",
        )
    begin_with(work, user, first)
    ended = end(work, user)
    work.record(EventKind.USER_CHANGED, user, password=True, sessions=ended.sessions)
    return user


def end_sessions(work: Work, user_id: UUID) -> int:
    """End every sign-in of a colleague; how many there were."""
    work.require(Permission.USER_MANAGE)
    work.insist_strong(Permission.USER_MANAGE)  # a sign-in that ends is otherwise told as a look
    user = colleague(work, user_id)
    ended = end(work, user)
    work.record(EventKind.SIGNED_OUT, user, sessions=ended.sessions, tokens=ended.tokens)
    return ended.sessions


def end_own_sessions(work: Work) -> int:
    """End every sign-in of one's own."""
    work.require(Permission.WORK_READ)
    user = work.session.get_one(User, work.actor.id)
    ended = end(work, user)
    work.record(EventKind.SIGNED_OUT, user, sessions=ended.sessions, tokens=ended.tokens)
    return ended.sessions


def end_own_session(work: Work, session_id: UUID) -> None:
    """End one sign-in of one's own, on whichever machine it is."""
    work.require(Permission.WORK_READ)
    row = work.session.get(Session, session_id)
    if row is None or row.user_id != work.actor.id or row.ended_at is not None:
        raise NotFound("There is nothing here that you may see.")
    row.ended_at = work.now
    work.record(EventKind.SIGNED_OUT, row.user, sessions=1)


def change_password(work: Work, digest: str) -> None:
    """Another password for oneself, as a hash that `passwords.chosen` made beforehand.

    Whoever calls has asked for the present one. All other sign-ins and all tokens end with it.
    """
    work.require(Permission.WORK_READ)
    user = work.session.get_one(User, work.actor.id)
    user.password_hash, user.password_until = digest, None
    ended = end(work, user, spared=work.actor.session_id)
    work.record(
        EventKind.USER_CHANGED,
        user,
        password=True,
        sessions=ended.sessions,
        tokens=ended.tokens,
    )


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
    live = (row for row in opened if row.expires_at > work.now and not row.waiting)
    return Account(user, tuple(live))


def _insist_fit(work: Work, user: User, wanted: set[Role]) -> None:
    new = wanted - user.held(work.today)
    _tracks.insist_giver(work, new)
    partners.insist_roles(user.organisation.kind, new, work.today)


def _standing(user: User) -> dict[str, object]:
    ends = sorted(f"{row.role} {row.until_on}" for row in user.roles if row.until_on)
    return {
        "roles": sorted(row.role for row in user.roles),
        "waiting": sorted(grant.role for grant in user.waiting),
        **({"role_ends": ends} if ends else {}),
    }
