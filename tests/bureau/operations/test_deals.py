"""Deals: exact money, dates as far as known, the right parties."""

from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.operations import deals, parties
from bureau.rules.money import Money


@pytest.fixture
def cast(work_of, actors, case_id, learnt):
    """Two people and a property."""
    with work_of(actors.officer) as work:
        one, two = (
            parties.record_person(work, case_id, learnt, family_name=name).id
            for name in ("Zee", "Meer")
        )
        return one, two, parties.record_property(work, case_id, learnt, name="Loods 4").id


def test_a_loan_keeps_what_is_missing_missing(work_of, actors, case_id, learnt, cast):
    one, two, _ = cast
    with work_of(actors.officer) as work:
        deals.record_loan(
            work,
            case_id,
            lender_id=one,
            borrower_id=two,
            principal="100000.50",
            paid_out_on="2024-05",
            learnt=learnt,
        )
        [loan] = deals.list_deals(work, case_id)
        seen = parties.read_party(work, case_id, two)
    assert (loan.kind, loan.on, loan.amount) == ("loan", "2024-05", Money(10000050))
    assert [(part, label) for part, _, label in loan.parties] == [
        ("lender", "Zee"),
        ("borrower", "Meer"),
    ]
    assert loan.terms == ()
    assert [deal.id for deal in seen.deals] == [loan.id]


def test_a_loan_with_all_its_terms(work_of, actors, case_id, learnt, cast):
    one, two, _ = cast
    with work_of(actors.officer) as work:
        made = deals.record_loan(
            work,
            case_id,
            lender_id=one,
            borrower_id=two,
            principal="1000",
            learnt=learnt,
            contract_on="2024-05-07",
            interest_percent="4,5",
            security="hypotheek",
            schedule="annuïtair",
            means="200.00",
        )
        assert (made.interest_percent, made.means_minor) == (4.5, 20000)
        terms = dict(deals.list_deals(work, case_id)[0].terms)
    assert terms == {
        "contract_on": "2024-05-07",
        "interest_percent": "4.5",
        "security": "hypotheek",
        "schedule": "annuïtair",
    }


def test_every_kind_of_deal_is_listed_by_date(work_of, actors, case_id, learnt, cast):
    one, two, loods = cast
    with work_of(actors.officer) as work:
        deals.record_sale(
            work,
            case_id,
            property_id=loods,
            seller_id=one,
            buyer_id=two,
            price="250000",
            agreed_on=date(2024, 5, 7),
            delivered_on=date(2024, 6, 1),
            learnt=learnt,
        )
        deals.record_works_permit(
            work,
            case_id,
            property_id=loods,
            granted_on=date(2024, 1, 1),
            works="dakkapel",
            learnt=learnt,
        )
        deals.record_mortgage(
            work, case_id, property_id=loods, holder_id=one, amount="1", learnt=learnt
        )
        deals.record_lease(
            work,
            case_id,
            property_id=loods,
            landlord_id=two,
            tenant_id=one,
            yearly_rent="1",
            learnt=learnt,
        )
        kinds = [deal.kind for deal in deals.list_deals(work, case_id)]
    assert kinds == ["works_permit", "sale", "lease", "mortgage"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"principal": "0"},
        {"principal": "-1"},
        {"principal": "1,5"},
        {"currency": "euro"},
        {"interest_percent": "veel"},
        {"paid_out_on": "2024-13"},
    ],
)
def test_a_loan_that_cannot_be_is_refused(work_of, actors, case_id, learnt, cast, wrong):
    one, two, _ = cast
    told = {"principal": "1", **wrong}
    with pytest.raises(Invalid), work_of(actors.officer) as work:
        deals.record_loan(work, case_id, lender_id=one, borrower_id=two, learnt=learnt, **told)


def test_nobody_deals_with_himself_or_delivers_before_agreeing(
    work_of, actors, case_id, learnt, cast
):
    one, two, loods = cast
    sale = {"property_id": loods, "price": "1", "agreed_on": date(2024, 5, 7), "learnt": learnt}
    for said in (
        {"seller_id": one, "buyer_id": one},
        {"seller_id": one, "buyer_id": loods},
        {"seller_id": one, "buyer_id": two, "delivered_on": date(2024, 5, 6)},
    ):
        with pytest.raises(Invalid), work_of(actors.officer) as work:
            deals.record_sale(work, case_id, **sale, **said)
