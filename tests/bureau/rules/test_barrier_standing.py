"""The status of a barrier over time, its review, and two assessors."""

from datetime import date

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.operations.barrier_standings import NAMES
from bureau.rules.barrier_standing import (
    NEXT,
    BarrierState,
    Weight,
    apart,
    insist_next,
    insist_review,
    overdue,
    points,
    shared,
)

DAY = date(2026, 3, 2)


def test_every_state_has_a_way_on_and_a_leap_is_refused_with_what_may():
    assert set(NEXT) == {"", *BarrierState}
    insist_next("agreed", BarrierState.IN_FORCE, NAMES)
    with pytest.raises(NotAllowed):
        insist_next("idea", BarrierState.IN_FORCE, NAMES)
    with pytest.raises(NotAllowed):
        insist_next("", BarrierState.CIRCUMVENTED, NAMES)


def test_what_stands_is_reviewed_within_two_years():
    insist_review(BarrierState.IDEA, DAY, None)
    insist_review(BarrierState.IN_FORCE, DAY, date(2027, 3, 2))
    for review in (None, DAY, date(2029, 3, 2)):
        with pytest.raises(Invalid):
            insist_review(BarrierState.IN_FORCE, DAY, review)
    assert overdue("in_force", DAY, date(2026, 3, 3))
    assert not overdue("in_force", DAY, DAY)
    assert not overdue("ended", DAY, date(2026, 3, 3))


def test_two_different_assessors_weigh_a_barrier_and_the_newest_of_each_counts():
    one, again = Weight("A", 1, 5, DAY), Weight("A", 3, 3, date(2026, 4, 2))
    other = Weight("B", 1, 3, date(2026, 3, 9))
    assert shared([one, again]) is None
    assert shared([one, other, again]) == (other, again)
    assert apart((other, again))
    assert not apart(None)
    with pytest.raises(Invalid):
        points(6, "effort")
