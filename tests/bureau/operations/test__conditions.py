"""Conditions belong to a grant with conditions, and are numbered on."""

from datetime import date
from types import SimpleNamespace

import pytest

from bureau.errors import Invalid
from bureau.operations._conditions import CONDITIONAL, Wanted, conditions_from
from bureau.rules.tables import Texts

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


def test_one_of_the_library_brings_what_shows_that_it_is_kept():
    line = SimpleNamespace(evidence=Texts("bewijs", "proof"), again=180)
    wanted = [Wanted("accounts are handed in", date(2026, 12, 1), "C-ACCOUNTS")]
    [row] = conditions_from(CASE, CONDITIONAL, wanted, DAY, library={"C-ACCOUNTS": line})
    assert (row.code, row.evidence, row.again) == ("C-ACCOUNTS", "bewijs", 180)
    with pytest.raises(Invalid):
        conditions_from(CASE, CONDITIONAL, wanted, DAY, library={})


def test_what_is_not_filled_in_is_refused():
    with pytest.raises(Invalid) as refusal:
        conditions_from(CASE, CONDITIONAL, [("paid from [number]", DAY)], DAY)
    assert refusal.value.params["parts"] == "[number]"


def test_a_check_before_the_decision_is_refused():
    with pytest.raises(Invalid):
        conditions_from(CASE, "grant_with_conditions", [("x", date(2026, 3, 1))], DAY)
