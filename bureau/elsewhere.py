"""Coming in with a sign-in elsewhere: begun once, answered once, for whom it was linked."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as Store
from sqlalchemy.orm import sessionmaker

from bureau import keys
from bureau.doorway import Limits, line, opened
from bureau.model import Identity, Outcome
from bureau.opening import new_challenge, taken
from bureau.rules.dates import civil_date
from bureau.rules.events import EventKind
from bureau.trust import latch, trail
from bureau.trust.provider import Shown

ELSEWHERE, STRENGTH = "elsewhere", "oidc"


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
    The sign-in is as fresh as what was shown there.
    """
    with factory() as store, trail.watch(store).begin():
        query = select(Identity).where(Identity.mark == mark_of(issuer, shown.subject))
        row = store.scalar(query.with_for_update(of=Identity))
        user = row.user if row else None
        if row is None or user is None or not row.opens or not user.admitted(civil_date(now)):
            told = {"strength": STRENGTH}
            failed = line(now, EventKind.SIGN_IN_FAILED, Outcome.REFUSED, user, None, **told)
            trail.say(store, failed)
            return None
        row.used_at = now
        latch.count_right(user, latch.place_of(store, user, address), now)
        code = shown.level.code
        used = line(now, EventKind.IDENTITY_USED, Outcome.DONE, user, None, level=code)
        trail.say(store, used)
        return opened(store, user, now, limits, strength=STRENGTH, shown_at=shown.at)
