"""A level suffices, and those above it; a value that no row knows tells no level."""

from datetime import date

import pytest

from bureau.errors import Invalid, NotFound
from bureau.rules.assurance_levels import insist_known, level_of, sufficing

TODAY = date(2026, 3, 2)
LOA = "urn:etoegang:core:assurance-class:loa"


def test_a_level_suffices_and_those_above_it():
    assert [row.code for row in sufficing("substantial", TODAY)] == ["substantial", "high"]


def test_a_level_says_whether_two_factors_are_shown():
    found = {row.code: row.second_factor for row in sufficing("low", TODAY)}
    assert found == {"low": False, "substantial": True, "high": True}


def test_a_house_starts_with_no_level_or_one_that_is_there():
    insist_known("")
    insist_known("low")
    with pytest.raises(Invalid, match="BUREAU_OIDC_ACR") as refusal:
        insist_known("Substantial")
    assert "low, substantial, high" in refusal.value.hint


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (f"{LOA}3", "substantial"),
        (f"{LOA}4", "high"),
        ("http://eidas.europa.eu/LoA/high", "high"),
        (f"{LOA}2plus", None),
        ("http://eidas.europa.eu/LoA/low", None),
        ("substantial", None),
        ("", None),
    ],
)
def test_a_value_tells_its_level_where_that_suffices(value, told):
    found = level_of(value, "substantial", TODAY)
    assert (found.code if found else None) == told


def test_a_house_that_asks_an_unknown_level_is_told():
    with pytest.raises(NotFound):
        sufficing("very high", TODAY)
