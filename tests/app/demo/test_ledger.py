from datetime import date

from app.demo import ledger
from app.demo.days import Days
from app.demo.ledger import Row
from bureau.formats.registry import reader

DAYS = Days(date(2026, 11, 20))
ROWS = [
    Row(40, "10:00", 104, 101, 125_050, "huur"),
    Row(41, "11:00", 0, 101, 90_000, "storting", "cash"),
    Row(8, "12:00", 101, 111, 30_000, "bier"),
]


def test_the_list_of_payments_is_read_back_whole():
    read = reader("payments-csv").read(ledger.as_csv(ROWS, DAYS))
    assert [p.amount_minor for p in read.payments] == [90_000, 125_050, 30_000]
    assert read.payments[0].from_account == ledger.CASH
    assert not read.warnings


def test_the_statement_balances_month_by_month():
    read = reader("camt053").read(ledger.as_camt(ROWS, 101, DAYS))
    assert len(read.payments) == len(ROWS)
    assert all(one.balanced for one in read.statements)
    first, last = read.statements
    assert first.opening_minor == ledger.OPENING
    assert last.closing_minor == ledger.OPENING + 125_050 + 90_000 - 30_000


def test_amounts_are_written_with_two_decimals():
    assert [ledger.euros(cents) for cents in (5, 100, 12_345)] == ["0.05", "1.00", "123.45"]
