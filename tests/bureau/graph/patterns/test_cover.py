import pytest

from bureau.rules.vocabulary import RecordKind, TieKind
from tests.bureau.graph.builders import outcome, pay, person, record, tie
from tests.bureau.graph.patterns.planted import cover


def test_flows_outside_the_trade_and_above_the_turnover_are_found():
    (hit,) = outcome("UB-23", **cover()).hits
    assert hit.subjects == ("phones",)
    assert hit.evidence == ("declared", *(f"in{i}" for i in range(6)))
    assert hit.metrics == {
        "currency": "EUR",
        "turnover": "100000.00",
        "came_in": "156000.00",
        "went_out": "5000.00",
        "times_turnover": "1.560000",
        "counterparties": 7,
        "outside": 6,
        "outside_part": "0.857143",
    }


@pytest.mark.parametrize(
    ("case", "settings", "hits"),
    [
        (cover(declared=104_000), {}, 1),  # exactly one and a half times
        (cover(declared=104_000.01), {}, 0),
        (cover(), {"q": "0.857142"}, 1),
        (cover(), {"q": "0.857143"}, 0),
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, settings, hits):
    assert len(outcome("UB-23", settings=settings, **case).hits) == hits


def test_a_busy_shop_with_customers_at_the_counter_is_not_accused():
    case = cover(outside=0)
    customers = tuple(person(f"c{i}") for i in range(200))
    sales = tuple(pay(f"c{i}", "phones", i, 1000) for i in range(200))
    shop = {"nodes": (*case["nodes"], *customers), "payments": (*case["payments"], *sales)}
    assert outcome("UB-23", **{**case, **shop}).hits == ()


def test_firms_with_an_invoice_or_of_the_same_group_are_not_outside():
    case = cover()
    invoices = tuple(
        record(RecordKind.INVOICE, 9, 26_000, seller="phones", buyer=f"far{i}") for i in range(6)
    )
    assert outcome("UB-23", **{**case, "records": (*case["records"], *invoices)}).hits == ()
    group = tuple(tie("phones", TieKind.OWNS, f"far{i}") for i in range(6))
    assert outcome("UB-23", **case, edges=group).hits == ()


def test_without_invoices_or_a_declared_turnover_nothing_is_compared():
    case = cover()
    turnover, invoice = case["records"]
    for records in ((turnover,), (invoice,)):
        found = outcome("UB-23", **{**case, "records": records})
        assert (found.hits, found.subjects_tried) == ((), 0)
