from hypothesis import given
from hypothesis import strategies as st

from bureau.graph.windows import Candidate, Sighting, in_time, strongest, windows


def contents(times, span):
    return [tuple(times[w.first : w.stop]) for w in windows(times, span)]


def test_a_window_is_closed_on_both_sides():
    assert (0, 10) in contents([0, 10], 10)
    assert (0, 11) not in contents([0, 11], 10)


def test_moments_that_coincide_come_and_go_together():
    assert contents([5, 5, 7], 1) == [(5, 5), (7,)]


def test_nothing_has_no_windows():
    assert contents([], 5) == []


def test_a_window_tells_how_far_it_can_reach():
    assert [(w.first, w.stop, w.end) for w in windows([0, 4], 3)] == [(0, 1, 3), (1, 2, 7)]


@given(st.lists(st.integers(0, 40), max_size=10), st.integers(1, 15))
def test_the_contents_are_those_of_a_window_slid_by_hand(times, span):
    times = sorted(times)
    # Half steps: a window may also start between two whole moments.
    by_hand = {
        tuple(t for t in times if start <= 2 * t <= start + 2 * span)
        for start in range(-2 * span - 2, 2 * 40 + 2)
    } - {()}
    assert set(contents(times, span)) == by_hand


def seen(begin, end, strength):
    return Sighting(begin, end, (strength,), (begin, end))


def test_of_overlapping_windows_the_strongest_is_kept():
    kept = strongest([seen(0, 5, 1), seen(3, 9, 3), seen(9, 12, 2)])
    assert [(one.begin, one.end) for one in kept] == [(3, 9)]


def test_windows_apart_are_kept_each_in_order_of_time():
    kept = strongest([seen(6, 9, 4), seen(0, 5, 3)])
    assert [(one.begin, one.end) for one in kept] == [(0, 5), (6, 9)]


def test_candidates_stand_in_time_and_then_by_what_they_rest_on():
    rows = [
        Candidate(("a",), (name,), {}, begin, 9) for name, begin in (("z", 1), ("y", 1), ("x", 3))
    ]
    assert [one.evidence[0] for one in in_time(rows)] == ["y", "z", "x"]
