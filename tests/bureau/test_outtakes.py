"""What leaves with a person stops at the quota, and one colleague lifts that once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bureau.errors import NotAllowed
from bureau.rules.events import EventKind
from tests.bureau.operations.taking_out import MOST, small, takes
from tests.conftest import NOW

__all__ = ["small"]

pytestmark = pytest.mark.usefixtures("small")

LATER = NOW + timedelta(hours=25)


def test_the_next_one_is_refused_with_when_it_opens_and_the_road(work_of, actors, trail):
    takes(work_of, actors.officer, MOST)
    assert [row.facts.get("quota") for row in trail()] == [None, None, "full"]
    with pytest.raises(NotAllowed) as refused:
        takes(work_of, actors.officer)
    assert refused.value.where["guard"] == "export_quota"
    assert "2026-03-03" in refused.value.hint
    assert "Your account" in refused.value.hint
    assert trail()[-1].kind == EventKind.WORK_REFUSED


def test_what_is_read_and_what_others_or_the_room_take_does_not_count(work_of, actors):
    takes(work_of, actors.officer, MOST)
    takes(work_of, actors.officer, 5, kind=EventKind.NETWORK_READ)
    takes(work_of, actors.second, MOST)
    takes(work_of, actors.officer, MOST, kind=EventKind.COPY_TAKEN)


def test_there_is_room_again_after_a_day_and_none_after_a_week_of_full_days(work_of, actors):
    takes(work_of, actors.officer, MOST)
    takes(work_of, actors.officer, MOST, LATER)
    with pytest.raises(NotAllowed) as refused:
        takes(work_of, actors.officer, 1, LATER + timedelta(hours=25))
    assert refused.value.params["number"] == 2 * MOST


def test_several_in_one_piece_of_work_count_too(work_of, actors, trail):
    def at_once():
        with work_of(actors.officer) as work:
            for _ in range(MOST + 1):
                work.record(EventKind.NETWORK_EXPORTED, "overview:*")

    with pytest.raises(NotAllowed):
        at_once()
    assert [row.kind for row in trail()] == [EventKind.WORK_REFUSED]


def test_of_two_at_the_last_place_one_goes_out(work_of, actors):
    takes(work_of, actors.officer, MOST - 1)

    def tried(_):
        try:
            takes(work_of, actors.officer)
        except NotAllowed:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(tried, range(4))) == [False, False, False, True]
