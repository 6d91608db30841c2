"""Where the parts of this process are: its settings, its database, its limits."""

from datetime import timedelta

from app import places
from tests.walls import visiting


def test_the_parts_are_those_of_this_house(app, home):
    with app.app_context():
        assert places.settings().home == home
        assert places.sessions() is app.extensions["sessions"]


def test_a_sign_in_lasts_as_long_as_the_settings_say(home):
    made = visiting.open_house(home, idle_minutes=5, session_hours=2)
    with made.app_context():
        limits = places.limits()
    visiting.close_house(made)
    assert (limits.idle, limits.longest) == (timedelta(minutes=5), timedelta(hours=2))


def test_a_house_is_ready_when_each_part_answers(app, home):
    with app.app_context():
        assert places.ready() == {"database": True, "queue": True, "keys": True}
        (home / "keys" / "seal.key").unlink()
        assert places.ready() == {"database": True, "queue": True, "keys": False}


def test_a_queue_that_cannot_be_opened_does_not_answer(home):
    for address in (f"sqlite:///{home / 'nowhere' / 'queue.db'}", "mysql://queue"):
        made = visiting.open_house(home, queue_url=address)
        with made.app_context():
            assert places.ready()["queue"] is False
        visiting.close_house(made)
