from datetime import date

from bureau.rules.suspension import Suspension, stretches
from bureau.rules.term_words import explanation, stretch_remarks

ASKED = date(2026, 3, 10)


def held(*given, today=None):
    return stretches("DL01", given, today)


def test_a_single_day_is_told_as_one():
    one = held(Suspension("SUS1", ASKED, date(2026, 3, 12)))
    (row,) = explanation(one, one[0].days(), None)
    assert row.text.en == (
        "Supplement asked: on 11 March 2026 the term stands still for one day (Awb 4:15(1)(a))."
    )


def test_days_that_move_nothing_are_said_to_move_nothing():
    two = held(
        Suspension("SUS3", ASKED, date(2026, 3, 14)), Suspension("SUS7", ASKED, date(2026, 3, 15))
    )
    rows = explanation(two, two[1].days(), None)
    assert [row.counted for row in rows] == [5, 1]
    assert "5 days do not move the end" in rows[1].text.en


def test_a_running_stretch_says_up_to_when_it_was_counted():
    today = date(2026, 3, 20)
    running = held(Suspension("SUS5", ASKED), today=today)
    (row,) = explanation(running, running[0].days(), today)
    assert row.text.nl.endswith("er is geteld tot en met 20 maart 2026.")


def test_an_empty_stretch_is_a_remark_and_no_row():
    empty = held(Suspension("SUS1", ASKED, ASKED))
    assert explanation(empty, frozenset(), None) == ()
    (remark,) = stretch_remarks(empty)
    assert "no day between the two events" in remark.text.en
