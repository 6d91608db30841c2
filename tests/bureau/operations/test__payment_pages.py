"""The time of a payment, there and back."""

import pytest

from bureau.operations._payment_pages import clock, second_of_day


@pytest.mark.parametrize("text", ["", "00:00:00", "14:05:30", "23:59:59"])
def test_a_time_survives(text):
    assert clock(second_of_day(text)) == text


def test_minutes_will_do():
    assert second_of_day("14:05") == 14 * 3600 + 5 * 60
