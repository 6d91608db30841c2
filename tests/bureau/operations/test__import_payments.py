"""Payments of a file: each once, with its source fields, and pointed out where counted twice."""

from sqlalchemy import select

from bureau.formats.payment_columns import PaymentColumns, PaymentRecord
from bureau.model import Account, Payment
from bureau.operations import imports
from bureau.operations._import_batch import hashed
from bureau.operations._import_payments import payment_keys

CAMT_IDENTITY = "NL20BURO0123456789|2024-05-07|10.00 EUR|ref"


def record(**said):
    told = {
        "where": {"line": 1},
        "external_id": CAMT_IDENTITY,
        "on": "2024-05-07",
        "time": "",
        "amount_minor": 1000,
        "currency": "EUR",
        "from_account": "",
        "to_account": "NL20BURO0123456789",
        **said,
    }
    return PaymentRecord(**told)


def test_a_bank_reference_counts_and_a_bare_id_counts_only_with_its_content():
    other = record(amount_minor=2000)
    both = PaymentColumns.of((record(), other))
    assert len(set(payment_keys("mt940", both))) == 1
    assert len(set(payment_keys("payments-csv", both))) == 2


def test_a_bare_id_keeps_the_key_that_earlier_imports_gave_it():
    [key] = payment_keys("payments-csv", PaymentColumns.of((record(external_id="p1"),)))
    one = record()
    told = (one.on, one.time, one.amount_minor, one.currency, one.from_account, one.to_account)
    assert key == hashed("list", "p1", *told)


def test_source_fields_and_time_are_kept(work_of, actors, case_id):
    text = (
        "id,date,time,amount,currency,from_account,to_account,from_name,desk\n"
        "t1,2024-05-07,14:05,10.00,EUR,A,B,Jan Zee,7\n"
    )
    with work_of(actors.officer) as work:
        imports.import_file(
            work, case_id, "payments-csv", "a.csv", text.encode(), source_title="Lijst"
        )
        payment = work.session.scalars(select(Payment)).one()
        assert (payment.second_of_day, payment.extra) == (50700, '{"desk": "7"}')
        holder = work.session.scalars(select(Account).where(Account.number == "A")).one()
        assert (holder.holder_name, holder.label) == ("Jan Zee", "A")


def test_money_that_may_be_counted_twice_is_pointed_out(work_of, actors, case_id):
    header = "id,date,amount,currency,from_account,to_account\n"
    row = "2024-05-07,10.00,EUR,A,B\n"
    with work_of(actors.officer) as work:
        first, second = (
            imports.import_file(
                work,
                case_id,
                "payments-csv",
                "a.csv",
                f"{header}{name},{row}".encode(),
                source_title="Lijst",
            )
            for name in ("t1", "t2")
        )
    assert (first.warnings, second.stored) == ((), 1)
    assert "counted twice" in second.warnings[0]["message"]
