"""An acquisition is flagged by the window of the law; where its date is vague nobody guesses."""

from datetime import date

import pytest

from bureau.rules.confiscation import WINDOW, windows, within

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("acquired", "told"),
    [
        ("2025-03-14", True),
        ("2020-11-20", True),
        ("2020-11-19", False),
        ("2020-12", True),
        ("2020-11", None),
        ("2020", None),
        ("2019", False),
        ("", None),
    ],
)
def test_six_years_back_from_the_day_of_the_dossier(acquired, told):
    assert within(acquired, DAY) is told


def test_the_number_is_a_row_with_its_article():
    row = windows().row(WINDOW, DAY)
    assert (row.years, row.basis) == (6, "Sr 36e(3)")
