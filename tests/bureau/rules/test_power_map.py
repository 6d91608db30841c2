"""Subjects of the power map: kinds that exist, one that decides, and the order of the voices."""

import pytest

from bureau.rules import power_map as law
from bureau.rules.partners import partners
from bureau.rules.power_map import MapFault, PowerPlace
from tests.conftest import NOW

DAY = NOW.date()


@pytest.mark.parametrize("row", list(law.subjects()), ids=lambda row: row.code)
def test_each_subject_has_somebody_who_decides_and_names_nobody_twice(row):
    named = [*row.decides, *row.forces, *row.vetoes, *row.advises]
    assert row.decides
    assert set(named) <= set(partners().codes())
    assert len(named) == len(set(named))


def test_a_place_follows_from_the_kind_and_whom_no_row_names_is_informed():
    closure = law.subjects().row("CLOSURE_13B", DAY)
    assert closure.place("MUN_MAYOR") is PowerPlace.DECIDES
    assert closure.place("POLICE") is PowerPlace.ADVISES
    assert closure.place("PORT") is PowerPlace.INFORMED
    assert law.subjects().row("RESULT", DAY).place("TAX") is PowerPlace.VETOES


def test_the_least_power_comes_first_and_each_place_has_a_letter_of_its_own():
    assert sorted(PowerPlace, key=lambda each: each.weight)[0] is PowerPlace.NOTHING
    assert max(PowerPlace, key=lambda each: each.weight) is PowerPlace.DECIDES
    for tongue in ("nl", "en"):
        assert len({each.letter.in_(tongue) for each in PowerPlace}) == len(PowerPlace)


def test_a_subject_on_which_nobody_or_more_than_one_decides_is_pointed_out():
    advises, decides = PowerPlace.ADVISES, PowerPlace.DECIDES
    assert law.faults([advises, decides]) == ()
    assert law.faults([advises, advises]) == (MapFault.NOBODY,)
    assert law.faults([decides, decides]) == (MapFault.SEVERAL,)
    assert law.faults([advises, None]) == (MapFault.OPEN,)
    assert law.known("POEM", DAY) is None
