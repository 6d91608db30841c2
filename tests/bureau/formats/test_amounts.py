import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.errors import Invalid, TooLarge
from bureau.formats.amounts import check_currency, decimal_text, minor
from bureau.formats.guard import PAYMENTS


@pytest.mark.parametrize(
    ("text", "currency", "value"),
    [
        ("12", "EUR", 1200),
        ("12.", "EUR", 1200),
        ("12.5", "EUR", 1250),
        ("12.50000", "EUR", 1250),
        ("000000001000.00", "EUR", 100000),
        ("12", "JPY", 12),
        ("1.234", "KWD", 1234),
    ],
)
def test_decimal_text_becomes_minor_units(text, currency, value):
    assert minor(text, currency, PAYMENTS) == value


@pytest.mark.parametrize("text", ["", ".", "-1", "1,5", "1e3", "1 0", "0x1", "¹", "1.005"])
def test_anything_else_is_refused_at_its_place(text):
    with pytest.raises(Invalid) as caught:
        minor(text, "EUR", PAYMENTS, line=7)
    assert caught.value.where == {"line": 7}


@pytest.mark.parametrize("text", ["9" * 31, "9" * 17])
def test_what_no_ledger_can_keep_is_too_large(text):
    with pytest.raises(TooLarge):
        minor(text, "EUR", PAYMENTS)


@pytest.mark.parametrize("code", ["", "eur", "EURO", "€", "EU1"])
def test_a_currency_is_three_capitals(code):
    with pytest.raises(Invalid):
        check_currency(code, line=1)


@given(st.integers(0, 10**17), st.sampled_from(["EUR", "JPY", "KWD"]))
@settings(max_examples=100, deadline=None)
def test_writing_and_reading_an_amount_returns_it(amount, currency):
    assert minor(decimal_text(amount, currency), currency, PAYMENTS) == amount


def test_negative_amounts_keep_their_sign_in_text():
    assert decimal_text(-5, "EUR") == "-0.05"
    assert decimal_text(-5, "JPY") == "-5"
