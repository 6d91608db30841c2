"""The survey of partners counts and forgets: few answers and ends of the scale tell nobody's."""

from datetime import date

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.rules import survey as law
from bureau.rules.evaluation import partnership_conditions

DAY = date(2026, 3, 2)
CODES = [row.code for row in law.questions().on(DAY)]


def box(*answers):
    tally = law.empty(CODES)
    for mark in answers:
        tally = law.put_in(tally, dict.fromkeys(CODES, mark))
    return tally


def test_each_condition_is_asked_about_in_two_languages():
    rows = tuple(law.questions().on(DAY))
    assert {row.condition for row in rows} == {row.code for row in partnership_conditions()}
    assert all(row.name.nl and row.name.en for row in rows)


def test_nothing_is_told_of_fewer_than_five_answers():
    assert law.told(box(1, 2, 3, 4), DAY) == {}
    assert law.told(box(1, 2, 3, 4, 5), DAY) == dict.fromkeys(("C1", "C2", "C3", "C4", "C5"), 3.0)


def test_a_mean_at_the_end_of_the_scale_does_not_tell_what_each_one_answered():
    assert set(law.told(box(5, 5, 5, 5, 5), DAY).values()) == {4.5}
    assert set(law.told(box(5, 5, 5, 4, 4), DAY).values()) == {4.5}
    assert set(law.told(box(1, 1, 1, 1, 1), DAY).values()) == {1.5}
    assert [law.end_of(mark, DAY) for mark in (1.5, 3.0, 4.5)] == [-1, 0, 1]


def test_an_order_of_answers_leaves_no_trace_and_a_box_does_not_grow():
    assert box(1, 5, 3) == box(3, 1, 5)
    assert len(str(box())) == len(str(box(*[4] * 12)))
    assert law.counted(box(*[4] * 12)) == 12


@pytest.mark.parametrize("marks", [{}, dict.fromkeys(CODES[1:], 3), dict.fromkeys(CODES, 6)])
def test_an_answer_with_a_gap_or_another_mark_is_refused(marks):
    with pytest.raises(Invalid):
        law.put_in(box(), marks)


def test_a_round_that_could_never_tell_anything_is_refused():
    law.insist_enough(5, DAY)
    with pytest.raises(NotAllowed, match="at least 5"):
        law.insist_enough(4, DAY)
    assert law.until(DAY) == date(2026, 3, 23)
