"""Conditions belong to a grant with conditions, and are numbered on."""

from datetime import date
from types import SimpleNamespace

import pytest

from bureau.errors import Invalid
from bureau.operations._conditions import CONDITIONAL, Wanted, begin, conditions_from, holding
from bureau.rules.events import EventKind
from bureau.rules.tables import Texts

CASE, DAY = SimpleNamespace(id=None), date(2026, 4, 1)
STANDINGS = ("open", "met", "waiting")
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


def test_the_old_hold_until_the_new_decision_is_made_known():
    old, met, new = (SimpleNamespace(number=1, status=one, ended_on=None) for one in STANDINGS)
    assert holding([old, met, new]) == [new]
    first, second = (SimpleNamespace(conditions=rows) for rows in ([old, met], [new]))
    told = []
    work = SimpleNamespace(record=lambda kind, row, **facts: told.append((kind, row, facts)))
    begin(work, [first], second, DAY)
    assert [row.status for row in (old, met, new)] == ["ended", "met", "open"]
    assert (old.ended_on, met.ended_on) == (DAY, None)
    assert told == [(EventKind.CONDITION_ENDED, old, {"number": 1, "on": "2026-04-01"})]
    assert holding([old, met, new]) == [met, new]
