"""The moment of the house: the real one, or the fixed one of a demonstration."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.clock import moment, now
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
