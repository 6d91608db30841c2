from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.rules.clock import ClockState, clock, what_if
from bureau.rules.suspension import Suspension
from bureau.rules.terms import TermRequest

MARCH = date(2026, 3, 2)


def on(today, *suspensions):
    return TermRequest("DL01", MARCH, 8, suspensions, today=today)


def test_a_running_term_counts_down_to_its_end():
    found = clock(on(date(2026, 4, 20)))
    assert (found.state, found.days_left) == (ClockState.RUNNING, 8)
    assert (found.raw, found.due) == (date(2026, 4, 27), date(2026, 4, 28))
    assert found.target == date(2026, 4, 20)
    assert "8 dagen" in found.words.nl


def test_a_standing_term_says_so():
    found = clock(on(date(2026, 3, 20), Suspension("SUS1", date(2026, 3, 10))))
    assert found.state is ClockState.SUSPENDED
    assert "stands still" in found.words.en


def test_a_late_term_says_by_how_much():
    found = clock(on(date(2026, 5, 1)))
    assert (found.state, found.days_left) == (ClockState.OVERDUE, -3)
    assert found.words.en == "Overdue by 3 days; the end was 28 April 2026."


@pytest.mark.parametrize(
    "finished, words",
    [
        (date(2026, 4, 1), "Stopped on 1 April 2026; the end was 28 April 2026."),
        (date(2026, 4, 30), "Stopped on 30 April 2026, 2 days after the end of 28 April 2026."),
    ],
)
def test_a_stopped_term_says_whether_it_was_in_time(finished, words):
    found = clock(on(date(2026, 6, 1)), finished)
    assert (found.state, found.words.en) == (ClockState.STOPPED, words)


def test_a_clock_needs_today():
    with pytest.raises(Invalid):
        clock(TermRequest("DL01", MARCH))


def test_what_if_an_advice_comes_back_after_some_weeks():
    request = on(date(2026, 4, 7))
    assert what_if(request, date(2026, 4, 7), 6).suspended_days == 43
    assert what_if(request, date(2026, 4, 7), 30).suspended_days == 84
