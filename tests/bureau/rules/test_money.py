import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.errors import Invalid
from bureau.rules.money import Money, decimals, parse, total, typed


@pytest.mark.parametrize(
    "text, currency, minor",
    [
        ("1234.50", "EUR", 123450),
        ("-0.05", "EUR", -5),
        ("7", "EUR", 700),
        ("7.5", "EUR", 750),
        ("12", "JPY", 12),
        ("1.234", "KWD", 1234),
    ],
)
def test_decimal_strings_become_minor_units(text, currency, minor):
    assert parse(text, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    "text", ["", "1,50", "1.234.5", "1.234", "€5", "1e3", "+1", " 1", ".5", "1."]
)
def test_other_writing_is_refused(text):
    with pytest.raises(Invalid):
        parse(text)


@pytest.mark.parametrize("code", ["eur", "EURO", "", "E1R"])
def test_a_currency_has_three_capitals(code):
    with pytest.raises(Invalid):
        decimals(code)


@settings(deadline=None)
@given(st.integers(-(10**14), 10**14), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_an_amount_survives_the_edge(minor, currency):
    amount = Money(minor, currency)
    assert parse(amount.text(), currency) == amount


def test_people_read_it_their_own_way():
    amount = Money(-123456750)
    assert amount.display("nl") == "€ -1.234.567,50"
    assert amount.display("en") == "-€1,234,567.50"
    assert Money(5, "JPY").display("en") == "JPY 5"


def test_currencies_are_never_mixed():
    assert total((Money(1), Money(2))) == Money(3)
    assert Money(3) - Money(1) == Money(2)
    assert Money(1) < Money(2)
    with pytest.raises(Invalid):
        Money(1) + Money(1, "USD")


@pytest.mark.parametrize(
    ("text", "currency", "plain"),
    [
        ("12.500,00", "EUR", "12500.00"),
        ("12,500.00", "EUR", "12500.00"),
        ("1234.50", "EUR", "1234.50"),
        ("-12,5", "EUR", "-12.5"),
        ("1.234", "TND", "1.234"),
        ("€ 500,-", "EUR", "500"),
        ("12 500", "EUR", "12500"),
        ("1.23.4", "EUR", "1.23.4"),
        ("a quarter million", "EUR", "a quarter million"),
    ],
)
def test_what_people_type_is_read_in_one_way(text, currency, plain):
    assert typed(text, currency) == plain
