"""Conditions belong to a grant with conditions, and are numbered on."""

from datetime import date
from types import SimpleNamespace

import pytest

from bureau.errors import Invalid
from bureau.operations._conditions import conditions_from

CASE, DAY = SimpleNamespace(id=None), date(2026, 4, 1)
ONE = [("accounts are handed in", date(2026, 12, 1))]


def test_they_are_numbered_after_those_there_are():
    [row] = conditions_from(CASE, "grant_with_conditions", ONE, DAY, after=2)
    assert (row.number, row.text) == (3, "accounts are handed in")


@pytest.mark.parametrize(
    ("outcome", "given"), [("refuse", ONE), ("grant_with_conditions", []), ("grant", ONE)]
)
def test_other_outcomes_have_none_and_this_one_has_some(outcome, given):
    with pytest.raises(Invalid):
        conditions_from(CASE, outcome, given, DAY)


def test_a_check_before_the_decision_is_refused():
    with pytest.raises(Invalid):
        conditions_from(CASE, "grant_with_conditions", [("x", date(2026, 3, 1))], DAY)
