"""Whoever comes in is told what was tried meanwhile, and a closed door stands in the trail."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau import entry
from bureau.doorway import Limits
from bureau.model import User
from bureau.trust import passwords
from bureau.trust.latch import LOCKED_FOR, MOST_FAILURES
from tests.conftest import NOW

LIMITS = Limits(idle=timedelta(minutes=30), longest=timedelta(hours=10))
PASSWORD = "a quay with seven cranes"


@pytest.fixture
def knock(sessions, actors):
    """Try the officer's door; who came in."""
    with sessions.begin() as session:
        user = session.scalar(select(User).where(User.login == "officer"))
        user.password_hash = passwords.hash_of(PASSWORD)

    def knocked(password=PASSWORD, now=NOW, login="officer"):
        secret = entry.sign_in(sessions, login, password, now, LIMITS, "192.0.2.7")
        return entry.visitor(sessions, secret, now, LIMITS) if secret else None

    return knocked


def test_whoever_comes_in_is_told_how_often_a_wrong_password_was_tried(knock):
    assert knock().tried == 0
    for _ in range(3):
        assert knock("wrong") is None
    assert knock("wrong", login="second") is None
    assert knock().tried == 3
    assert knock().tried == 0


def test_a_door_that_closes_stands_in_the_trail_once(knock, trail):
    for _ in range(MOST_FAILURES + 2):
        knock("wrong")
    kinds = [event.kind for event in trail()]
    assert kinds.count("door.closed") == 1
    assert kinds.count("session.failed") == MOST_FAILURES + 2
    assert knock() is None
    assert knock(now=NOW + LOCKED_FOR).tried == MOST_FAILURES + 3
