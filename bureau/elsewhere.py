"""Coming in with a sign-in elsewhere: begun once, answered once, for whom it was linked."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as Store
from sqlalchemy.orm import sessionmaker

from bureau import keys
from bureau.doorway import Limits, half_opened, has_factor, line, opened
from bureau.model import Identity, Outcome, User
from bureau.opening import new_challenge, taken
from bureau.rules.dates import civil_date
from bureau.rules.duties import givers
from bureau.rules.events import EventKind
from bureau.rules.strong_acts import ONE_ELSEWHERE
from bureau.trust import latch, trail
from bureau.trust.provider import Shown

ELSEWHERE, STRENGTH = "elsewhere", "oidc"
THERE = frozenset((STRENGTH, ONE_ELSEWHERE))  # what a sign-in says that was taken from elsewhere


def begin(factory: sessionmaker[Store], now: datetime) -> str:
    """A secret for one sign-in elsewhere, which the browser that began it keeps meanwhile."""
    with factory.begin() as store:
        return new_challenge(store, ELSEWHERE, None, now).hex()


def answered(factory: sessionmaker[Store], secret: str, now: datetime) -> bool:
    """Whether a sign-in was begun with this secret and is answered for the first time, in time."""
    try:
        challenge = bytes.fromhex(secret)
    except ValueError:
        return False
    with factory.begin() as store:
        return taken(store, challenge, ELSEWHERE, None, now)


def mark_of(issuer: str, subject: str) -> str:
    """The mark by which a subject of an issuer is known here."""
    return keys.blind(f"{issuer} {subject}", "identity.mark")


def enter(
    factory: sessionmaker[Store],
    issuer: str,
    shown: Shown,
    now: datetime,
    limits: Limits,
    address: str = "",
) -> str | None:
    """The secret of a new sign-in for whoever came in there; None for whom no account opens.

    A lock of wrong passwords does not count: nobody guesses a signature, and the owner comes in.
    The sign-in is as fresh as what was shown there. A level of one factor is worth a password: it
    is half of a sign-in for whoever has a second factor here.
    """
    with factory() as store, trail.watch(store).begin():
        query = select(Identity).where(Identity.mark == mark_of(issuer, shown.subject))
        row = store.scalar(query.with_for_update(of=Identity))
        user = row.user if row else None
        if row is None or user is None or not row.opens or not _admits(user, now):
            _refused(store, user, now)
            return None
        row.used_at = now
        code = shown.level.code
        used = line(now, EventKind.IDENTITY_USED, Outcome.DONE, user, None, level=code)
        trail.say(store, used)
        if not shown.level.second_factor and has_factor(store, user):
            return half_opened(store, user, now)
        latch.count_right(user, latch.place_of(store, user, address), now)
        return opened(store, user, now, limits, strength=_strength(shown), shown_at=shown.at)


def _strength(shown: Shown) -> str:
    return STRENGTH if shown.level.second_factor else ONE_ELSEWHERE


def _refused(store: Store, user: User | None, now: datetime) -> None:
    told = {"strength": STRENGTH}
    trail.say(store, line(now, EventKind.SIGN_IN_FAILED, Outcome.REFUSED, user, None, **told))


def _admits(user: User, now: datetime) -> bool:
    """Whether this door opens the account; never one of the victim track."""
    today = civil_date(now)
    return user.admitted(today) and not any(givers(row.role, today) for row in user.roles)
