"""The clocks of a dispute, each from the day before it."""

import pytest

from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_each_term_starts_where_the_step_before_it_ended(road):
    """Worked example P, with a committee and without."""
    road.to_decision().decide(day="04-13")
    road.make_known("04-13")
    assert road.clock("DL11", "04-14")["due"] == "2026-05-26"  # example N
    road.object("05-20", committee=True)
    assert road.clock("DL13", "05-21")["due"] == "2026-08-18"  # example P
    road.answer_objection("08-17")
    assert road.clock("DL14", "08-18")["due"] == "2026-09-28"


def test_no_dispute_no_clock(road):
    with pytest.raises(StopIteration):
        road.clock("DL11", "03-02")
