"""A notice has a ground of its kind and track, and a recall says what becomes of the copies."""

from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.rules.notices import NoticeKind, choices, duties, ground, grounds
from bureau.rules.vocabulary import Track

DAY = date(2026, 3, 2)


@pytest.mark.parametrize("track", [Track.CRIMINAL, Track.ADMINISTRATIVE])
def test_a_correction_rests_on_the_duty_to_tell_recipients(track):
    assert [row.basis for row in grounds(NoticeKind.CORRECTION, track, DAY)] == ["AVG 16, 19"]


def test_of_a_plan_for_support_nothing_is_told_by_a_notice():
    assert [grounds(kind, Track.VICTIM, DAY) for kind in NoticeKind] == [(), ()]
    with pytest.raises(Invalid, match="no ground for such a notice"):
        ground(NoticeKind.RECALL, Track.VICTIM, "INCORRECT", DAY)


def test_every_recall_asks_to_stop_and_to_tell_and_one_thing_to_do_with_the_copies():
    assert [row.code for row in choices(DAY)] == ["DESTROY", "RETURN"]
    assert [row.code for row in duties("RETURN", DAY)] == ["STOP", "RETURN", "PASSED"]
    with pytest.raises(Invalid, match="what becomes of the copies"):
        duties("STOP", DAY)
