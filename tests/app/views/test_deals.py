"""From the form of a deal to what is recorded."""

from werkzeug.datastructures import MultiDict

from app.forms.facts import DEALS, LoanForm
from app.views.deals import record
from bureau.operations import deals, parties
from bureau.operations.sources import Learnt


def test_what_the_form_says_is_what_is_recorded(road, app):
    with road.by("officer") as work:
        lender = parties.record_company(work, road.id, Learnt(road.source), name="Oefen B.V.").id
    sent = MultiDict(
        {
            "lender": str(lender),
            "borrower": str(road.applicant),
            "amount": "250000.00",
            "currency": "EUR",
            "source": str(road.source),
            "credibility": "2",
            "interest_percent": "4.5",
            "means": "1000.00",
        }
    )
    with app.test_request_context(method="POST", data=sent), road.by("officer") as work:
        record(work, road.id, LoanForm())
    with road.by("officer") as work:
        (loan,) = deals.list_deals(work, road.id)
    assert loan.amount.text() == "250000.00"
    assert ("interest_percent", "4.5") in loan.terms


def test_every_deal_has_a_form():
    assert set(DEALS) == {"loan", "sale", "mortgage", "lease", "works_permit"}
