"""The door itself: how long a sign-in lasts, how one is opened, and its lines of the trail."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session as Store
from sqlalchemy.orm import sessionmaker

from bureau.model import DoorCount, Event, Factor, Outcome, Session, User
from bureau.model.base import new_id, token
from bureau.model.token import digest_of
from bureau.policy import POLICY_VERSION
from bureau.rules.dates import civil_date
from bureau.rules.door_terms import lasting
from bureau.rules.events import EventKind
from bureau.trust import latch, trail
from bureau.trust.leaf import Line


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a sign-in lasts, and from when some roles need a second factor for it."""

    idle: timedelta  # since the last request
    longest: timedelta
    second_factor_from: date | None = None


@contextmanager
def reading(factory: sessionmaker[Store]) -> Iterator[Store]:
    """A session that only looks: it does not wait for whoever writes."""
    with factory() as store:
        store.connection(execution_options={"reading": True})
        yield store


def hash_of(factory: sessionmaker[Store], whose: ColumnElement[bool]) -> str | None:
    """The hash of the password of whoever is meant, if there is one."""
    with reading(factory) as store:
        return store.scalar(select(User.password_hash).where(whose))


def has_factor(store: Store, user: User) -> bool:
    """Whether this person has a second factor that works."""
    query = select(Factor).where(Factor.user_id == user.id)
    return any(row.works for row in store.scalars(query))


def opened(
    store: Store,
    user: User,
    now: datetime,
    limits: Limits,
    strength: str = "password",
    shown_at: datetime | None = None,
) -> str:
    """The secret of a new sign-in of `user`, who is told what was tried since the last one.

    It is as fresh as what was shown for it; `shown_at` says when, where that was before.
    """
    row, secret = _begun(user, now, limits.longest)
    row.strength, row.tried, row.shown_at = strength, _tried_since(store, user), shown_at
    store.add(row)
    store.flush()
    told = {} if strength == "password" else {"strength": strength}
    trail.say(store, line(now, EventKind.SIGNED_IN, Outcome.DONE, user, row.id, **told))
    return secret


def half_opened(store: Store, user: User, now: datetime) -> str:
    """The secret of a sign-in that opens nothing until its second step is taken."""
    row, secret = _begun(user, now, lasting("second_step", civil_date(now)))
    row.waiting = True
    store.add(row)
    store.flush()
    trail.say(store, line(now, EventKind.SESSION_BEGUN, Outcome.DONE, user, row.id))
    return secret


def _begun(user: User, now: datetime, longest: timedelta) -> tuple[Session, str]:
    secret = token()
    row = Session(
        digest=digest_of(secret),
        user=user,
        opened_at=now,
        seen_at=now,
        expires_at=now + longest,
    )
    return row, secret


def wrong(store: Store, user: User, place: DoorCount, now: datetime) -> None:
    """Count a wrong proof at the door; where that closes it, the trail says so."""
    if latch.count_wrong(user, place, now):
        trail.say(store, line(now, EventKind.DOOR_CLOSED, Outcome.DONE, user, None))


def _tried_since(store: Store, user: User) -> int:
    """How many wrong proofs were shown at the door since this person last came in."""
    name = trail.name(user)
    told = select(func.max(Event.seq)).where(
        Event.subject == name, Event.kind == EventKind.SIGNED_IN
    )
    query = (
        select(func.count())
        .select_from(Event)
        .where(
            Event.subject == name,
            Event.kind == EventKind.SIGN_IN_FAILED,
            Event.session_id.is_(None),
            Event.seq > (store.scalar(told) or 0),
        )
    )
    return store.scalar(query) or 0


def line(
    now: datetime,
    kind: EventKind,
    outcome: Outcome,
    user: User | None,
    session_id: UUID | None,
    **facts: Any,
) -> Line:
    """A line of the trail about coming in and going out; about nobody where no login fits."""
    subject = trail.name(user) if user else "user:-"
    return Line(
        at=now,
        kind=kind,
        outcome=outcome,
        subject=subject,
        scope=subject,
        purpose="signing in and out",
        actor_id=user.id if user else None,
        organisation_id=user.organisation_id if user else None,
        session_id=session_id,
        request_id=new_id().hex,
        policy=POLICY_VERSION,
        facts=facts,
    )
