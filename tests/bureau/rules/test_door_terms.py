"""How long something at the door lasts."""

from datetime import date, timedelta

import pytest

from bureau.errors import NotFound
from bureau.rules.door_terms import door_terms, lasting

DAY = date(2026, 3, 2)


def test_each_lasts_its_minutes_and_only_a_first_password_more_than_an_hour():
    assert lasting("second_step", DAY) == timedelta(minutes=5)
    assert lasting("first_password", DAY) == timedelta(days=3)
    assert all(0 < row.minutes <= 60 for row in door_terms() if row.code != "first_password")
    with pytest.raises(NotFound):
        lasting("bell", DAY)
