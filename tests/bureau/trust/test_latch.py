"""Wrong passwords slow whoever guesses, from where they guess, and never the owner elsewhere."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau import entry
from bureau.model import DoorCount, User
from bureau.trust import latch, passwords
from tests.conftest import NOW

LIMITS = entry.Limits(idle=timedelta(minutes=30), longest=timedelta(hours=10))
PASSWORD = "a quay with seven cranes"
OFFICE, HOME, STRANGER = "192.0.2.7", "198.51.100.8", "203.0.113.9"


@pytest.fixture
def door(sessions, actors):
    """Try the officer's door from an address; whether it opened."""
    with sessions.begin() as session:
        user = session.scalar(select(User).where(User.login == "officer"))
        user.password_hash = passwords.hash_of(PASSWORD)

    def knock(address, password=PASSWORD, **after):
        moment = NOW + timedelta(**after)
        return entry.sign_in(sessions, "officer", password, moment, LIMITS, address) is not None

    return knock


def guess(door, address, times=latch.MOST_FAILURES, **after):
    assert not any(door(address, "wrong", **after) for _ in range(times))


def test_whoever_guesses_waits_where_they_guess(door):
    guess(door, STRANGER, latch.MOST_FAILURES - 1)
    assert door(STRANGER)
    guess(door, STRANGER)
    assert not door(STRANGER)
    assert not door(STRANGER, minutes=14)
    assert door(STRANGER, minutes=15)


def test_guesses_from_elsewhere_never_keep_the_owner_out(door):
    assert door(OFFICE)
    for number in range(6):
        guess(door, f"{STRANGER}{number}", minutes=number)
    assert door(OFFICE, minutes=5)
    assert not door(HOME, minutes=5)


def test_a_place_where_the_owner_came_in_is_closed_by_its_own_guesses_only(door):
    assert door(OFFICE)
    guess(door, OFFICE)
    assert not door(OFFICE)
    assert door(HOME)
    assert door(OFFICE, minutes=15)


def test_the_delay_for_strange_places_grows_with_every_ten_up_to_a_quarter(door, sessions):
    delays = []
    for number in range(7):
        guess(door, f"{STRANGER}{number}")
        with sessions() as session:
            until = session.scalar(select(User.locked_until).where(User.login == "officer"))
        delays.append((until - NOW).seconds // 60)
    assert delays == [1, 2, 4, 8, 15, 15, 15]


def test_an_owner_who_comes_in_does_not_open_the_door_for_who_is_guessing(door):
    assert door(OFFICE)
    guess(door, STRANGER)
    assert door(OFFICE)
    assert not door(HOME)
    assert door(HOME, minutes=1)


def test_a_place_is_forgotten_when_its_owner_stays_away(door):
    assert door(OFFICE)
    guess(door, STRANGER, days=90)
    assert not door(OFFICE, days=90)


def test_an_address_is_kept_as_a_mark_only(door, sessions):
    door(OFFICE)
    door(STRANGER, "wrong")
    with sessions() as session:
        marks = session.scalars(select(DoorCount.place)).all()
    assert len(set(marks)) == 2
    assert all(len(mark) == 64 and OFFICE not in mark for mark in marks)
