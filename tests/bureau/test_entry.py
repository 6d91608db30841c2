"""Coming in and going out: sign-ins live on the server and end there."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau import entry
from bureau.model import Session, User
from bureau.trust import passwords
from tests.conftest import NOW

LIMITS = entry.Limits(idle=timedelta(minutes=30), longest=timedelta(hours=10))
PASSWORD = "a quay with seven cranes"


@pytest.fixture
def door(sessions, actors):
    with sessions.begin() as session:
        user = session.scalar(select(User).where(User.login == "officer"))
        user.password_hash = passwords.hash_of(PASSWORD)
    return sessions


def test_the_right_password_opens_and_only_a_digest_is_kept(door, actors):
    secret = entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS)
    assert entry.visitor(door, secret, NOW, LIMITS).actor.id == actors.officer.id
    with door() as session:
        assert secret.encode() not in session.scalar(select(Session)).digest


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("officer", "a quay with eight cranes"),
        ("nobody", PASSWORD),
        ("officer", ""),
        ("", ""),
        ("officer", PASSWORD + "\0"),
        ("second", ""),
        ("officer", "x" * 100_000),
    ],
)
def test_anything_else_does_not(door, login, password):
    assert entry.sign_in(door, login, password, NOW, LIMITS) is None


def test_a_copied_secret_is_worthless_after_signing_out(door):
    secret = entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS)
    entry.sign_out(door, secret, NOW)
    assert entry.visitor(door, secret, NOW, LIMITS) is None


def test_every_sign_in_has_a_new_secret(door):
    assert len({entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS) for _ in range(3)}) == 3


def test_a_disabled_account_is_out_on_the_next_request(door):
    secret = entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS)
    with door.begin() as session:
        session.scalar(select(User).where(User.login == "officer")).active = False
    assert entry.visitor(door, secret, NOW, LIMITS) is None
    assert entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS) is None


def test_an_idle_sign_in_ends_and_a_long_one_too(door):
    secret = entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS)
    moment = NOW
    while moment < NOW + LIMITS.longest:
        assert entry.visitor(door, secret, moment, LIMITS) is not None
        moment += timedelta(minutes=29)
    assert entry.visitor(door, secret, NOW + LIMITS.longest, LIMITS) is None
    other = entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS)
    assert entry.visitor(door, other, NOW + LIMITS.idle, LIMITS) is None


def test_ten_wrong_guesses_lock_the_account_for_a_while(door):
    for _ in range(entry.MOST_FAILURES):
        entry.sign_in(door, "officer", "wrong", NOW, LIMITS)
    assert entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS) is None
    later = NOW + entry.LOCKED_FOR
    assert entry.sign_in(door, "officer", PASSWORD, later, LIMITS) is not None


def test_coming_and_going_stand_in_the_trail(door, trail):
    secret = entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS)
    entry.sign_in(door, "officer", "wrong", NOW, LIMITS)
    entry.sign_out(door, secret, NOW)
    assert [event.kind for event in trail()] == [
        "session.opened",
        "session.failed",
        "session.ended",
    ]


def test_a_grave_act_asks_the_password_again(door, actors):
    assert entry.confirm(door, actors.officer, PASSWORD, NOW)
    assert not entry.confirm(door, actors.officer, "wrong", NOW)
