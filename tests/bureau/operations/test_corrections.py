"""A fact that was wrong is put right everywhere it was used."""

from datetime import date

import pytest
from sqlalchemy import select

from bureau.errors import Changed, Invalid, NotAllowed
from bureau.model import Company, Finding, Loan
from bureau.operations import (
    assessments,
    corrections,
    deals,
    party_corrections,
    records,
    tasks,
)
from bureau.operations.sources import Learnt
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def lent(road):
    """A loan that a finding and a degree of danger speak of."""
    road.to_assessment()
    with road.by("officer", "03-12") as work:
        lender = road.add_company(work, "Geldgever B.V.")
        road.loan = deals.record_loan(
            work,
            road.id,
            lender_id=lender,
            borrower_id=road.applicant,
            principal="100000.00",
            learnt=Learnt(road.source),
        ).id
        assessments.write_finding(
            work, road.id, "a", "Geldgever B.V. lent € 100.000,00 to it.", [road.source]
        )
        assessments.assess_danger(
            work, road.id, "a", "The loan of 100,000 is not explained.", danger="lesser"
        )
    return road


def correct(road, subject, row_id, after, version=1, day="03-13"):
    with road.by("officer", day) as work:
        row = corrections.correct_fact(
            work, road.id, subject, row_id, version, after, "the deed says so"
        )
        return [(place.kind, place.outside) for place in row.places]


def test_an_amount_is_found_in_every_spelling(lent):
    found = correct(lent, "loan", lent.loan, "150000.00")
    assert found == [("finding", False), ("assessment", False)]
    with lent.by("officer", "03-13") as work:
        assert work.session.get_one(Loan, lent.loan).principal_minor == 15_000_000


def test_the_amount_of_a_record_is_put_right_and_followed_too(lent):
    with lent.by("officer", "03-12") as work:
        told = records.RecordTerms(
            on=date(2026, 1, 10), amount="100000", parties={"company": lent.applicant}
        )
        made = records.add_record(work, lent.id, "takings", told, Learnt(lent.source)).id
        listed = {kind for kind, *_ in corrections.list_correctable(work, lent.id)}
    assert "record" in listed
    assert ("finding", False) in correct(lent, "record", made, "1000.00")
    with lent.by("officer", "03-13") as work:
        assert records.read_record(work, lent.id, made).amount.text() == "1000.00"
    with pytest.raises(Invalid):
        correct(lent, "record", made, "-5", version=2)


def test_a_name_is_followed_and_each_place_is_a_task(lent):
    with lent.by("officer", "03-13") as work:
        row = work.session.scalars(
            select(Company).where(Company.case_id == lent.id, Company.label == "Geldgever B.V.")
        ).one()
        lender, version = row.id, row.version
    with lent.by("officer", "03-13") as work:
        [made] = party_corrections.correct_party(
            work, lent.id, lender, version, {"label": "Geldnemer B.V."}, "the deed says so"
        )
        assert [place.kind for place in made.places] == ["finding"]
    with lent.by("officer", "03-14") as work:
        [task] = [each for each in tasks.upcoming(work) if each.kind == "follow_correction"]
        [made] = corrections.list_corrections(work, lent.id)
        place = made.places[0]
        answered = (place.id, place.version)
    assert task.count == 1
    with lent.by("officer", "03-14") as work:
        corrections.follow_place(work, lent.id, *answered, "finding written anew")
    with pytest.raises(NotAllowed), lent.by("officer", "03-14") as work:
        corrections.follow_place(work, lent.id, answered[0], 2, "again")


def test_a_finding_is_corrected_as_it_is_edited_and_loses_its_signature(lent):
    with lent.by("officer", "03-13") as work:
        row = work.session.scalars(select(Finding).where(Finding.case_id == lent.id)).one()
        finding, version = row.id, row.version
    assert correct(lent, "finding", finding, "Nothing was lent.", version) == []


def test_what_is_unchanged_stale_or_unknown_is_refused(lent):
    with pytest.raises(Invalid):
        correct(lent, "loan", lent.loan, "100000.00")
    with pytest.raises(Changed):
        correct(lent, "loan", lent.loan, "120000.00", version=7)
    with pytest.raises(Invalid):
        correct(lent, "colour", lent.loan, "blue")


def test_a_request_for_advice_left_the_house(lent):
    with lent.by("officer", "03-13") as work:
        names = {each[0] for each in corrections.list_correctable(work, lent.id)}
    assert names == {"loan", "finding"}
