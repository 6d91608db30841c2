import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats.guard import PAYMENTS
from bureau.formats.mt940_entry import comma_minor, read_balance, read_booking
from bureau.formats.mt940_fields import Tagged


def booking(*lines):
    return read_booking(Tagged("61", 5, lines), "EUR", PAYMENTS)


@pytest.mark.parametrize(
    ("mark", "sign", "reversal"),
    [("C", 1, False), ("D", -1, False), ("RC", -1, True), ("RD", 1, True)],
)
def test_the_mark_gives_direction_and_reversal(mark, sign, reversal):
    read = booking(f"240305{mark}1,00NTRFNONREF")
    assert (read.sign, read.reversal) == (sign, reversal)


def test_the_third_letter_of_the_currency_is_no_reversal():
    read = booking("0211011102DR800,NSTONONREF//55555")
    assert (read.sign, read.reversal, read.amount_minor) == (-1, False, 80000)
    assert (read.on, read.bank_reference) == ("2002-11-02", "55555")


@pytest.mark.parametrize(
    ("value", "entry", "on"),
    [
        ("231231", "0102", "2024-01-02"),
        ("240102", "1231", "2023-12-31"),
        ("240228", "0229", "2024-02-29"),
    ],
)
def test_the_entry_date_takes_the_nearest_year(value, entry, on):
    assert booking(f"{value}{entry}C1,00NTRFNONREF").on == on


def test_the_supplement_may_name_the_account():
    assert booking("240305D25,00N102EREF", "NL41BURO0000000001").account == "NL41BURO0000000001"


@pytest.mark.parametrize(
    "text", ["", "240305X1,00NTRF", "240230C1,00NTRF", "2403051330C1,00NTRF", "240305C1,00"]
)
def test_an_unreadable_entry_is_refused_with_its_line(text):
    with pytest.raises(Invalid) as caught:
        booking(text)
    assert caught.value.where == {"line": 5}


@pytest.mark.parametrize("text", ["500", "5.00", "1,2,3", ",50", "1.000,00"])
def test_an_amount_needs_its_one_comma(text):
    with pytest.raises(Invalid):
        comma_minor(text, "EUR", 5, PAYMENTS)


def test_a_number_without_end_is_too_large():
    with pytest.raises(TooLarge):
        comma_minor("9" * 5000 + ",", "EUR", 5, PAYMENTS)


def test_a_debit_balance_is_below_zero():
    read = read_balance(Tagged("60F", 4, ("D990105EUR12,5 ",)), PAYMENTS)
    assert (read.amount_minor, read.currency, read.on) == (-1250, "EUR", "1999-01-05")


@pytest.mark.parametrize("text", ["", "C240305eur1,00", "X240305EUR1,00", "C240305EUR"])
def test_an_unreadable_balance_is_refused(text):
    with pytest.raises(Invalid):
        read_balance(Tagged("60F", 4, (text,)), PAYMENTS)
