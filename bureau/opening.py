"""Coming in, and showing once more who one is, with a passkey."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session as Store
from sqlalchemy.orm import sessionmaker

from bureau.doorway import Limits, line, opened
from bureau.errors import Invalid
from bureau.model import Challenge, Factor, Outcome, User
from bureau.model.base import token
from bureau.model.factor import PASSKEY
from bureau.model.token import digest_of
from bureau.policy import Actor
from bureau.proving import PROOF
from bureau.rules.dates import civil_date
from bureau.rules.door_terms import lasting
from bureau.rules.events import EventKind
from bureau.trust import latch, passkeys, trail
from bureau.trust.passkeys import Site

ENTER, PROVE, MAKE = "enter", "prove", "make"
CHALLENGE_BYTES = 32
TERMS = frozenset((PROOF, "elsewhere"))  # what lasts a time of its own
FORGOTTEN = timedelta(days=1)  # what nobody answered is let go of by then


def ask(factory: sessionmaker[Store], site: Site, now: datetime, actor: Actor | None = None) -> str:
    """What a browser is asked: of a stranger any passkey, of somebody inside one of their own."""
    with factory.begin() as store:
        store.execute(delete(Challenge).where(Challenge.expires_at < now - FORGOTTEN))
        aim, session_id = (PROVE, actor.session_id) if actor else (ENTER, None)
        challenge = new_challenge(store, aim, session_id, now)
        known = [row.credential for row in _of(store, actor.id) if row.credential] if actor else []
        return passkeys.asking(site, known, challenge)


def enter(
    factory: sessionmaker[Store],
    site: Site,
    answer: str,
    now: datetime,
    limits: Limits,
    address: str = "",
) -> str | None:
    """The secret of a new sign-in for whoever answers with a passkey; None for nobody.

    A passkey is what somebody has and, by finger or pin, is or knows: no password is asked. A
    lock of wrong passwords does not count: nobody guesses a passkey, and the owner comes in.
    """
    with factory() as store, trail.watch(store).begin():
        row = _answering(store, site, answer, now, ENTER, None)
        user = row.user if row else None
        if row is None or user is None or not user.admitted(civil_date(now)):
            failed = line(now, EventKind.SIGN_IN_FAILED, Outcome.REFUSED, user, None)
            trail.say(store, failed)
            return None
        used = line(now, EventKind.FACTOR_USED, Outcome.DONE, user, None, factor=PASSKEY)
        trail.say(store, used)
        latch.count_right(user, latch.place_of(store, user, address), now)
        return opened(store, user, now, limits, strength=PASSKEY)


def prove(
    factory: sessionmaker[Store], site: Site, actor: Actor, answer: str, now: datetime
) -> str | None:
    """A word that stands in for the password once and soon, for whoever answers; else None."""
    with factory() as store, trail.watch(store).begin():
        row = _answering(store, site, answer, now, PROVE, actor.session_id)
        user = store.get_one(User, actor.id)
        if row is None or row.user_id != actor.id:
            failed = line(now, EventKind.SIGN_IN_FAILED, Outcome.REFUSED, user, actor.session_id)
            trail.say(store, failed)
            return None
        used = line(now, EventKind.FACTOR_USED, Outcome.DONE, user, actor.session_id)
        trail.say(store, used)
        word = token()
        store.add(_challenge(digest_of(word), PROOF, actor.session_id, now))
        return word


def new_challenge(store: Store, aim: str, session_id: UUID | None, now: datetime) -> bytes:
    """A fresh challenge for one aim and sign-in; only its digest is kept."""
    challenge = secrets.token_bytes(CHALLENGE_BYTES)
    store.add(_challenge(digest_of(challenge.hex()), aim, session_id, now))
    return challenge


def taken(store: Store, challenge: bytes, aim: str, session_id: UUID | None, now: datetime) -> bool:
    """Whether this challenge was asked for this aim and is answered for the first time, in time."""
    query = select(Challenge).where(Challenge.digest == digest_of(challenge.hex()))
    row = store.scalar(query.with_for_update())
    if row is None or (row.aim, row.session_id) != (aim, session_id):
        return False
    if row.used_at is not None or now >= row.expires_at:
        return False
    row.used_at = now
    return True


def _answering(
    store: Store, site: Site, answer: str, now: datetime, aim: str, session_id: UUID | None
) -> Factor | None:
    """The passkey that answers rightly, its count put up; None for anything else."""
    try:
        found = passkeys.answered(answer)
        challenge = passkeys.challenge_in(found)
        if not taken(store, challenge, aim, session_id, now):
            return None
        known = passkeys.credential_in(found)
        row = store.scalar(
            select(Factor).where(Factor.credential == known).with_for_update(of=Factor)
        )
        if row is None or not row.works or row.public_key is None:
            return None
        row.count = passkeys.count_after(site, found, challenge, row.public_key, row.count)
    except Invalid:
        return None
    row.used_at = now
    return row


def _challenge(digest: bytes, aim: str, session_id: UUID | None, now: datetime) -> Challenge:
    term = aim if aim in TERMS else "challenge"
    until = now + lasting(term, civil_date(now))
    return Challenge(digest=digest, aim=aim, session_id=session_id, expires_at=until)


def _of(store: Store, user_id: UUID) -> list[Factor]:
    query = select(Factor).where(Factor.user_id == user_id, Factor.kind == PASSKEY)
    return [row for row in store.scalars(query) if row.works]
