"""Handling codes keep what was given for one case inside it."""

from datetime import date

from bureau.rules.handling import USUAL, handling_codes, travels

DAY = date(2026, 3, 2)


def test_only_what_is_free_leaves_the_house_without_asking():
    assert [code for code in handling_codes().codes() if travels(code, DAY)] == [USUAL]
    assert not travels("H9", DAY)
