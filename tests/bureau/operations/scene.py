"""A small planted scene: money that goes round, a protected person, a sale and a loan."""

from datetime import date

from bureau.operations import deals, imports, parties, ties
from bureau.rules.vocabulary import TieKind

# Three payments go round among A, B and C within a week; D is an ordinary customer.
ROUND = (
    "id,date,amount,currency,from_account,to_account\n"
    "t1,2024-05-01,10000.00,EUR,A,B\n"
    "t2,2024-05-03,9900.00,EUR,B,C\n"
    "t3,2024-05-05,9800.00,EUR,C,A\n"
    "t4,2024-05-06,12.50,EUR,D,A\n"
    "t5,2024-05-07,12.50,EUR,D,A\n"
)


def take_payments(work, case_id, text=ROUND):
    """The payments of the scene."""
    return imports.import_file(
        work, case_id, "payments-csv", "a.csv", text.encode(), source_title="Afschriften"
    )


def account(work, case_id, number):
    """The id of the account with this number."""
    found = parties.list_parties(work, case_id)
    return next(row.id for row in found if row.label == number)


def hold(work, case_id, learnt, number, **person):
    """A person who holds the account with this number."""
    who = parties.record_person(work, case_id, learnt, **person).id
    ties.record_tie(
        work, case_id, TieKind.HOLDS_ACCOUNT, who, account(work, case_id, number), learnt=learnt
    )
    return who


def sell(work, case_id, learnt):
    """A property that one person sold to another, and a loan between them."""
    one, two = (
        parties.record_person(work, case_id, learnt, family_name=name).id
        for name in ("Verkoper", "Koper")
    )
    loods = parties.record_property(work, case_id, learnt, name="Loods 4").id
    deals.record_sale(
        work,
        case_id,
        property_id=loods,
        seller_id=one,
        buyer_id=two,
        price="250000.00",
        agreed_on=date(2024, 5, 7),
        learnt=learnt,
    )
    deals.record_loan(
        work,
        case_id,
        lender_id=one,
        borrower_id=two,
        principal="100000.00",
        paid_out_on="2024-05-08",
        learnt=learnt,
    )
    return one, two, loods
