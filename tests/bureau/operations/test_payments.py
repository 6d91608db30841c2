"""Payments: one by one, and page by page."""

from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.operations import _payment_pages, parties, payments
from bureau.rules.money import Money


@pytest.fixture
def accounts(work_of, actors, case_id, learnt):
    """Two accounts."""
    with work_of(actors.officer) as work:
        return [
            parties.record_account(work, case_id, learnt, number=number).id
            for number in ("NL20BURO0123456789", "NL90BURO0987654321")
        ]


def pay(work, case_id, accounts, source_id, **said):
    told = {"paid_on": date(2024, 5, 7), "amount": "12.50", **said}
    return payments.record_payment(
        work, case_id, from_id=accounts[0], to_id=accounts[1], source_id=source_id, **told
    )


def test_a_payment_is_listed_with_both_sides_and_its_source(
    work_of, actors, case_id, accounts, source_id
):
    with work_of(actors.officer) as work:
        pay(work, case_id, accounts, source_id, reference="huur mei")
    with work_of(actors.second) as work:
        page = payments.list_payments(work, case_id, accounts[0])
    [row] = page.rows
    assert (row.payer, row.payee) == ("NL20BURO0123456789", "NL90BURO0987654321")
    assert (row.amount, row.source.number, row.time) == (Money(1250), 1, "")
    assert (page.page, page.pages, page.total) == (1, 1, 1)


def test_turnover_stands_with_the_account(work_of, actors, case_id, accounts, source_id):
    with work_of(actors.officer) as work:
        pay(work, case_id, accounts, source_id)
        pay(work, case_id, accounts, source_id)
        seen = parties.read_party(work, case_id, accounts[0]).turnover
    assert [(each.outward, each.count, each.total) for each in seen] == [(True, 2, Money(2500))]


def test_a_page_beyond_the_last_is_the_last(
    work_of, actors, case_id, accounts, source_id, monkeypatch
):
    monkeypatch.setattr(_payment_pages, "PAGE", 2)
    with work_of(actors.officer) as work:
        for day in (3, 1, 2):
            pay(work, case_id, accounts, source_id, paid_on=date(2024, 5, day))
        first = payments.list_payments(work, case_id)
        last = payments.list_payments(work, case_id, page=99)
    assert [row.on.day for row in first.rows] == [1, 2]
    assert ([row.on.day for row in last.rows], last.page, last.total) == ([3], 2, 3)


def test_money_moves_between_two_accounts_for_an_amount(
    work_of, actors, case_id, accounts, source_id
):
    for ends, amount in ((accounts, "0"), ((accounts[0], accounts[0]), "1"), (accounts, "x")):
        with pytest.raises(Invalid), work_of(actors.officer) as work:
            pay(work, case_id, ends, source_id, amount=amount)


def test_the_largest_payments_come_first_and_no_more_than_asked(
    work_of, actors, case_id, accounts, source_id
):
    with work_of(actors.officer) as work:
        for amount in ("12.50", "99.00", "50.00"):
            pay(work, case_id, accounts, source_id, amount=amount)
        found = payments.largest_payments(work, case_id, most=2)
    assert [row.amount.minor for row in found] == [99_00, 50_00]
