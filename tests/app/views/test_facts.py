"""Ties, deals and payments over the web."""

import pytest

from tests.app.views.reading import address, only_version, text, words


@pytest.fixture
def case(road, officer):
    """A case with a person, a second company, real estate and two accounts."""
    known = {"applicant": str(road.applicant)}
    learnt = {"source": str(road.source), "credibility": "2"}
    for name, kind, fields in (
        ("person", "person", {"family_name": "Proefman"}),
        ("holding", "company", {"label": "Oefen Holding B.V."}),
        ("house", "property", {"label": "Havenkade 12"}),
        ("one", "account", {"number": "NL02BURO0417164300"}),
        ("two", "account", {"number": "NL86BURO0000000101"}),
    ):
        path = f"/cases/{road.id}/parties/new/{kind}"
        known[name] = officer.send(path, {**fields, **learnt}).location.rsplit("/", 1)[1]
    return {"path": f"/cases/{road.id}", "learnt": learnt, **known}


def test_a_tie_is_recorded_and_corrected(case, officer):
    form = {"kind": "directs", "start": case["person"], "end": case["applicant"], **case["learnt"]}
    assert officer.send(f"{case['path']}/ties/new", form).status_code == 302
    again = officer.send(f"{case['path']}/ties/new", form)
    assert again.status_code == 422
    tie = address(text(officer.get(f"{case['path']}/parties")), "/ties/[0-9a-f]")
    page = text(officer.get(tie))
    shown = only_version(page)
    change = {"version": shown, "detail": "sole director", "credibility": "1"}
    assert officer.send(tie, change).status_code == 302
    assert "sole director" in text(officer.get(f"{case['path']}/parties"))
    assert officer.send(tie, {**change, "detail": "x"}).status_code == 409


def test_a_tie_runs_between_parties_that_fit(case, officer):
    form = {"kind": "directs", "start": case["house"], "end": case["applicant"], **case["learnt"]}
    assert officer.send(f"{case['path']}/ties/new", form).status_code == 422


def deals(case):
    return {
        "loan": {"lender": case["holding"], "borrower": case["applicant"], "amount": "250000.00"},
        "sale": {
            "property": case["house"],
            "seller": case["holding"],
            "buyer": case["applicant"],
            "amount": "610000.00",
            "agreed_on": "2026-02-01",
        },
        "mortgage": {"property": case["house"], "holder": case["holding"], "amount": "400000.00"},
        "lease": {
            "property": case["house"],
            "landlord": case["holding"],
            "tenant": case["applicant"],
            "amount": "36000.00",
        },
        "works_permit": {"property": case["house"], "granted_on": "2025-05-01", "works": "roof"},
    }


@pytest.mark.parametrize("kind", ["loan", "sale", "mortgage", "lease", "works_permit"])
def test_each_deal_is_recorded_and_shown_with_its_source(case, officer, kind):
    form = {**deals(case)[kind], **case["learnt"], "currency": "EUR"}
    assert officer.send(f"{case['path']}/deals/new/{kind}", form).status_code == 302
    page = words(officer.get(f"{case['path']}/money"))
    assert "Aanvraagformulier" in page
    assert "Havenkade 12" in page or kind == "loan"


@pytest.mark.parametrize(
    "wrong", [{"amount": "much"}, {"amount": "-5.00"}, {"currency": "EURO"}, {"source": ""}]
)
def test_a_wrong_deal_stays_on_the_page(case, officer, wrong):
    form = {**deals(case)["loan"], **case["learnt"], "currency": "EUR", **wrong}
    assert officer.send(f"{case['path']}/deals/new/loan", form).status_code == 422


def test_a_deal_of_an_unknown_kind_is_not_there(case, officer):
    assert officer.get(f"{case['path']}/deals/new/bet").status_code == 404


def test_a_payment_moves_money_between_two_accounts(case, officer):
    form = {
        "payer": case["one"],
        "payee": case["two"],
        "paid_on": "2026-02-01",
        "amount": "95.50",
        "currency": "EUR",
        "source": case["learnt"]["source"],
        "reference": "invoice 7",
    }
    assert officer.send(f"{case['path']}/payments/new", {**form, "amount": "0"}).status_code == 422
    same = {**form, "payee": case["one"]}
    assert officer.send(f"{case['path']}/payments/new", same).status_code == 422
    assert officer.send(f"{case['path']}/payments/new", form).status_code == 302
    assert "invoice 7" in text(officer.get(f"{case['path']}/money"))


def test_a_page_number_that_cannot_be_shows_a_page(case, officer):
    for asked in ("0", "-3", "999", "many"):
        assert officer.get(f"{case['path']}/money?page={asked}").status_code == 200
