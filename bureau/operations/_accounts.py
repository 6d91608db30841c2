"""An account: how it begins, and how every sign-in on it ends."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import (
    CalendarFeed,
    Clearance,
    Organisation,
    Session,
    SupportMember,
    Token,
    User,
)
from bureau.operations._checks import said
from bureau.rules.door_terms import lasting
from bureau.trust import passwords
from bureau.work import Work

LOGIN = re.compile(r"[a-z0-9][a-z0-9.-]{1,79}")


@dataclass(frozen=True, slots=True)
class Ended:
    """How many sign-ins and tokens were ended."""

    sessions: int
    tokens: int


def added(work: Work, body: Organisation, login: str, name: str) -> User:
    """A new account without roles; raises Invalid for a login that is taken or not plain."""
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
    work.session.add(user)
    return user


def end(work: Work, user: User, *, spared: UUID | None = None) -> Ended:
    """End the sign-ins of `user` but the spared one, and revoke the tokens that still live."""
    opened = select(Session).where(Session.user_id == user.id, Session.ended_at.is_(None))
    rows = [row for row in work.session.scalars(opened) if row.id != spared]
    for row in rows:
        row.ended_at = work.now
    lasting = select(Token).where(
        Token.user_id == user.id, Token.revoked_at.is_(None), Token.expires_at > work.now
    )
    tokens = list(work.session.scalars(lasting))
    calendars = select(CalendarFeed).where(
        CalendarFeed.user_id == user.id, CalendarFeed.revoked_at.is_(None)
    )
    for row in (*tokens, *work.session.scalars(calendars)):
        row.revoked_at = work.now
    return Ended(len(rows), len(tokens))


def chosen_for(work: Work, user: User, password: str) -> str:
    """The hash of a password for `user`; raises Invalid for one that is tried first."""
    return passwords.chosen(password, (user.login, user.name, user.organisation.name), work.today)


def begin_with(work: Work, user: User, digest: str) -> None:
    """Let `user` in with a first password, if there is one, until it ends or another is chosen."""
    if digest:
        user.password_hash = digest
        user.password_until = work.now + lasting("first_password", work.today)


def keeps_own(work: Work, user: User) -> bool:
    """Whether the account helped in a file: who gives it a role never gives it a password too."""
    helps = select(SupportMember.id).where(SupportMember.user_id == user.id).limit(1)
    return work.session.scalar(helps) is not None


def begin_anew(work: Work, user: User, password: str) -> bool:
    """Put `password` in the place of one that somebody else may know; whether that was done.

    Every sign-in ends. An account that helps in a file keeps its own password, or whoever gives
    the role would read that file.
    """
    keeps = keeps_own(work, user)
    if keeps and password:
        raise Invalid(
            "This account was used in the victim track before: it keeps its own password.",
            where={"field": "password"},
            hint="Leave the password out. Whoever forgot it gets an account of another name.",
        )
    if not keeps and not password:
        raise Invalid(
            "A first password is needed.",
            where={"field": "password"},
            hint="Tell it to the person alone; whoever knew the former one is left outside.",
        )
    if not keeps:
        user.password_hash, user.password_until = chosen_for(work, user, password), None
    end(work, user)
    return not keeps


def shown(work: Work, user: User, kind: str, given: date, until: date, source: str) -> Clearance:
    """Keep a date of admission of `user`; whoever calls tells the trail."""
    row = Clearance(
        user=user,
        kind=kind,
        given_on=given,
        until_on=until,
        source=said(source, "source", 300),
        recorded_by_id=work.actor.id,
        recorded_at=work.now,
    )
    work.session.add(row)
    return row
