from datetime import timedelta

import pytest

from bureau.graph.patterns.resale import in_order
from bureau.graph.values import Permit
from tests.bureau.graph.builders import START, company, outcome, person, sell

FIRST = sell("S1", "a", "b", 0, 100_000)


def hits(*sales, **more):
    return outcome("UB-38", sales=sales, **more).hits


def test_a_quick_resale_at_a_much_higher_price_is_found():
    (hit,) = hits(FIRST, sell("S2", "b", "c", 90, 150_000))
    assert hit.subjects == ("house", "a", "b", "c")
    assert hit.evidence == ("S1", "S2")
    assert hit.metrics == {
        "currency": "EUR",
        "first_price": "100000.00",
        "last_price": "150000.00",
        "largest_ratio": "1.500000",
        "sales": 2,
        "days": 90,
        "index_corrected": "no",
    }


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (sell("S2", "b", "c", 180, 125_000), 1),
        (sell("S2", "b", "c", 181, 125_000), 0),
        (sell("S2", "b", "c", 180, 124_999), 0),
        (sell("S2", "b", "c", 90, 150_000, property="other"), 0),
        (sell("S2", "b", "c", 90, 150_000, currency="USD"), 0),
    ],
)
def test_price_and_period_count_from_one_side_only(second, count):
    assert len(hits(FIRST, second)) == count


def test_a_gift_has_no_price_to_compare_with():
    assert hits(sell("S1", "a", "b", 0, 0), sell("S2", "b", "c", 1, 150_000)) == ()


@pytest.mark.parametrize(("day", "count"), [(-1, 1), (0, 0), (45, 0), (90, 0), (91, 1)])
def test_a_permit_in_between_explains_the_rise(day, count):
    permits = (Permit("house", START + timedelta(days=day)), Permit("other", START))
    assert len(hits(FIRST, sell("S2", "b", "c", 90, 150_000), permits=permits)) == count


def test_prices_are_corrected_where_the_index_is_known():
    sales = (FIRST, sell("S2", "b", "c", 60, 130_000))
    index = {"2024-01": "100", "2024-03": "104"}
    (hit,) = hits(*sales, price_index=index)
    assert (hit.metrics["index_corrected"], hit.metrics["largest_ratio"]) == ("yes", "1.250000")
    assert hits(*sales, price_index={**index, "2024-03": "104.1"}) == ()


def test_several_jumps_in_a_row_are_one_hit():
    sales = (FIRST, sell("S2", "b", "c", 30, 150_000), sell("S3", "c", "d", 60, 200_000))
    (hit,) = hits(*sales)
    assert hit.evidence == ("S1", "S2", "S3")
    assert hit.metrics["sales"] == 3


def test_jumps_with_a_calm_sale_between_are_two_hits():
    sales = (
        FIRST,
        sell("S2", "b", "c", 30, 150_000),
        sell("S3", "c", "d", 60, 150_000),
        sell("S4", "d", "e", 90, 200_000),
    )
    assert [hit.evidence for hit in hits(*sales)] == [("S1", "S2"), ("S3", "S4")]


def test_sales_of_one_day_follow_the_property_from_hand_to_hand():
    through = sell("S0", "b", "c", 0, 150_000)
    assert [sale.id for sale in in_order([through, FIRST])] == ["S1", "S0"]
    assert len(hits(through, FIRST)) == 1


def test_sales_in_a_circle_on_one_day_keep_some_order():
    assert len(in_order([FIRST, sell("S2", "b", "a", 0, 1)])) == 2


def test_a_sale_by_a_victim_is_not_shown_and_joins_nothing():
    sales = (FIRST, sell("S2", "b", "eve", 30, 100_000), sell("S3", "eve", "c", 60, 150_000))
    assert hits(*sales, nodes=(person("eve", protected=True),)) == ()
    assert hits(*sales, nodes=(company("house", protected=True),)) == ()


def test_no_base_rate_is_given_and_properties_are_counted():
    found = outcome("UB-38", sales=(FIRST, sell("S9", "x", "y", 0, 1, property="z")), reshuffles=3)
    assert found.subjects_tried == 2
    assert found.base_rate["at_least_as_many"] is None


def test_the_search_says_when_it_stopped_early():
    assert not outcome("UB-38", sales=(FIRST,), max_steps=0).complete
