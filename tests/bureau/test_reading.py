"""Whose calendar a secret opens."""

from bureau.operations import calendars
from bureau.reading import calendar_reader
from tests.bureau.operations.road import ON_SQLITE
from tests.conftest import NOW

pytestmark = ON_SQLITE


def test_a_secret_opens_the_calendar_of_its_owner_until_it_is_taken_back(work_of, actors, sessions):
    with work_of(actors.officer) as work:
        secret = calendars.issue_feed(work)
        [line] = calendars.list_feeds(work)
    assert calendar_reader(sessions, secret, NOW).login == "officer"
    assert calendar_reader(sessions, "x" * 43, NOW) is None
    with work_of(actors.officer) as work:
        calendars.revoke_feed(work, line.id)
    assert calendar_reader(sessions, secret, NOW) is None
