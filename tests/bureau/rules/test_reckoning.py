"""Numbers over many cases."""

from bureau.rules.reckoning import Days, days, tally


def test_the_median_and_the_longest():
    assert days([3, 1, 10]) == Days(3, 3, 10)
    assert days([1, 2]) == Days(2, 1.5, 2)
    assert days([]) is None


def test_a_tally_stands_in_the_order_of_the_words():
    assert tally(["b", "a", "b"]) == (("a", 1), ("b", 2))
