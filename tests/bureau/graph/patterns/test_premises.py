import pytest

from bureau.graph.patterns.premises import CODES
from bureau.rules.records import record_kinds
from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import outcome, record
from tests.bureau.graph.patterns.planted import SIGNS, premises


def test_the_closed_list_is_that_of_the_records():
    (row,) = (row for row in record_kinds() if row.code == "observation")
    assert {choice.code for choice in row.field("code").choices} == CODES


def test_three_signs_in_one_unit_are_found():
    (hit,) = outcome("UB-20", **premises()).hits
    assert hit.subjects == ("unit",)
    assert hit.evidence == ("o0", "o1", "o2")
    assert hit.metrics == {
        "observations": 3,
        "which": "counting_machine, phones_many, safe_hidden",
        "permit": "none",
    }


def test_two_signs_or_one_seen_twice_are_not_enough():
    assert outcome("UB-20", **premises(SIGNS[:2])).hits == ()
    assert outcome("UB-20", **premises((*SIGNS[:2], SIGNS[0]))).hits == ()
    assert outcome("UB-20", settings={"W_days": 1}, **premises()).hits == ()


@pytest.mark.parametrize(
    ("fields", "hits"),
    [
        ({"found": True, "licence": "exchange"}, 0),
        ({"found": True}, 0),  # a licence of which the kind was not written down
        ({"found": True, "licence": "gambling"}, 1),
        ({"found": False, "licence": "exchange"}, 1),
    ],
)
def test_a_licensed_exchange_is_not_accused(fields, hits):
    case = premises()
    looked = record(RecordKind.REGISTER_SNAPSHOT, -30, until=90, who="shop", fields=fields)
    assert len(outcome("UB-20", **{**case, "records": (*case["records"], looked)}).hits) == hits


def test_a_licence_that_ended_explains_nothing_later():
    case = premises()
    fields = {"found": True, "licence": "exchange"}
    ended = record(RecordKind.REGISTER_SNAPSHOT, -300, until=-1, who="shop", fields=fields)
    assert len(outcome("UB-20", **{**case, "records": (*case["records"], ended)}).hits) == 1


def test_the_inspector_may_say_that_a_licence_explains_it():
    assert outcome("UB-20", **premises(licensed=True)).hits == ()
    assert len(outcome("UB-20", **premises(licensed=False)).hits) == 1


def test_a_permit_for_a_cafe_is_told_and_explains_no_cash():
    case = premises()
    permit = record(
        RecordKind.PERMIT_DECISION,
        -90,
        premises="unit",
        applicant="shop",
        fields={"decision": "granted"},
    )
    (hit,) = outcome("UB-20", **{**case, "records": (*case["records"], permit)}).hits
    assert hit.metrics["permit"] == "granted"
