import pytest

from bureau.formats.camt import read_camt
from tests.bureau.formats.samples import balance, camt, entry, refusal


def test_a_statement_that_does_not_balance_is_refused_with_the_difference():
    error = refusal(
        read_camt, camt(balance("OPBD", "100.00") + entry("50.00") + balance("CLBD", "149.00"))
    )
    assert error.where == {"path": "Stmt[1]"}
    assert error.params["difference"] == "-1.00"


def test_the_first_balance_of_a_kind_counts():
    content = balance("OPBD", "1") + balance("OPBD", "9") + entry("1") + balance("CLBD", "2")
    assert read_camt(camt(content)).statements[0].opening_minor == 100


def test_debit_balances_count_below_zero():
    content = balance("OPBD", "10", "DBIT") + entry("15", "DBIT") + balance("CLBD", "25", "DBIT")
    (statement,) = read_camt(camt(content)).statements
    assert (statement.opening_minor, statement.closing_minor) == (-1000, -2500)


def test_the_previous_closing_balance_serves_as_opening():
    content = balance("PRCD", "1") + entry("1") + balance("CLBD", "2")
    assert read_camt(camt(content)).statements[0].balanced is True


def test_a_statement_without_balances_is_read_with_a_warning():
    read = read_camt(camt(entry("1")))
    assert read.statements[0].balanced is None
    assert "was not checked" in read.warnings[0].message


@pytest.mark.parametrize("message", ["052", "054"])
def test_reports_and_notices_need_no_balances(message):
    read = read_camt(camt(entry("1"), message=message))
    assert read.statements[0].balanced is None
    assert not read.warnings


def test_an_entry_that_is_not_booked_is_left_out_and_named():
    read = read_camt(camt(balance("OPBD", "1") + entry("9", status="PDNG") + balance("CLBD", "1")))
    assert not read.payments
    assert "not booked (PDNG)" in read.warnings[0].message


def test_a_statement_without_account_is_refused():
    content = camt(entry("1")).replace(b"NL14BURO0000000002", b" ")
    assert refusal(read_camt, content).where == {"path": "Stmt[1]/Acct/Id"}


def test_the_currency_is_found_without_the_account_saying_it():
    content = camt(entry("1", currency="USD")).replace(b"<Ccy>EUR</Ccy>", b"")
    assert read_camt(content).statements[0].currency == "USD"
