import pytest

from bureau.errors import TooLarge
from bureau.formats.guard import Limits
from bureau.formats.payments_csv import read_payments_csv
from tests.bureau.formats.samples import given, refusal

HEAD = "id,date,amount,currency,from_account,to_account"
ROW = "p1,2024-03-01,12.50,EUR,NL41BURO0000000001,NL14BURO0000000002"


def file(*rows, head=HEAD):
    return "\n".join((head, *rows)).encode()


def test_the_standard_layout_is_read_exactly():
    read = read_payments_csv(
        file(
            f"{ROW},14:05,Fictie,Gemeente Fictie,Huur,SEPA,keep me",
            head=f"{HEAD},time,from_name,to_name,reference,kind,batch",
        )
    )
    (payment,) = read.payments
    assert (payment.external_id, payment.on, payment.time) == ("p1", "2024-03-01", "14:05")
    assert (payment.amount_minor, payment.currency) == (1250, "EUR")
    assert (payment.from_name, payment.to_name) == ("Fictie", "Gemeente Fictie")
    assert (payment.reference, payment.kind) == ("Huur", "SEPA")
    assert payment.extra == {"batch": "keep me"}
    assert payment.where == {"line": 2}
    assert not read.warnings


def test_columns_may_stand_in_any_order():
    read = read_payments_csv(
        b"amount;to_account;from_account;currency;date;id\n1,5;B;A;EUR;2024-03-01;x"
    )
    assert read.totals == {"payments": 1, "sums": {"EUR": "1.50"}, "statements": []}


def test_the_semicolon_dialect_with_decimal_commas_is_read():
    rows = [ROW.replace(",", ";").replace("12.50", "1.234,50")]
    assert read_payments_csv(file(*rows, head=HEAD.replace(",", ";"))).payments[0].amount_minor == (
        123450
    )


def test_an_amount_that_can_mean_two_things_is_refused():
    error = refusal(read_payments_csv, file(ROW.replace("12.50", "1.234")))
    assert error.where == {"line": 2}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("12.50", "-12.50", "is negative"),
        ("12.50", "12.505", "can mean two amounts"),
        ("12.50", "12.5000", None),
        ("12.50", "12.5051", "more decimals than EUR knows"),
        ("12.50", "twelve", "is no amount"),
        ("12.50", "", "Nothing on line 2 is no amount"),
        ("12.50", "1e3", "is no amount"),
        ("12.50", "NaN", "is no amount"),
        ("12.50", "١٢", "is no amount"),
        ("2024-03-01", "01-03-2024", "is no date"),
        ("2024-03-01", "2024-02-30", "is no date"),
        ("2024-03-01", "20240301", "is no date"),
        ("EUR", "eur", "is no currency code"),
        ("EUR", "", "is no currency code"),
        ("p1", "", "has no id"),
        ("NL14BURO0000000002", " ", "has nothing in to_account"),
        ("12.50", "12.50,1", "has 7 cells, the header 6"),
        ("p1", "p\x001", "is a NUL"),
    ],
)
def test_what_cannot_be_read_exactly_is_refused_with_its_line(old, new, words):
    content = file(ROW.replace(old, new))
    if words is None:
        assert read_payments_csv(content).payments[0].amount_minor == 1250
    else:
        assert words in str(refusal(read_payments_csv, content))


def test_a_time_that_is_none_is_refused():
    refusal(read_payments_csv, file(f"{ROW},25:00", head=f"{HEAD},time"))


def test_an_id_twice_is_refused_with_both_lines():
    error = refusal(read_payments_csv, file(ROW, ROW))
    assert (error.params["line"], error.params["earlier"]) == (3, 2)


def test_a_quoted_line_break_does_not_shift_the_lines():
    head = f"{HEAD},reference"
    error = refusal(read_payments_csv, file(f'{ROW},"two\nlines"', f"{ROW},x", head=head))
    assert error.where == {"line": 4}


def test_a_header_without_payments_is_refused():
    assert "no payments" in str(refusal(read_payments_csv, file()))


def test_a_wrong_iban_and_a_zero_are_told_not_hidden():
    rows = ("p1,2024-03-01,0.00,EUR,NL00BURO0000000001,NL00BURO0000000001",)
    read = read_payments_csv(file(*rows))
    assert [warning.params["count"] for warning in read.warnings] == [1, 1, 1]


def test_too_many_rows_are_refused():
    with pytest.raises(TooLarge):
        read_payments_csv(file(ROW, ROW.replace("p1", "p2")), Limits(rows=1))


def test_the_simulators_layout_is_recognised_by_its_whole_header():
    head = "step,date,type,amount,nameOrig,nameDest,bankOrig,bankDest,isSAR,patternID,pattern"
    read = read_payments_csv(file("0,2023-01-01,TRANSFER,5.1,1,2,a,b,0,7,x", head=head))
    (payment,) = read.payments
    assert (payment.from_account, payment.to_account) == ("a:1", "b:2")
    assert payment.external_id == "row-1"
    assert payment.extra == {"step": "0", "isSAR": "0", "patternID": "7", "pattern": "x"}
    assert "AMLSim and AMLGentex transactions" in read.warnings[0].message


def test_the_reference_simulation_has_exactly_its_payments():
    read = read_payments_csv(given("c-transactions", "amlgentex-seed0", "transactions.csv"))
    assert read.totals["payments"] == 9546
    assert read.totals["sums"] == {"EUR": "5814673.58"}
    assert len({payment.external_id for payment in read.payments}) == 9546
    assert sum(payment.extra["isSAR"] == "1" for payment in read.payments) == 346
    assert [warning.where for warning in read.warnings] == [{"line": 1}, {"line": 7102}]
    assert read.warnings[1].params == {"count": 6}


@pytest.mark.parametrize("name", ["accounts.csv", "alert_models.csv"])
def test_the_simulations_other_tables_are_no_payments(name):
    error = refusal(read_payments_csv, given("c-transactions", "amlgentex-seed0", name))
    assert "lacks id, date, amount, currency, from_account, to_account" in str(error)
