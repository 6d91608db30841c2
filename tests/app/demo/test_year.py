"""The older partnership case: a year that the plots of the evaluation are worth reading for."""

from itertools import pairwise

from app.demo.year import STORY, meetings
from bureau.operations import evaluations, sharing_registers
from bureau.operations import meetings as held


def test_each_month_a_meeting_was_held_and_closed(city):
    with city.work("coordinator") as work:
        found = [
            held.read_meeting(work, city.id(STORY), city.id(f"{told.key}/meeting"))
            for told in meetings()
        ]
        days = [view.meeting.held_on for view in found]
        assert {view.state.code for view in found} == {"closed"}
    assert len(days) >= 11
    assert max(b - a for a, b in pairwise(days)).days < 62


def test_requests_were_answered_with_yes_no_and_later_and_one_still_waits(city):
    with city.work("coordinator") as work:
        rows = sharing_registers.read_register(work, city.id(STORY)).requests
        assert [row.answer for row in rows].count("yes") == 4
        assert [row.answer for row in rows].count("no") == 2
        assert [row for row in rows if row.answered_on is None]
        assert [row for row in rows if row.answered_on and row.answered_on > row.due_on]


def test_each_quarter_has_a_figure_on_time_and_not_all_was_kept(city):
    with city.work("coordinator") as work:
        found = evaluations.read_evaluation(work, work.today.year)
    assert len(found.on_time) >= 3
    assert any(value < 100 for _, value in found.on_time)
    assert any(value < 100 for _, value in found.presence)
    assert all(figures for _, figures in found.health)
