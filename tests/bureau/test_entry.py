"""Coming in and going out: sign-ins live on the server and end there."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from bureau import entry
from bureau.model import Session, Token, User
from bureau.operations import tokens
from bureau.trust import latch, passwords
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
    for _ in range(latch.MOST_FAILURES):
        entry.sign_in(door, "officer", "wrong", NOW, LIMITS)
    assert entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS) is None
    later = NOW + latch.LOCKED_FOR
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


@pytest.fixture
def seated(door, actors):
    """The officer, signed in."""
    secret = entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS)
    return secret, entry.visitor(door, secret, NOW, LIMITS).actor


def test_guesses_at_the_door_do_not_stop_whoever_is_inside(door, seated):
    for _ in range(latch.MOST_FAILURES):
        entry.sign_in(door, "officer", "wrong", NOW, LIMITS)
    assert entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS) is None
    assert entry.confirm(door, seated[1], PASSWORD, NOW)


def test_ten_wrong_confirmations_end_this_sign_in_and_lock_nobody_out(door, seated, trail):
    secret, actor = seated
    other = entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS)
    for _ in range(latch.MOST_FAILURES):
        assert entry.visitor(door, secret, NOW, LIMITS) is not None
        assert not entry.confirm(door, actor, "wrong", NOW)
    assert entry.visitor(door, secret, NOW, LIMITS) is None
    assert entry.visitor(door, other, NOW, LIMITS) is not None
    assert entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS) is not None
    assert [event.kind for event in trail()].count("session.ended") == 1
    assert not entry.confirm(door, actor, "wrong", NOW)


def test_a_wrong_confirmation_outside_a_sign_in_is_only_refused(door, seated):
    assert not entry.confirm(door, replace(seated[1], session_id=None), "wrong", NOW)


def test_the_slow_comparison_happens_outside_every_transaction(door, actors, monkeypatch):
    open_now = []

    class Watched:
        """The factory, counting the sessions that are open."""

        @contextmanager
        def __call__(self):
            with door() as store:
                open_now.append(store)
                try:
                    yield store
                finally:
                    open_now.remove(store)

    seen, compare = [], passwords.matches
    monkeypatch.setattr(
        passwords, "matches", lambda *pair: seen.append(len(open_now)) or compare(*pair)
    )
    assert entry.sign_in(Watched(), "officer", PASSWORD, NOW, LIMITS)
    assert entry.confirm(Watched(), actors.officer, PASSWORD, NOW)
    assert seen == [0, 0]


def test_a_password_that_changed_meanwhile_does_not_open(door, monkeypatch):
    def slow(*_):
        with door.begin() as session:
            user = session.scalar(select(User).where(User.login == "officer"))
            user.password_hash = "another"
        return True

    monkeypatch.setattr(passwords, "matches", slow)
    assert entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS) is None


def test_when_somebody_was_last_seen_is_kept_by_the_minute(door, seated):
    def seen():
        with door() as session:
            return session.scalar(select(Session.seen_at))

    soon, later = NOW + timedelta(seconds=59), NOW + timedelta(minutes=1)
    assert entry.visitor(door, seated[0], soon, LIMITS) is not None
    assert seen() == NOW
    assert entry.visitor(door, seated[0], later, LIMITS) is not None
    assert seen() == later


def test_a_token_tells_when_it_was_used_and_a_spent_one_is_refused(door, actors, work_of, trail):
    with work_of(actors.officer) as work:
        issued = tokens.issue_token(work, "reading terms into the planning board", 1)
    assert entry.bearer(door, issued.secret, NOW).visitor.actor.id == actors.officer.id
    with door() as session:
        assert session.scalar(select(Token.used_at)) == NOW
    assert entry.bearer(door, issued.secret, NOW + timedelta(days=1)) is None
    assert entry.bearer(door, "unknown", NOW) is None
    assert [event.kind for event in trail()][-1] == "token.refused"


def until(door, day):
    """Let the screening of the officer run until `day`."""
    with door.begin() as session:
        session.scalar(select(User).where(User.login == "officer")).screened_until = day


def test_nobody_comes_in_whose_screening_ran_out(door):
    until(door, date(2020, 1, 1))
    assert entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS) is None
    until(door, NOW.date())
    assert entry.sign_in(door, "officer", PASSWORD, NOW, LIMITS) is not None


def test_a_screening_that_ran_out_ends_what_is_open(door, seated, actors, work_of):
    with work_of(actors.officer) as work:
        issued = tokens.issue_token(work, "reading terms into the planning board", 30)
    until(door, NOW.date() - timedelta(days=1))
    assert entry.visitor(door, seated[0], NOW, LIMITS) is None
    assert entry.bearer(door, issued.secret, NOW) is None
    until(door, None)
    assert entry.visitor(door, seated[0], NOW, LIMITS) is not None
    assert entry.bearer(door, issued.secret, NOW) is not None


def test_the_last_day_of_a_screening_ends_at_midnight_in_the_netherlands(door):
    until(door, date(2026, 3, 2))
    evening = datetime(2026, 3, 2, 22, 59, tzinfo=UTC)
    assert entry.sign_in(door, "officer", PASSWORD, evening, LIMITS) is not None
    after = evening + timedelta(minutes=1)
    assert entry.sign_in(door, "officer", PASSWORD, after, LIMITS) is None
