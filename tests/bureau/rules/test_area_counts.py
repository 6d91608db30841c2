"""No count of an area tells of fewer than five cases, beside a board that tells the sum."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.rules import area_counts

STEP = ("UGB", 4)


def told(own, others=(), elsewhere=0, both=0):
    """What is told of the first area, of cases that lie in it, in others, in two, in none."""
    sizes = (own, *others)
    places = {str(at): frozenset(f"{at}/{n}" for n in range(size)) for at, size in enumerate(sizes)}
    shared = frozenset(f"both/{n}" for n in range(both))
    places = {code: cases | shared for code, cases in places.items()}
    loose = frozenset(f"none/{n}" for n in range(elsewhere))
    every = loose.union(*places.values())
    return area_counts.counts({STEP: every}, places, "0")[STEP]


@pytest.mark.parametrize(
    ("own", "others", "elsewhere", "shown"),
    [
        (4, (), 20, None),  # few here
        (9, (), 4, None),  # the board would give away four elsewhere
        (9, (), 0, None),  # and that there are none
        (9, (), 5, 9),
        (9, (3,), 2, 9),  # five are left, and nobody can tell where they lie
        (9, (3,), 1, None),
        (9, (8,), 4, 9),  # the smaller one stands aside, so that four do not follow
        (8, (9,), 4, None),
        (6, (7,), 8, 6),
    ],
)
def test_a_count_is_told_only_where_nothing_small_follows_from_it(own, others, elsewhere, shown):
    assert told(own, others, elsewhere) == shown


def test_a_case_in_two_areas_counts_in_both_and_once_in_the_sum():
    assert told(4, (6,), elsewhere=9, both=2) == 6


@given(
    own=st.integers(0, 12),
    others=st.lists(st.integers(0, 12), max_size=3),
    elsewhere=st.integers(0, 12),
    both=st.integers(0, 3),
)
def test_what_is_told_and_the_rest_of_the_sum_are_never_small(own, others, elsewhere, both):
    shown = told(own, others, elsewhere, both)
    if shown is not None:
        every = own + sum(others) + elsewhere + both
        assert shown == own + both
        assert min(shown, every - shown) >= 5


def test_counts_stand_as_the_month_began():
    assert area_counts.stand(date(2026, 11, 30)) == date(2026, 11, 1)
