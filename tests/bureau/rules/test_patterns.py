from datetime import date
from decimal import Decimal

import pytest

from bureau.errors import Invalid, NotFound
from bureau.graph.patterns import PATTERNS
from bureau.rules.patterns import Seen, pattern, patterns

DAY = date(2026, 11, 20)


def test_every_pattern_of_the_catalogue_can_be_run_and_the_other_way_about():
    assert patterns().codes() == tuple(sorted(PATTERNS))
    assert [row.id for row in patterns()] == sorted(PATTERNS)


@pytest.mark.parametrize("row", patterns().rows, ids=lambda row: row.code)
def test_every_number_stands_within_what_the_search_takes(row):
    taken = PATTERNS[row.code].parameters
    assert {item.name for item in row.parameters} == set(taken)
    for item in row.parameters:
        rule = taken[item.name]
        assert Decimal(rule.least) <= item.default <= Decimal(rule.most)
        assert not rule.whole or item.default == int(item.default)


def test_where_somebody_may_be_used_the_victim_check_goes_first():
    checked = {row.code for row in patterns() if row.victim_check}
    assert {"UB-13", "UB-24", "UB-30"} <= checked


def test_a_behaviour_known_from_memory_says_so():
    told = {row.code for row in patterns() if row.seen is Seen.MEMORY}
    assert {"UB-22", "UB-27", "UB-28"} <= told


@pytest.mark.parametrize("row", patterns().rows, ids=lambda row: row.code)
def test_every_pattern_explains_itself_and_what_may_be_innocent(row):
    assert len(row.innocents) >= 3
    assert len({item.code for item in row.innocents}) == len(row.innocents)
    assert all(item.reason.nl and item.reason.en for item in row.parameters)
    assert row.formal
    assert set(row.phases) <= {0, 1, 2, 3}


def test_parameters_can_be_set():
    found = pattern("UB-03", DAY).with_set({"N_days": "7", "tol": "0.05"})
    assert found["N_days"] == 7
    assert found["tol"] == Decimal("0.05")
    assert found["k_max"] == 5


@pytest.mark.parametrize(
    "name, text",
    [
        ("strange", "1"),
        ("N_days", "soon"),
        ("N_days", "0"),
        ("N_days", "-3"),
        ("N_days", "1.5"),
        ("tol", "1.5"),
        ("tol", "NaN"),
        ("amin_eur", "1e30"),
    ],
)
def test_what_cannot_be_is_refused(name, text):
    with pytest.raises(Invalid) as refused:
        pattern("UB-03", DAY).with_set({name: text})
    assert refused.value.where == {"path": f"UB-03.{name}"}


def test_a_jump_may_be_more_than_double():
    assert pattern("UB-38", DAY).with_set({"j": "1.5"})["j"] == Decimal("1.5")


def test_an_unknown_pattern_is_not_found():
    with pytest.raises(NotFound):
        pattern("UB-99", DAY)
