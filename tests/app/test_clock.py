"""The moment of the house: the real one, or the fixed one of a demonstration."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.clock import insist_honest, moment, now
from bureau import founding
from bureau.errors import NotAllowed
from bureau.rules.vocabulary import Role
from config import Config
from tests.conftest import NOW


def test_a_demonstration_stands_still(app):
    with app.app_context():
        assert now() == NOW
        assert now() == now()


def test_otherwise_it_is_the_real_moment_in_utc():
    settings = Config(home=Path(), database_url="sqlite:///", queue_url="sqlite:///")
    before = datetime.now(UTC)
    found = moment(settings)
    assert before <= found <= datetime.now(UTC)
    assert found.utcoffset() == timedelta(0)


def test_the_clock_of_a_real_house_is_not_set(sessions):
    fixed = Config(home=Path(), database_url="sqlite:///", queue_url="sqlite:///", now=NOW)
    free = Config(home=Path(), database_url="sqlite:///", queue_url="sqlite:///")
    founding.found(sessions, "havermonde", "admin", "A", [Role.ADMIN], None, NOW)
    insist_honest(free, sessions)
    with pytest.raises(NotAllowed) as refusal:
        insist_honest(fixed, sessions)
    assert refusal.value.where == {"setting": "BUREAU_NOW"}
