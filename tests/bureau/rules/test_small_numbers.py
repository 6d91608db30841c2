"""No count below five is told, and none follows from the others and the total."""

from itertools import product

import pytest

from bureau.rules.small_numbers import FEWEST, told, total


def test_small_counts_are_kept_back_with_a_companion():
    assert told([9, 7, 2]) == (9, None, None)
    assert told([9, 0, 7]) == (9, None, None)
    assert told([9, 7]) == (9, 7)
    assert told([3]) == (None,)
    assert (total([9, 7, 2]), total([9, 7]), total([3])) == (18, 16, None)


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_what_is_kept_back_never_follows_from_what_is_told(size):
    for counts in product(range(8), repeat=size):
        shown, sum_ = told(counts), total(counts)
        assert all(each is None or each >= FEWEST for each in shown)
        hidden = shown.count(None)
        if sum_ is not None and hidden:
            assert hidden > 1
            assert sum_ - sum(each for each in shown if each is not None) >= FEWEST
