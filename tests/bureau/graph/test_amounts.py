from fractions import Fraction

import pytest

from bureau.graph.amounts import converted, in_minor, money, share


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [(2500000, "EUR", "25000.00"), (1, "EUR", "0.01"), (5, "JPY", "5"), (1234, "KWD", "1.234")],
)
def test_money_is_written_with_the_decimals_of_its_currency(minor, currency, text):
    assert money(minor, currency) == text


def test_a_threshold_in_cents_is_not_rounded():
    assert in_minor(Fraction("0.005"), "EUR") == Fraction(1, 2)


def test_a_share_of_nothing_is_nothing():
    assert share(0, 0) == "0.000000"
    assert share(2, 3) == "0.666667"


def test_conversion_goes_by_units_and_not_by_minor_units():
    assert converted(1000, "JPY", Fraction("0.006")) == 600
    assert converted(1005, "USD", Fraction("0.5")) == 502
