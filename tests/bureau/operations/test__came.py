"""Numbers over few cases, and what they would follow from, are kept back."""

from uuid import UUID

import pytest

from bureau.operations._came import Came, came

CASES = [UUID(int=number) for number in range(30)]


def over(first, last, each=1):
    """`each` leads in every case from `first` up to `last`."""
    return dict.fromkeys(CASES[first:last], each)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({}, Came(0, 0, 0, 0, None)),
        ({"new": over(0, 4)}, Came(None)),
        ({"new": over(0, 1, 500)}, Came(None)),
        ({"new": over(0, 5)}, Came(5, 0, 0, 0, None)),
        ({"explained": over(0, 4, 9), "retained": over(4, 9)}, Came(41)),
        ({"explained": over(0, 15), "retained": over(0, 5)}, Came(20, 15, 5, 0, 0.75)),
        (
            {"explained": over(0, 5), "refuted": over(0, 5), "new": over(0, 5, 2)},
            Came(20, 5, 0, 5, 0.5),
        ),
    ],
)
def test_small_numbers_and_what_they_follow_from_are_kept_back(counts, told):
    assert came(counts) == told


def test_a_number_minus_the_reader_s_own_cases_gives_no_other_case_away():
    counts = {"new": over(0, 6)}
    assert came(counts, CASES[:5]) == Came(None)
    assert came(counts, CASES[:1]).hits == 6
    assert came(counts, CASES[:6]).hits == 6


def test_neither_do_the_parts_of_a_number():
    counts = {"explained": over(0, 7), "retained": over(5, 20)}
    assert came(counts, CASES[:5]) == Came(22)
    assert came(counts, CASES[20:]) == Came(22, 7, 15, 0, 0.318)
