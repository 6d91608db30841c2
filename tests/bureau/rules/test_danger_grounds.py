"""The grounds of danger and what weighs in each."""

from datetime import date

from bureau.rules.danger_grounds import grounds

TODAY = date(2026, 11, 20)


def test_the_grounds_name_their_factors():
    assert grounds().codes() == ("GA", "GB", "G6", "GX")
    assert all(row.factors for row in grounds())
    assert "keep" in grounds().row("G6", TODAY).name.en
