"""Calendar addresses: one's own, few, revocable."""

import pytest

from bureau.errors import NotAllowed, NotFound
from bureau.operations import calendars
from tests.bureau.operations.road import ON_SQLITE

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
