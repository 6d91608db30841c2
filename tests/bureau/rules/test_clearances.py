"""What must hold before an account of a partner opens."""

from datetime import date

import pytest

from bureau.errors import NotFound
from bureau.rules.clearances import clearances, lacking, last_day, needed

DAY = date(2026, 3, 2)
ALL = ("screening", "training", "secrecy")


@pytest.mark.parametrize("kind", ["POLICE", "OM", "TAX", "CUSTOMS", "PORT", "NGO"])
def test_people_of_a_partner_show_screening_training_and_secrecy(kind):
    assert tuple(row.code for row in needed(kind, DAY)) == ALL


@pytest.mark.parametrize("kind", ["MUN_MAYOR", "MUN_COLLEGE"])
def test_people_of_the_house_are_not_asked_here(kind):
    assert needed(kind, DAY) == ()


def test_only_what_does_not_hold_is_lacking():
    assert lacking("POLICE", ["screening", "secrecy"], DAY) == ("training",)
    assert lacking("POLICE", ALL, DAY) == ()
    assert lacking("MUN_MAYOR", [], DAY) == ()


def test_each_holds_for_the_days_of_its_row_which_cites_the_law():
    assert last_day("training", date(2026, 1, 1)) == date(2028, 1, 2)
    assert {row.basis for row in clearances()} == {"BGS 1.11", "BGS 1.17", "WGS 1.11"}
    assert {str(row.mark) for row in clearances()} == {"D"}
    with pytest.raises(NotFound):
        last_day("humour", DAY)
