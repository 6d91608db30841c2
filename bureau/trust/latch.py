"""How wrong passwords slow the door: where they come from, and where the owner never came in.

Counts are rows, so that they hold for every process. A place is an address, kept as a mark that
says nothing without the keys. Strangers who guess at a login cannot keep its owner out: where the
owner came in lately, only wrong passwords from that same place count (ASVS 6.3.1).
"""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau import keys
from bureau.model import DoorCount, User

MOST_FAILURES = 10
LOCKED_FOR = timedelta(minutes=15)
FIRST_DELAY = timedelta(minutes=1)
MOST_DOUBLINGS = 4
KNOWN_FOR = timedelta(days=90)


def place_of(store: Session, user: User, address: str) -> DoorCount:
    """The count of `user` at `address`, made at the first try from there."""
    mark = keys.blind(address, "door_count.place")
    query = select(DoorCount).where(DoorCount.user_id == user.id, DoorCount.place == mark)
    row = store.scalar(query)
    if row is None:
        row = DoorCount(user_id=user.id, place=mark, failures=0)
        store.add(row)
    return row


def lets_in(user: User, place: DoorCount, now: datetime) -> bool:
    """Whether a right password opens from this place at this moment."""
    if _shut(place.closed_until, now):
        return False
    return _known(place, now) or not _shut(user.locked_until, now)


def count_wrong(user: User, place: DoorCount, now: datetime) -> bool:
    """A wrong password: ten close this place for a while, ten from strange places them all.

    The delay for strange places doubles with every ten, from one minute to fifteen. Whether this
    one closed anything.
    """
    place.failures += 1
    here = place.failures % MOST_FAILURES == 0
    if here:
        place.closed_until = now + LOCKED_FOR
    if _known(place, now):
        return here
    user.failed_sign_ins += 1
    rounds, left = divmod(user.failed_sign_ins, MOST_FAILURES)
    if left == 0:
        delay = FIRST_DELAY * 2 ** min(rounds - 1, MOST_DOUBLINGS)
        user.locked_until = now + min(delay, LOCKED_FOR)
    return here or left == 0


def count_right(user: User, place: DoorCount, now: datetime) -> None:
    """The right password: this place is known from now on; a delay for others stays its time."""
    place.failures, place.closed_until, place.opened_at = 0, None, now
    if not _shut(user.locked_until, now):
        user.failed_sign_ins, user.locked_until = 0, None


def _known(place: DoorCount, now: datetime) -> bool:
    return place.opened_at is not None and now - place.opened_at < KNOWN_FOR


def _shut(until: datetime | None, now: datetime) -> bool:
    return until is not None and now < until
