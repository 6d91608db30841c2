from datetime import date

import pytest

from bureau.rules.deadlines import Unit, deadlines, limit, penalty, usual_end

DAY = date(2026, 11, 20)


def test_an_advice_is_usable_longer_since_august_2020():
    assert deadlines().row("DL16", date(2020, 7, 31)).length == 2
    assert deadlines().row("DL16", date(2020, 8, 1)).length == 5


@pytest.mark.parametrize("row", deadlines().rows, ids=lambda row: row.code)
def test_a_term_without_a_length_is_chosen(row):
    assert row.length is not None or row.chosen
    assert row.starts.nl
    assert row.rule.en


def test_no_term_of_years_falls_under_the_act_on_terms():
    assert not any(row.atw for row in deadlines() if row.unit is Unit.YEARS)


def test_the_numbers_of_the_act_on_terms():
    codes = ("ATW4-DAYS", "ATW4-WEEKS", "ATW4-MONTHS", "ATW2-OPEN", "TARGET")
    assert [limit(code, DAY).value for code in codes] == [90, 12, 3, 2, 5]


@pytest.mark.parametrize("days, euros", [(1, 23), (14, 322), (15, 357), (42, 1442), (60, 1442)])
def test_lateness_grows_dearer_and_has_a_maximum(days, euros):
    assert penalty(days, DAY).minor == euros * 100


def test_the_usual_end_of_a_term_that_the_authority_sets():
    assert usual_end("DL03", date(2026, 3, 10)) == date(2026, 3, 24)
    assert usual_end("DL09", date(2026, 3, 10)) == date(2026, 3, 24)
