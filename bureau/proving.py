"""Showing once more, or in a second step, who one is: a password, a code, a passkey."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Store
from sqlalchemy.orm import sessionmaker

from bureau.doorway import Limits, hash_of, line, opened, reading, wrong
from bureau.model import Challenge, Event, Factor, Outcome, RecoveryCode, Session, User
from bureau.model.factor import CODES
from bureau.model.token import digest_of
from bureau.policy import Actor
from bureau.rules.dates import civil_date
from bureau.rules.events import EventKind
from bureau.rules.strong_acts import SignIn
from bureau.trust import codes, latch, passwords, trail
from bureau.trust.latch import MOST_FAILURES

PROOF, PAPER = "proof", "paper"
COMMANDS = "commands"  # the place from which they come, for the count of wrong proofs


def waiting(factory: sessionmaker[Store], secret: str, now: datetime) -> bool:
    """Whether the sign-in of `secret` waits for its second step."""
    with reading(factory) as store:
        row = store.scalar(select(Session).where(Session.digest == digest_of(secret)))
        return row is not None and _waits(row, now)


def second_step(
    factory: sessionmaker[Store],
    secret: str,
    code: str,
    now: datetime,
    limits: Limits,
    address: str = "",
) -> str | None:
    """The secret of a whole sign-in for whoever shows a code after the password; else None.

    A code is taken once, whoever else sends it at the same moment; wrong ones close the door.
    """
    with factory() as store, trail.watch(store).begin():
        row = store.scalar(select(Session).where(Session.digest == digest_of(secret)))
        if row is None:
            return None
        user = store.get_one(User, row.user_id, with_for_update={"of": User})
        store.refresh(row)
        place = latch.place_of(store, user, address)
        open_now = user.admitted(civil_date(now)) and latch.lets_in(user, place, now)
        shown = _shown(store, user, code, now) if open_now and _waits(row, now) else None
        if shown is None:
            if open_now:
                wrong(store, user, place, now)
            failed = line(now, EventKind.SIGN_IN_FAILED, Outcome.REFUSED, user, None, step="second")
            trail.say(store, failed)
            return None
        row.ended_at = now
        latch.count_right(user, place, now)
        return opened(store, user, now, limits, strength=shown)


def confirm(factory: sessionmaker[Store], actor: Actor, proof: str, now: datetime) -> bool:
    """Whether `actor` can show once more who it is, as grave acts ask (ASVS 7.5.3).

    A password, a code of the app, or the word that a passkey earned, each of the last two once. A
    lock at the door, which a stranger can cause, does not count here; ten wrong proofs in one
    sign-in end that sign-in instead.
    """
    if passwords.matches(proof, hash_of(factory, User.id == actor.id)):
        return True
    with factory() as store, trail.watch(store).begin():
        user = store.get_one(User, actor.id, with_for_update={"of": User})
        if _earned(store, actor.session_id, proof, now) or _code_fits(store, user, proof, now):
            return True
        failed = line(now, EventKind.SIGN_IN_FAILED, Outcome.REFUSED, user, actor.session_id)
        trail.say(store, failed)
        row = store.get(Session, actor.session_id) if actor.session_id else None
        if row is None or row.ended_at is not None:
            return False
        if _wrong_before(store, row.id) + 1 >= MOST_FAILURES:
            row.ended_at = now
            trail.say(store, line(now, EventKind.SIGNED_OUT, Outcome.DONE, user, row.id))
        return False


def strong(
    factory: sessionmaker[Store], actor: Actor, password: str, code: str, now: datetime
) -> SignIn | None:
    """What `actor` shows with the own password and a code, for a command; None for a wrong one.

    Wrong ones close the door for commands, as they do at the door for a place.
    """
    fits = passwords.matches(password, hash_of(factory, User.id == actor.id))
    with factory() as store, trail.watch(store).begin():
        user = store.get_one(User, actor.id, with_for_update={"of": User})
        place = latch.place_of(store, user, COMMANDS)
        open_now = user.admitted(civil_date(now)) and latch.lets_in(user, place, now)
        found = _shown(store, user, code, now) if open_now and fits else None
        if found is not None:
            latch.count_right(user, place, now)
            return SignIn(found, now)
        if open_now:
            wrong(store, user, place, now)
        failed = line(now, EventKind.SIGN_IN_FAILED, Outcome.REFUSED, user, None, step="second")
        trail.say(store, failed)
        return None


def _waits(row: Session, now: datetime) -> bool:
    return row.waiting and row.ended_at is None and now < row.expires_at


def _shown(store: Store, user: User, code: str, now: datetime) -> str | None:
    """How the second step was taken, and what was shown for it is used up."""
    if _code_fits(store, user, code, now):
        return CODES
    return PAPER if _paper_fits(store, user, code, now) else None


def _code_fits(store: Store, user: User, code: str, now: datetime) -> bool:
    """Whether `code` is one of an app of this person that was not used before; now it was."""
    for row in store.scalars(select(Factor).where(Factor.user_id == user.id, Factor.kind == CODES)):
        secret = row.secret.decode() if row.works else ""
        step = codes.step_of(secret, code, now.timestamp(), row.count) if secret else None
        if step is not None:
            row.count, row.used_at = step, now
            used = line(now, EventKind.FACTOR_USED, Outcome.DONE, user, None, factor=CODES)
            trail.say(store, used)
            return True
    return False


def _paper_fits(store: Store, user: User, code: str, now: datetime) -> bool:
    mark = codes.paper_mark(user.id.hex, code)
    query = select(RecoveryCode).where(RecoveryCode.user_id == user.id, RecoveryCode.mark == mark)
    row = next((one for one in store.scalars(query) if one.works), None)
    if row is None:
        return False
    row.used_at = now
    trail.say(store, line(now, EventKind.RECOVERY_USED, Outcome.DONE, user, None))
    return True


def _earned(store: Store, session_id: UUID | None, word: str, now: datetime) -> bool:
    """Whether `word` is the one that a passkey earned in this sign-in; it is used up by that."""
    query = select(Challenge).where(Challenge.digest == digest_of(word), Challenge.aim == PROOF)
    row = store.scalar(query.with_for_update()) if session_id and word else None
    if row is None or row.session_id != session_id or row.used_at or now >= row.expires_at:
        return False
    row.used_at = now
    return True


def _wrong_before(store: Store, session_id: UUID) -> int:
    query = (
        select(func.count())
        .select_from(Event)
        .where(Event.session_id == session_id, Event.kind == EventKind.SIGN_IN_FAILED)
    )
    return store.scalar(query) or 0
