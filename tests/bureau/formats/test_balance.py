import pytest

from bureau.errors import Invalid
from bureau.formats.balance import Balance, check_balance

WHERE = {"line": 3}


def euros(amount):
    return Balance(amount, "EUR", "2024-03-01")


def test_opening_plus_entries_is_closing():
    verdict = check_balance(euros(100), {"EUR": -30}, euros(70), WHERE)
    assert (verdict.balanced, verdict.warnings) == (True, ())


def test_a_statement_without_entries_may_balance():
    assert check_balance(euros(100), {}, euros(100), WHERE).balanced is True


def test_a_difference_is_named_in_the_currency_of_the_statement():
    with pytest.raises(Invalid, match=r"the difference is 0\.10 EUR") as caught:
        check_balance(euros(100), {"EUR": -30}, euros(80), WHERE)
    assert caught.value.where == WHERE


@pytest.mark.parametrize(("opening", "closing"), [(None, euros(1)), (euros(1), None), (None, None)])
def test_without_both_balances_nothing_is_claimed(opening, closing):
    verdict = check_balance(opening, {"EUR": 1}, closing, WHERE)
    assert verdict.balanced is None
    assert verdict.warnings[0].where == WHERE


def test_two_currencies_cannot_be_added():
    verdict = check_balance(euros(100), {"USD": 1}, euros(100), WHERE)
    assert verdict.balanced is None
    assert "EUR, USD" in verdict.warnings[0].message
