"""Sides of a payment without a number: told apart, named for what they are, never merged."""

from sqlalchemy import select

from bureau.formats.values import PaymentRecord
from bureau.model import Account, Payment
from bureau.operations import imports
from bureau.operations._import_payments import _payment_key, _side

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


def test_a_name_without_a_number_is_an_unknown_account_of_that_name():
    side = _side(record(from_name="Jan Zee"), paying=True)
    assert side.label.startswith("unknown account of Jan Zee")
    assert side.number == ""


def test_one_name_on_two_statements_is_not_one_account():
    here = _side(record(from_name="Jan Zee"), paying=True)
    there = _side(record(from_name="Jan Zee", to_account="NL90BURO0987654321"), paying=True)
    assert here.key != there.key
    assert here.key == _side(record(from_name="JAN  ZEE"), paying=True).key


def test_money_from_nobody_and_to_nobody_is_no_counterparty():
    payer = _side(record(), paying=True)
    payee = _side(record(from_account="NL20BURO0123456789", to_account=""), paying=False)
    assert payer.key != payee.key


def test_a_bank_reference_counts_and_a_bare_id_counts_only_with_its_content():
    other = record(amount_minor=2000)
    assert _payment_key("mt940", record()) == _payment_key("mt940", other)
    assert _payment_key("payments-csv", record()) != _payment_key("payments-csv", other)


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
