import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats.csv_amounts import Mark, decimal_mark, read_amount
from bureau.formats.guard import PAYMENTS


def mark(*texts):
    return decimal_mark(list(enumerate(texts, 2)), PAYMENTS)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["12.50"], Mark.POINT),
        (["12,50"], Mark.COMMA),
        (["1,234.50"], Mark.POINT),
        (["1.234,50"], Mark.COMMA),
        (["1.234.567"], Mark.COMMA),
        (["1,234,567"], Mark.POINT),
        (["12", "13"], Mark.POINT),
        (["1.234", "5,00"], Mark.COMMA),
        (["1.234", "5.00"], Mark.POINT),
    ],
)
def test_the_column_proves_its_mark(texts, expected):
    assert mark(*texts) is expected


@pytest.mark.parametrize("texts", [["1.234"], ["12", "1,234"], ["1.234", "1,234"]])
def test_a_column_that_proves_nothing_is_refused(texts):
    with pytest.raises(Invalid, match="can mean two amounts"):
        mark(*texts)


def test_two_marks_in_one_column_are_refused_with_both_lines():
    with pytest.raises(Invalid) as caught:
        mark("1.50", "2,50")
    assert caught.value.params == {"line": 3, "other": 2}


@pytest.mark.parametrize(
    "text", ["", "-1", "+1", "1 000", "€ 5", "12,34,56", "1.2.3", ".5", "1,23.4"]
)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(Invalid):
        mark(text)


def test_a_number_of_five_thousand_digits_is_too_large():
    with pytest.raises(TooLarge):
        mark("9" * 5000 + ".1")
    with pytest.raises(TooLarge):
        read_amount("9" * 5000, Mark.POINT, "EUR", PAYMENTS, 2)


@pytest.mark.parametrize(
    ("text", "decimal", "currency", "minor"),
    [
        ("1.234,5", Mark.COMMA, "EUR", 123450),
        ("1,234", Mark.POINT, "EUR", 123400),
        ("12", Mark.COMMA, "JPY", 12),
        ("1.234", Mark.POINT, "KWD", 1234),
    ],
)
def test_amounts_are_read_to_the_minor_unit(text, decimal, currency, minor):
    assert read_amount(text, decimal, currency, PAYMENTS, 2) == minor
