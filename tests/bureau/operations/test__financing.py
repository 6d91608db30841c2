"""One reckoning of the financing: the applicant's own, on a day, and what stands apart."""

from datetime import date

import pytest

from bureau.model import Case, Loan
from bureau.operations import _financing, _rows, deals, questionnaires
from bureau.operations.sources import Learnt
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def lent(road):
    """A loan to the applicant, and one to a sister company."""
    with road.by("officer") as work:
        learnt = Learnt(road.source)
        lender = road.add_company(work, "Geldgever B.V.")
        sister = road.add_company(work, "Zus B.V.")
        for borrower, sum_ in ((road.applicant, "180000.00"), (sister, "95000.00")):
            deals.record_loan(
                work, road.id, lender_id=lender, borrower_id=borrower, principal=sum_,
                learnt=learnt, means="60000.00",
            )  # fmt: skip
    return road


def reckoned(road, work, on):
    case = work.session.get_one(Case, road.id)
    known = list(work.session.query(Loan).filter_by(case_id=road.id))
    return _financing.financing(_rows.rows(work.session, case), known, on)


def test_only_the_applicants_own_financing_is_added(lent):
    with lent.by("officer") as work:
        found = reckoned(lent, work, work.today)
        assert _financing.total(found.now, _financing.SOURCE, "EUR").minor == 18000000
        assert [line.shown.minor for line in found.now] == [6000000]
        assert [deal.principal_minor for deal in found.others] == [9500000]
        assert found.applied == ()
        work.record("case.read", work.session.get_one(Case, lent.id))


def test_a_loan_that_was_replaced_is_only_there_as_applied_for(lent):
    with lent.by("officer", "03-20") as work:
        [loan] = [row for row in deals.list_deals(work, lent.id) if row.amount.minor == 18000000]
        deals.end_loan(
            work, lent.id, loan.id, loan.version, date(2026, 3, 19), "replaced by a bank"
        )
    with lent.by("officer", "03-21") as work:
        found = reckoned(lent, work, work.today)
        assert found.now == ()
        assert found.applied_on == date(2026, 3, 2)
        assert [line.stated.minor for line in found.applied] == [18000000]
        work.record("case.read", work.session.get_one(Case, lent.id))


@pytest.mark.parametrize(
    ("declared", "left"), [("200000.00", [2_000_000]), ("180000.00", []), ("100000.00", [])]
)
def test_what_the_form_declares_stands_until_it_is_recorded(lent, declared, left):
    lent.to_form()
    given = {"Q02.04": [{"provider": "Oefenbank", "amount": declared}]}
    with lent.by("officer", "03-05") as work:
        questionnaires.record_answers(work, lent.id, given)
    with lent.by("officer", "03-05") as work:
        found = reckoned(lent, work, work.today)
        work.release()
    lines = [line for line in found.now if line.kind == _financing.DECLARED]
    assert [line.stated.minor for line in lines] == left
    assert [line.who for line in lines] == ["Oefenbank"] * len(left)
