"""Coming in and going out: sign-ins are rows here, the browser holds only a secret.

A person is looked up afresh on every request, so that signing out, disabling an account and
changing a role take effect on the next one.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session as Store
from sqlalchemy.orm import object_session, sessionmaker

from bureau import leasing
from bureau.doorway import Limits, half_opened, has_factor, hash_of, line, opened, reading, wrong
from bureau.model import (
    DoorCount,
    Organisation,
    Outcome,
    Session,
    Token,
    User,
    UserRole,
)
from bureau.model.organisation import admitted, role_holds
from bureau.model.token import digest_of
from bureau.policy import Actor
from bureau.proving import confirm
from bureau.rules import clearances, second_factor
from bureau.rules.dates import civil_date
from bureau.rules.events import EventKind
from bureau.rules.strong_acts import SINGLE, SignIn
from bureau.rules.vocabulary import Language
from bureau.trust import latch, passwords, trail

__all__ = ["Limits", "confirm", "reading", "sign_in", "sign_out", "visitor"]

SEEN_EVERY = timedelta(minutes=1)
# Asked on every request, so that nothing but what is needed is fetched.
_HELD_BY = (
    select(
        *(Session.id, Session.ended_at, Session.expires_at, Session.seen_at, Session.user_id),
        *(Session.opened_at, Session.shown_at),
        *(Session.tried, Session.strength, Session.waiting),
        *(User.login, User.name, User.language, User.active, User.screened_until),
        User.password_until,
        User.organisation_id,
        *(Organisation.name.label("house"), Organisation.kind),
        leasing.held(User.id, bindparam("now")).label("leased"),
    )
    .join(User, User.id == Session.user_id)
    .join(Organisation, Organisation.id == User.organisation_id)
    .where(Session.digest == bindparam("digest"))
)
_ROLES_OF = select(UserRole.role).where(
    UserRole.user_id == bindparam("user"),
    role_holds(bindparam("today")),
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who a secret belongs to; while something is `lacking` only the own account opens."""

    actor: Actor
    login: str
    organisation: str
    language: Language
    lacking: tuple[str, ...] = ()
    weak: bool = False  # a second factor is asked and was not shown: only its page opens
    tried: int = 0  # wrong passwords at the door between the sign-in before this one and it
    fresh: bool = False  # it came in with a first password: only the own account opens
    shown: SignIn | None = None  # what was shown at the door, and when; a program showed nothing


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom a token stands for now, and the one purpose it may be used for."""

    visitor: Visitor
    purpose: str


def actor_of(user: User, session_id: UUID | None = None, now: datetime | None = None) -> Actor:
    """`user` as an actor, detached from the database, with what it holds at a moment.

    These are its roles and its leases; without a moment its roles are those that have no end.
    """
    roles = user.held(civil_date(now) if now else date.max)
    store = object_session(user)
    leases = leasing.open_to(store, user.id, now) if store and now else frozenset[UUID]()
    return Actor(user.id, user.organisation_id, roles, user.name, session_id, leases=leases)


def sign_in(
    factory: sessionmaker[Store],
    login: str,
    password: str,
    now: datetime,
    limits: Limits,
    address: str = "",
) -> str | None:
    """A new secret for whoever has this password; None when that is nobody, for whatever reason.

    Wrong passwords count for the `address` they come from, see `bureau.trust.latch`.
    """
    known = hash_of(factory, User.login == login)
    fits = passwords.matches(password, known)  # slow on purpose: no transaction waits for it
    with factory() as store, trail.watch(store).begin():
        # Who tries the same login at the same moment waits: no try is lost from the count.
        user = store.scalar(select(User).where(User.login == login).with_for_update(of=User))
        place = latch.place_of(store, user, address) if user else None
        if user is None or place is None or not (fits and _open_to(user, place, known, now)):
            if user and place and not fits:
                wrong(store, user, place, now)
            trail.say(store, line(now, EventKind.SIGN_IN_FAILED, Outcome.REFUSED, user, None))
            return None
        if has_factor(store, user):
            return half_opened(store, user, now)  # the password is half of it, and counts later
        latch.count_right(user, place, now)
        return opened(store, user, now, limits)


def visitor(
    factory: sessionmaker[Store], secret: str, now: datetime, limits: Limits
) -> Visitor | None:
    """Who holds `secret` now; None once it was ended, ran out or its owner is no longer let in."""
    with reading(factory) as store:
        row = store.execute(_HELD_BY, {"digest": digest_of(secret), "now": now}).one_or_none()
        if row is None or row.waiting or row.ended_at is not None or now >= row.expires_at:
            return None
        today, idle = civil_date(now), now - row.seen_at >= limits.idle
        if idle or not admitted(row.active, row.screened_until, today):
            return None
        roles = frozenset(store.scalars(_ROLES_OF, {"user": row.user_id, "today": today}))
        leases = leasing.open_to(store, row.user_id, now) if row.leased else frozenset()
        dated = clearances.needed(row.kind, today)
        lacking = store.get_one(User, row.user_id).lacking(today) if dated else ()
    who = (row.user_id, row.organisation_id, roles, row.name, row.id, row.strength)
    asked = second_factor.is_demanded(roles, limits.second_factor_from, today)
    weak = asked and row.strength in SINGLE
    fresh = row.password_until is not None
    shown = SignIn(row.strength, row.shown_at or row.opened_at)
    actor = Actor(*who, shown=shown, asks=limits.second_factor_from, leases=leases)
    told = (lacking, weak, row.tried, fresh, shown)
    found = Visitor(actor, row.login, row.house, row.language, *told)
    if now - row.seen_at >= SEEN_EVERY:
        with factory.begin() as store:
            store.execute(update(Session).where(Session.id == row.id).values(seen_at=now))
    return found


def bearer(
    factory: sessionmaker[Store], secret: str, now: datetime, asks: date | None = None
) -> Bearer | None:
    """Whom `secret` stands for now; None once it ran out, was revoked or its owner left.

    From the day of `asks` on it does nothing for which a fresh second factor is asked.
    """
    with reading(factory) as store:
        row = store.scalar(select(Token).where(Token.digest == digest_of(secret)))
        if row is None:
            return None
        key, user = row.id, row.user
        actor = replace(actor_of(user, key, now), asks=asks)
        greeted = Visitor(actor, user.login, user.organisation.name, user.language)
        found = Bearer(greeted, row.purpose) if row.usable(now) else None
        stale = row.used_at is None or now - row.used_at >= SEEN_EVERY
    if found is None:
        with factory() as store, trail.watch(store).begin():
            owner = store.get(User, greeted.actor.id)
            trail.say(store, line(now, EventKind.TOKEN_REFUSED, Outcome.REFUSED, owner, key))
    elif stale:
        with factory.begin() as store:
            store.execute(update(Token).where(Token.id == key).values(used_at=now))
    return found


def sign_out(factory: sessionmaker[Store], secret: str, now: datetime) -> None:
    """End the sign-in that `secret` stands for; a copy of the secret is worthless afterwards."""
    with factory() as store, trail.watch(store).begin():
        row = store.scalar(select(Session).where(Session.digest == digest_of(secret)))
        if row is not None and row.ended_at is None:
            row.ended_at = now
            trail.say(store, line(now, EventKind.SIGNED_OUT, Outcome.DONE, row.user, row.id))


def _open_to(user: User, place: DoorCount, known: str | None, now: datetime) -> bool:
    """Whether this account lets in; not when its password ended, or changed since compared."""
    ended = user.password_until is not None and now >= user.password_until
    admitted = user.admitted(civil_date(now)) and user.password_hash == known and not ended
    return admitted and latch.lets_in(user, place, now)
