import pytest

from bureau.rules.vocabulary import RecordKind, TieKind
from tests.bureau.graph.builders import deposit, outcome, pay, record, tie
from tests.bureau.graph.patterns.planted import cuckoo


def test_cash_of_strangers_in_place_of_expected_money_is_found_and_the_beneficiary_unwitting():
    (hit,) = outcome("UB-13", **cuckoo()).hits
    assert hit.subjects == ("student",)
    assert hit.evidence == ("expected", "d0", "d1", "d2")
    assert hit.metrics == {
        "currency": "EUR",
        "role": "presumed_unwitting",
        "expected": "10000.00",
        "deposited": "10000.00",
        "difference": "0.000000",
        "deposits": 3,
        "depositors": 1,
    }


@pytest.mark.parametrize(
    ("case", "hits"),
    [
        (cuckoo((4850, 4850)), 1),  # three per cent less
        (cuckoo((4850, 4849.99)), 0),
        (cuckoo((5150, 5150)), 1),
        (cuckoo((5150, 5150.01)), 0),
        (cuckoo((10000,)), 0),  # one deposit is not cut in pieces
        (cuckoo(day=15), 1),
        (cuckoo(day=16), 0),
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, hits):
    assert len(outcome("UB-13", **case).hits) == hits


def test_other_cash_on_the_account_does_not_hide_the_set():
    found = outcome("UB-13", **cuckoo((3000, 777, 3500, 3500)))
    assert found.hits[0].evidence == ("expected", "d0", "d2", "d3")


def test_money_that_did_arrive_is_no_cuckoo():
    case = cuckoo()
    wired = (pay("far", "acc", 9, 9900),)
    sent = record(RecordKind.REMITTANCE, 11, 10000, sender="stranger", receiver="student")
    assert outcome("UB-13", **case, payments=wired).hits == ()
    assert outcome("UB-13", **{**case, "records": (*case["records"], sent)}).hits == ()


def test_family_that_collects_the_money_is_not_a_stranger():
    case = cuckoo()
    family = (*case["edges"], tie("aunt", TieKind.FAMILY, "student"))
    aunts = tuple(deposit("acc", 10, 5000, "aunt", name=f"d{i}") for i in range(2))
    records = (case["records"][0], *aunts)
    assert outcome("UB-13", **{**case, "edges": family, "records": records}).hits == ()
    assert len(outcome("UB-13", **{**case, "records": records}).hits) == 1


def test_many_deposits_are_tried_within_the_work_allowed():
    case = cuckoo(tuple(100 + i / 100 for i in range(60)))
    found = outcome("UB-13", **case, max_steps=5000)
    assert not found.complete
