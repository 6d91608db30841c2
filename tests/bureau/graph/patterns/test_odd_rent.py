from datetime import timedelta

import pytest

from bureau.graph.values import Lease, Node
from bureau.rules.vocabulary import EntityKind, RecordKind, TieKind
from tests.bureau.graph.builders import (
    START,
    account,
    company,
    deposit,
    holds,
    outcome,
    pay,
    person,
    record,
    tie,
)

SHOP = Node("shop", EntityKind.PROPERTY, "shop", square_metres=100)
NODES = (
    SHOP,
    Node("there", EntityKind.ADDRESS, "there", area="1234"),
    *(company("lord"), person("tenant"), account("acc")),
)
EDGES = (tie("shop", TieKind.LOCATED_AT, "there"), holds("lord", "acc"))


def lease(euros=24_000):
    until = START + timedelta(days=364)
    return Lease("H1", "shop", "lord", "tenant", euros * 100, "EUR", START, until)


def market(*prices, area="1234"):
    return [
        record(RecordKind.MARKET_RENT, None, price, name=f"m{n}", fields={"area": area})
        for n, price in enumerate(prices)
    ]


def use(kwh, days=365):
    return record(RecordKind.UTILITY_USE, 0, until=days - 1, name="u", premises="shop",
                  fields={"kwh": str(kwh)})  # fmt: skip


def found(*records, one=None, payments=(), nodes=NODES, edges=EDGES, **settings):
    return outcome(
        "UB-41", payments, records=records, leases=(one or lease(),), nodes=nodes, edges=edges,
        settings=settings,
    )  # fmt: skip


def test_a_rent_far_above_those_around_is_found():
    (hit,) = found(*market(100, 160, 200)).hits
    assert hit.subjects == ("shop", "lord", "tenant")
    assert hit.evidence == ("H1", "m0", "m1", "m2")
    assert hit.metrics == {
        "currency": "EUR",
        "rent": "24000.00",
        "rent_to_market": "1.500000",
        "market_rents": 3,
    }


@pytest.mark.parametrize(
    ("records", "count"),
    [
        (market(161), 0),
        (market(359), 0),
        (market(360), 1),
        (market(100, area="9999"), 0),
        ([], 0),
    ],
)
def test_the_market_counts_from_one_side_only(records, count):
    assert len(found(*records).hits) == count


@pytest.mark.parametrize(("cash", "count"), [(1000, 1), (999, 0)])
def test_rent_mostly_in_cash_is_found(cash, count):
    paid = [pay("tenant", "acc", 3, 1000, name="p1")]
    hits = found(deposit("acc", 5, cash, "tenant", name="d1"), payments=paid).hits
    assert len(hits) == count
    if hits:
        assert hits[0].evidence == ("H1", "d1")
        assert hits[0].metrics["cash_share"] == "0.500000"


@pytest.mark.parametrize(
    ("use_of", "staff", "count"),
    [(use(500), 0, 1), (use(501), 0, 0), (use(100, 89), 0, 0), (use(500), 1, 0)],
)
def test_paid_for_and_not_used_is_found(use_of, staff, count):
    nodes = (*NODES, company("tenant", staff=staff))
    paid = [pay("tenant", "acc", 3, 1000, name="p1")]
    hits = found(use_of, payments=paid, nodes=nodes).hits
    assert len(hits) == count
    if hits:
        assert hits[0].evidence == ("H1", "u", "p1")


def test_cash_of_others_unpaid_rent_and_hubs_say_nothing():
    assert found(deposit("acc", 5, 9000, "other")).hits == ()
    assert found(deposit("acc", 400, 9000, "tenant")).hits == ()
    assert found(use(1)).hits == ()
    assert found(*market(1), nodes=(*NODES, company("lord", hub="other"))).subjects_tried == 0
    assert outcome("UB-41").subjects_tried == 0
