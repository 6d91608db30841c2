"""One term on a day, computed or fixed by a letter."""

from datetime import date

from bureau.operations import _clock
from bureau.rules.clock import ClockState
from bureau.rules.terms import TermRequest


def test_a_letter_fixes_its_own_day():
    clock = _clock.fixed("DL09", date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 10), None)
    assert (clock.state, clock.due, clock.days_left) == (ClockState.RUNNING, date(2026, 3, 16), 6)
    assert clock.target == date(2026, 3, 9)
    assert "16 March 2026" in clock.words.en


def test_a_letter_that_came_late_says_so():
    clock = _clock.fixed(
        "DL02", date(2026, 3, 2), date(2026, 3, 16), date(2026, 4, 1), date(2026, 3, 20)
    )
    assert (clock.state, clock.open) == (ClockState.STOPPED, False)
    assert clock.days_left == -4
    late = _clock.fixed("DL02", date(2026, 3, 2), date(2026, 3, 16), date(2026, 4, 1), None)
    assert late.state is ClockState.OVERDUE


def test_a_target_never_lies_before_the_start():
    clock = _clock.fixed("DL10", date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 2), None)
    assert clock.target == date(2026, 3, 2)


def test_a_term_of_somebody_else_simply_ends():
    request = TermRequest("DL11", date(2026, 4, 13), today=date(2026, 7, 1))
    assert _clock.lapsing(request, None).state is ClockState.STOPPED
    running = TermRequest("DL11", date(2026, 4, 13), today=date(2026, 5, 1))
    assert _clock.lapsing(running, None).state is ClockState.RUNNING


def test_a_clock_is_told_with_its_reckoning():
    told = _clock.computed(
        TermRequest("DL01", date(2026, 3, 2), today=date(2026, 3, 9)), None
    ).plain("nl")
    assert (told["term"], told["raw"], told["due"]) == ("DL01", "2026-04-27", "2026-04-28")
    assert told["explanation"] == []
