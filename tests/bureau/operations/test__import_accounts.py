"""Sides of a payment without a number: told apart, named for what they are, never merged."""

from bureau.formats.payment_columns import PaymentColumns, PaymentRecord
from bureau.operations._import_accounts import side, sides_of

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
    found = side(record(from_name="Jan Zee"), paying=True)
    assert found.label.startswith("unknown account of Jan Zee")
    assert found.number == ""


def test_one_name_on_two_statements_is_not_one_account():
    here = side(record(from_name="Jan Zee"), paying=True)
    there = side(record(from_name="Jan Zee", to_account="NL90BURO0987654321"), paying=True)
    assert here.key != there.key
    assert here.key == side(record(from_name="JAN  ZEE"), paying=True).key


def test_money_from_nobody_and_to_nobody_is_no_counterparty():
    payer = side(record(), paying=True)
    payee = side(record(from_account="NL20BURO0123456789", to_account=""), paying=False)
    assert payer.key != payee.key


def test_a_number_and_its_name_are_made_out_once():
    one = record(from_account="NL20BURO0123456789", from_name="Jan Zee", to_account="B")
    sides = sides_of(PaymentColumns.of((one, one)))
    assert [party.label for party in sides.parties] == ["NL20BURO0123456789", "B"]
    payers, payees = sides.ids({party.key: party.label for party in sides.parties})
    assert (list(payers), list(payees)) == (["NL20BURO0123456789"] * 2, ["B"] * 2)


def test_sides_without_a_number_are_made_out_payment_by_payment():
    told = PaymentColumns.of((record(from_account=""), record(from_account="A", to_account="B")))
    assert [party.number for party in sides_of(told).parties][-2:] == ["A", "B"]
    assert "" in {party.number for party in sides_of(told).parties}
