from dataclasses import replace

import pytest

from bureau.rules.vocabulary import TieKind
from tests.bureau.graph.builders import outcome, tie
from tests.bureau.graph.patterns.planted import address, phone, remittances


def test_many_senders_in_a_row_to_one_receiver_are_found():
    (hit,) = outcome("UB-30", **remittances()).hits
    assert hit.subjects == ("aya",)
    assert hit.evidence == ("r0", "r1", "r2", "r3", "r4")
    assert hit.metrics == {
        "currency": "EUR",
        "direction": "in",
        "people": 5,
        "remittances": 5,
        "phones": 0,
        "sent": "2000.00",
    }


@pytest.mark.parametrize(
    ("case", "hits"),
    [(remittances(4), 0), (remittances(minutes=15), 1), (remittances(minutes=16), 0)],
)
def test_each_threshold_is_met_from_one_side_only(case, hits):
    assert len(outcome("UB-30", **case).hits) == hits


def apart(case, **parties):
    """The same remittances a day apart, so that no desk joins them."""
    return tuple(
        replace(
            each,
            seconds=None,
            fields={},
            parties=(*each.parties, *parties.items()),
        )
        for each in case["records"]
    )


def test_a_phone_or_a_home_joins_senders_too_and_nothing_else_does():
    case = remittances()
    assert outcome("UB-30", **{**case, "records": apart(case)}).hits == ()
    nodes = (*case["nodes"], phone("tel"), address("house"))
    by_phone = {**case, "nodes": nodes, "records": apart(case, phone="tel")}
    assert len(outcome("UB-30", **by_phone).hits) == 1
    home = tuple(tie(f"s{i}", TieKind.LIVES_AT, "house") for i in range(5))
    at_home = {**case, "nodes": nodes, "records": apart(case), "edges": home}
    assert len(outcome("UB-30", **at_home).hits) == 1


def test_one_to_many_is_found_as_well():
    case = remittances()
    turned = {"sender": "receiver", "receiver": "sender"}
    records = tuple(
        replace(each, parties=tuple((turned[role], name) for role, name in each.parties))
        for each in case["records"]
    )
    (hit,) = outcome("UB-30", **{**case, "records": records}).hits
    assert (hit.subjects, hit.metrics["direction"]) == (("aya",), "out")


def test_a_relative_who_receives_for_the_family_is_not_accused():
    case = remittances()
    family = tuple(tie(f"s{i}", TieKind.FAMILY, "aya") for i in range(5))
    assert outcome("UB-30", **case, edges=family).hits == ()
