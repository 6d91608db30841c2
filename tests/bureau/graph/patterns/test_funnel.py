from dataclasses import replace

import pytest

from tests.bureau.graph.builders import company, deposit, evidence_of, outcome
from tests.bureau.graph.patterns.planted import funnel


def test_cash_of_several_people_that_leaves_by_transfer_is_found():
    (hit,) = outcome("UB-11", **funnel()).hits
    assert hit.subjects == ("shop",)
    assert hit.evidence == ("d0", "d1", "d2", "out")
    assert hit.metrics == {
        "currency": "EUR",
        "deposited": "16500.00",
        "transferred": "13500.00",
        "passed_on": "0.818182",
        "deposits": 3,
        "depositors": 3,
        "places": 0,
        "payments_out": 1,
    }


@pytest.mark.parametrize(
    ("case", "hits"),
    [
        (funnel(out=13200), 1),  # exactly four fifths
        (funnel(out=13199.99), 0),
        (funnel(euros=5000, out=12000), 1),  # exactly 15,000
        (funnel(euros=4999.99, out=12000), 0),
        (funnel(day=5), 0),  # 74 hours after the last deposit
        (funnel(day=1), 0),  # before the last deposit
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, hits):
    assert len(outcome("UB-11", **case).hits) == hits


def test_places_count_where_nobody_saw_who_came():
    records = tuple(deposit("acc", i, 5500, name=f"d{i}", place=f"Town {i}") for i in range(3))
    case = {**funnel(), "records": records}
    assert [hit.metrics["places"] for hit in outcome("UB-11", **case).hits] == [3]
    one_town = tuple(replace(each, fields={"place": "Delft"}) for each in records)
    assert outcome("UB-11", **{**case, "records": one_town}).hits == ()


def test_a_shop_whose_own_two_people_bring_its_takings_is_no_funnel():
    records = tuple(deposit("acc", i, 5500, "ann", name=f"d{i}") for i in range(3))
    assert outcome("UB-11", **{**funnel(), "records": records}).hits == ()


def test_a_regulated_hub_is_no_subject():
    nodes = tuple(company("shop", hub="bank") if n.id == "shop" else n for n in funnel()["nodes"])
    found = outcome("UB-11", **{**funnel(), "nodes": nodes})
    assert (found.hits, found.subjects_tried) == ((), 0)


def test_cash_in_a_currency_without_a_rate_is_not_added_up():
    records = tuple(replace(each, currency="USD") for each in funnel()["records"])
    case = {**funnel(), "records": records}
    assert outcome("UB-11", **case).hits == ()
    found = outcome("UB-11", **case, rates={"USD": "0.95"})
    assert evidence_of(found) == [{"d0", "d1", "d2", "out"}]
