"""Indicators are computed from stored facts, explained, answered, and reopened with them."""

import pytest
from sqlalchemy import select

from bureau.errors import Changed, Invalid
from bureau.model import IndicatorAnswer, Loan, Person
from bureau.operations import indicators
from bureau.rules.dates import PartialDate
from bureau.rules.events import EventKind


def lend(road, contract=None, day="03-11"):
    with road.by("officer", day) as work:
        lender = Person(
            case_id=road.id, label="Fictieve Geldgever", key="g", learnt_from_id=road.source
        )
        work.session.add(lender)
        work.session.flush()
        loan = Loan(
            case_id=road.id,
            lender_id=lender.id,
            borrower_id=road.applicant,
            principal_minor=10_000_00,
            means_minor=2_000_00,
            paid_out_on=PartialDate(2026, 1, 15),
            contract_on=contract,
            learnt_from_id=road.source,
        )
        work.session.add(loan)
        work.record(EventKind.DEAL_RECORDED, loan)
        return loan.id


def compute(road, day="03-12"):
    with road.by("officer", day) as work:
        return {
            row.code: (row.signal, row.status, row.version)
            for row in indicators.compute_indicators(work, road.id)
        }


def answer(road, code, version, status="explained", reason="The contract came in.", day="03-12"):
    with road.by("officer", day) as work:
        indicators.answer_indicator(work, road.id, code, status, reason, version)


def test_a_loan_beyond_the_means_of_the_lender_fires_and_says_why(road):
    lend(road)
    found = compute(road)
    assert {code for code, (signal, _, _) in found.items() if signal == "fired"} >= {
        "FIN-03",
        "FIN-04",
        "FIN-05",
    }
    with road.by("officer") as work:
        rows = {row.code: row for row in indicators.list_indicators(work, road.id)}
        assert "Fictieve Geldgever" in rows["FIN-03"].explanation_nl
        assert rows["FIN-03"].inputs["lenders"] == "Fictieve Geldgever"
        assert len(rows) == 64


def test_what_is_not_established_is_asked_and_never_called_silent(road):
    found = compute(road)
    assert found["FIN-07"][0] == found["FIN-01"][0] == found["STR-02"][0] == "ask"


def test_an_answer_stays_until_the_inputs_change(road):
    loan_id = lend(road)
    version = compute(road)["FIN-04"][2]
    answer(road, "FIN-04", version)
    assert compute(road)["FIN-04"][1] == "explained"
    with road.by("officer", "03-13") as work:
        loan = work.session.get_one(Loan, loan_id)
        loan.contract_on = PartialDate(2026, 1, 10)
        work.record(EventKind.DEAL_RECORDED, loan)
    assert compute(road, "03-13")["FIN-04"][:2] == ("silent", "open")
    assert compute(road, "03-13")["FIN-03"][1] == "open"


def test_an_answer_on_older_facts_is_kept_and_marked_and_can_be_given_anew(road):
    loan_id = lend(road)
    answer(road, "FIN-05", compute(road)["FIN-05"][2])
    with road.by("officer", "03-13") as work:
        loan = work.session.get_one(Loan, loan_id)
        loan.interest_percent = 4.5
        work.record(EventKind.DEAL_RECORDED, loan)
    for _ in range(2):
        version = compute(road, "03-13")["FIN-05"][2]
    with road.by("officer", "03-13") as work:
        row = next(r for r in indicators.list_indicators(work, road.id) if r.code == "FIN-05")
        assert (row.status, row.before, row.reason) == (
            "open",
            "explained",
            "The contract came in.",
        )
        assert row.answered_by.name
    answer(road, "FIN-05", version, "dismissed", "There is interest after all.", "03-13")
    with road.by("officer", "03-13") as work:
        row = next(r for r in indicators.list_indicators(work, road.id) if r.code == "FIN-05")
        assert (row.status, row.before) == ("dismissed", "")


def test_an_answer_to_another_version_is_refused(road):
    lend(road)
    version = compute(road)["FIN-04"][2]
    answer(road, "FIN-04", version)
    with pytest.raises(Changed) as clash:
        answer(road, "FIN-04", version, "carried", "Still doubtful.")
    assert ("status", "carried", "explained") in clash.value.differences


def test_an_answer_needs_a_reason_a_known_code_and_a_known_standing(road):
    version = compute(road)["FIN-04"][2]
    for code, status, reason in (
        ("FIN-04", "explained", " "),
        ("FIN-99", "explained", "x"),
        ("FIN-04", "guilty", "x"),
    ):
        with pytest.raises(Invalid) as refusal:
            answer(road, code, version, status, reason)
        assert refusal.value.where
    with road.by("officer") as work:
        assert {row.status for row in work.session.scalars(select(IndicatorAnswer))} == {"open"}


def test_nothing_can_be_answered_before_it_was_computed(road):
    with pytest.raises(Invalid):
        answer(road, "FIN-04", 1)


def test_the_trail_counts_and_names_nobody(road, trail):
    lend(road)
    compute(road)
    event = trail()[-1]
    assert event.kind == EventKind.INDICATORS_COMPUTED
    assert event.facts["computed"] == 64
    assert event.facts["fired"] >= 3
    assert "Geldgever" not in str(event.facts)
