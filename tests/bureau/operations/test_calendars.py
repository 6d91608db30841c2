"""Calendar addresses: one's own, few, revocable."""

from datetime import timedelta

import pytest

from bureau.errors import NotAllowed, NotFound
from bureau.operations import calendars
from bureau.reading import calendar_reader
from tests.bureau.operations.road import ON_SQLITE
from tests.conftest import NOW

pytestmark = ON_SQLITE


def test_one_sees_and_takes_back_only_ones_own(work_of, actors):
    with work_of(actors.officer) as work:
        assert len(calendars.issue_feed(work)) == 43
        [line] = calendars.list_feeds(work)
    with work_of(actors.second) as work:
        assert calendars.list_feeds(work) == ()
        with pytest.raises(NotFound):
            calendars.revoke_feed(work, line.id)
    with work_of(actors.officer) as work:
        calendars.revoke_feed(work, line.id)
        [line] = calendars.list_feeds(work)
        assert line.revoked_at


def test_there_are_at_most_five(work_of, actors):
    with work_of(actors.officer) as work:
        for _ in range(calendars.MOST_LIVE):
            calendars.issue_feed(work)
        with pytest.raises(NotAllowed):
            calendars.issue_feed(work)


def test_only_running_terms_of_ones_own_cases_are_in_it(road):
    with road.by("officer", "03-09") as work:
        [entry] = calendars.read_feed(work)
        assert (entry.reference, entry.due.isoformat()) == (road.reference, "2026-04-28")
    with road.by("outsider", "03-09") as work:
        assert calendars.read_feed(work) == ()


def test_an_address_that_ended_is_not_revived_without_the_password(work_of, actors, sessions):
    with work_of(actors.officer, NOW) as work:
        secret = calendars.issue_feed(work)
        [line] = calendars.list_feeds(work)
    late = NOW + timedelta(days=181)
    assert calendar_reader(sessions, secret, late) is None
    with work_of(actors.officer, late) as work:
        assert calendars.list_feeds(work)[0].over
        with pytest.raises(NotAllowed):
            calendars.renew_feed(work, line.id)


def test_an_address_ends_and_is_renewed_until_it_is_taken_back(work_of, actors, sessions):
    with work_of(actors.officer, NOW) as work:
        secret = calendars.issue_feed(work)
        [line] = calendars.list_feeds(work)
    near, late = NOW + timedelta(days=179), NOW + timedelta(days=181)
    with work_of(actors.second, near) as work, pytest.raises(NotFound):
        calendars.renew_feed(work, line.id)
    with work_of(actors.officer, near) as work:
        assert calendars.renew_feed(work, line.id) > line.ends_on
    assert calendar_reader(sessions, secret, late)
    with work_of(actors.officer, late) as work:
        calendars.revoke_feed(work, line.id)
        with pytest.raises(NotAllowed):
            calendars.renew_feed(work, line.id)
