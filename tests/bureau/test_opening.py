"""A passkey opens the door alone, earns one word, and each challenge is answered once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau import entry, opening, proving
from bureau.doorway import Limits
from bureau.model import User
from bureau.operations import factors, passkeys
from bureau.trust import passwords
from bureau.trust.passkeys import Site
from tests.bureau.passkey_device import Device
from tests.conftest import NOW

LIMITS = Limits(idle=timedelta(minutes=30), longest=timedelta(hours=10))
SITE = Site("https://bureau.example", "bureau.example")
PASSWORD = "a quay with seven cranes"


@pytest.fixture
def inside(sessions, actors):
    """The officer, signed in with a password."""
    with sessions.begin() as session:
        user = session.scalar(select(User).where(User.login == "officer"))
        user.password_hash = passwords.hash_of(PASSWORD)
    secret = entry.sign_in(sessions, "officer", PASSWORD, NOW, LIMITS)
    return entry.visitor(sessions, secret, NOW, LIMITS).actor


@pytest.fixture
def device(work_of, inside):
    """A passkey of the officer."""
    made = Device()
    with work_of(inside) as work:
        options = passkeys.begin_passkey(work, SITE)
    with work_of(inside) as work:
        assert len(passkeys.add_passkey(work, SITE, made.make(options), "Telephone")) == 10
    return made


def come_in(sessions, device, now=NOW, options=None):
    asked = options or opening.ask(sessions, SITE, now)
    secret = opening.enter(sessions, SITE, device.answer(asked), now, LIMITS)
    return entry.visitor(sessions, secret, now, LIMITS) if secret else None


def test_a_passkey_opens_without_a_password_and_a_password_not_without_it(sessions, device):
    assert come_in(sessions, device).actor.strength == "passkey"
    half = entry.sign_in(sessions, "officer", PASSWORD, NOW, LIMITS)
    assert proving.waiting(sessions, half, NOW)


def test_a_challenge_is_answered_once_and_soon(sessions, device):
    options = opening.ask(sessions, SITE, NOW)
    assert come_in(sessions, device, options=options)
    assert come_in(sessions, device, options=options) is None
    late = opening.ask(sessions, SITE, NOW)
    assert come_in(sessions, device, NOW + timedelta(minutes=5), late) is None


def test_one_of_another_aim_is_none(sessions, device, inside):
    asked_inside = opening.ask(sessions, SITE, NOW, inside)
    assert come_in(sessions, device, options=asked_inside) is None
    at_the_door = opening.ask(sessions, SITE, NOW)
    answer = device.answer(at_the_door)
    assert opening.prove(sessions, SITE, inside, answer, NOW) is None


def test_a_stranger_a_removed_passkey_and_a_closed_account_stay_outside(
    sessions, device, work_of, inside, trail
):
    assert come_in(sessions, Device()) is None
    assert opening.enter(sessions, SITE, "no answer", NOW, LIMITS) is None
    with sessions.begin() as session:
        session.get_one(User, inside.id).active = False
    assert come_in(sessions, device) is None
    with sessions.begin() as session:
        session.get_one(User, inside.id).active = True
    with work_of(inside) as work:
        [row] = factors.list_factors(work).factors
        factors.remove_factor(work, row.id)
    assert come_in(sessions, device) is None
    assert [event.kind for event in trail()].count("session.failed") == 4


def test_asvs_7_5_3_what_a_passkey_earns_stands_in_for_the_password_once(sessions, device, inside):
    def earned(now=NOW):
        asked = opening.ask(sessions, SITE, now, inside)
        return opening.prove(sessions, SITE, inside, device.answer(asked), now)

    word = earned()
    assert proving.confirm(sessions, inside, word, NOW)
    assert not proving.confirm(sessions, inside, word, NOW)
    other = come_in(sessions, device).actor
    assert not proving.confirm(sessions, other, earned(), NOW)
    assert not proving.confirm(sessions, inside, earned(), NOW + timedelta(minutes=10))
