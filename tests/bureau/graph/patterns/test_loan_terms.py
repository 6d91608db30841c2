from datetime import timedelta

import pytest

from bureau.graph.values import Loan
from tests.bureau.graph.builders import START, company, outcome, pay, person

NODES = (person("lender"), person("borrower"))
SOUND = {
    "interest_percent": "4.5",
    "security": "pledge",
    "schedule": "monthly",
    "means_minor": 100_000_00,
    "contract_from": START,
    "paid_by": START,
}


def loan(**said):
    return Loan("L1", "lender", "borrower", 100_000_00, "EUR", START, **{**SOUND, **said})


def found(one, payments=(), nodes=NODES, **settings):
    return outcome("UB-40", payments, loans=(one,), nodes=nodes, settings=settings)


def test_a_loan_of_which_nothing_is_agreed_is_found():
    late = START + timedelta(days=1)
    bare = Loan("L1", "lender", "borrower", 1_000_000, "EUR", START, contract_from=late,
                paid_by=START, means_minor=100_000)  # fmt: skip
    (hit,) = found(bare).hits
    assert hit.subjects == ("lender", "borrower")
    assert hit.evidence == ("L1",)
    assert hit.metrics == {
        "currency": "EUR",
        "principal": "10000.00",
        "terms_lacking": 5,
        "no_market_rate": "yes",
        "no_security": "yes",
        "no_repayment": "yes",
        "small_means": "yes",
        "contract_after_money": "yes",
    }


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ({}, 0),
        ({"security": ""}, 0),
        ({"security": "", "schedule": ""}, 1),
        ({"security": "", "interest_percent": ""}, 1),
        ({"security": "", "interest_percent": "1"}, 0),
        ({"security": "", "interest_percent": "0.999"}, 1),
        ({"security": "", "interest_percent": "15"}, 0),
        ({"security": "", "interest_percent": "15.001"}, 1),
        ({"security": "", "means_minor": 20_000_00}, 0),
        ({"security": "", "means_minor": 19_999_99}, 1),
        ({"security": "", "means_minor": None}, 0),
        ({"security": "", "contract_from": START + timedelta(days=1)}, 1),
        ({"security": "", "paid_by": None}, 0),
    ],
)
def test_two_terms_must_lack_and_each_counts_from_one_side_only(said, count):
    assert len(found(loan(**said)).hits) == count


@pytest.mark.parametrize(("day", "count"), [(365, 0), (366, 1)])
def test_repayment_within_a_year_speaks_for_it(day, count):
    bare = loan(security="", schedule="")
    assert len(found(bare, [pay("borrower", "lender", day, 100)]).hits) == count


def test_a_bank_and_a_loan_to_oneself_are_not_tried():
    bare = loan(security="", schedule="")
    assert found(bare, nodes=(company("lender", hub="bank"),)).subjects_tried == 0
    assert found(Loan("L1", "a", "a", 1, "EUR", START)).subjects_tried == 0
    assert found(bare, nodes=(person("lender", protected=True),)).hits == ()
    assert outcome("UB-40").hits == ()
