from datetime import date

import pytest

from bureau.errors import Invalid, NotFound, TooLarge
from bureau.rules.suspension import (
    Suspension,
    cap_days,
    pushed,
    stretches,
    suspension_rules,
)

ASKED, BACK = date(2026, 3, 10), date(2026, 3, 24)


@pytest.mark.parametrize(
    "rule, days",
    [("SUS1", 13), ("SUS2", 13), ("SUS3", 15), ("SUS4", 15), ("SUS5", 15), ("SUS7", 15)],
)
def test_each_cause_counts_in_its_own_way(rule, days):
    (stretch,) = stretches("DL01", [Suspension(rule, ASKED, BACK)], None)
    assert stretch.length() == len(stretch.days()) == days
    assert stretch.rule.basis


def test_a_question_of_the_bureau_suspends_its_advice_until_the_day_before_the_answer():
    (stretch,) = stretches("DL06", [Suspension("SUS6", ASKED, BACK)], None)
    assert (stretch.first, stretch.last) == (ASKED, date(2026, 3, 23))


def test_an_answer_on_the_same_day_suspends_nothing():
    (stretch,) = stretches("DL01", [Suspension("SUS1", ASKED, ASKED)], None)
    assert stretch.days() == frozenset()
    assert stretch.length() == 0


def test_an_unanswered_request_stops_at_the_end_of_its_term():
    asked = Suspension("SUS1", ASKED, None, term_end=BACK)
    (running,) = stretches("DL01", [asked], date(2026, 3, 15))
    (lapsed,) = stretches("DL01", [asked], date(2026, 6, 1))
    assert running.last == date(2026, 3, 14)
    assert lapsed.last == date(2026, 3, 23)


@pytest.mark.parametrize("extended, days", [(False, 56), (True, 84)])
def test_an_advice_suspends_no_longer_than_its_maximum(extended, days):
    late = Suspension("SUS5", date(2026, 4, 7), date(2026, 12, 1), extended)
    (stretch,) = stretches("DL01", [late], None)
    assert stretch.length() == days == cap_days(late.start, extended=extended)
    assert stretch.capped


def test_a_question_of_the_bureau_lengthens_that_maximum():
    advice = Suspension("SUS5", date(2026, 4, 7), date(2026, 12, 1), extended=True)
    question = Suspension("SUS6", date(2026, 5, 1), date(2026, 5, 11))
    (stretch,) = stretches("DL01", [advice, question], None)
    assert stretch.length() == 94


def test_a_running_suspension_is_counted_up_to_today():
    (stretch,) = stretches("DL01", [Suspension("SUS5", ASKED)], date(2026, 3, 20))
    assert (stretch.last, stretch.running) == (date(2026, 3, 20), True)


def test_what_does_not_suspend_this_term_is_refused():
    with pytest.raises(Invalid, match="SUS1 does not suspend DL06"):
        stretches("DL06", [Suspension("SUS1", ASKED, BACK)], None)
    with pytest.raises(Invalid):
        stretches("DL01", [Suspension("SUS6", ASKED, BACK)], None)
    with pytest.raises(NotFound):
        stretches("DL01", [Suspension("SUS9", ASKED, BACK)], None)


@pytest.mark.parametrize(
    "given, today, error",
    [
        (Suspension("SUS1", BACK, ASKED), None, Invalid),
        (Suspension("SUS1", ASKED), None, Invalid),
        (Suspension("SUS3", ASKED, date(2046, 1, 1)), None, TooLarge),
    ],
)
def test_unusable_dates_are_refused(given, today, error):
    with pytest.raises(error):
        stretches("DL01", [given], today)


def test_only_days_up_to_the_moving_end_push_it():
    start, end = date(2026, 3, 2), date(2026, 3, 5)
    days = {date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 20)}
    moved, counted = pushed(start, end, frozenset(days))
    assert moved == date(2026, 3, 7)
    assert counted == {date(2026, 3, 5), date(2026, 3, 6)}


def test_every_rule_names_terms_that_exist():
    from bureau.rules.deadlines import deadlines

    named = {code for row in suspension_rules() for code in (*row.suspends, row.cap) if code}
    assert named <= set(deadlines().codes())
