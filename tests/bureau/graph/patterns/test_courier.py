from dataclasses import replace

import pytest

from tests.bureau.graph.builders import company, outcome
from tests.bureau.graph.patterns.planted import courier


def test_one_who_carries_cash_of_many_to_one_place_is_found():
    (hit,) = outcome("UB-19", **courier()).hits
    assert hit.subjects == ("cor", "garage")
    assert set(hit.evidence) == {"h0", "h1", "h2", "h3", "s0", "s1", "s2", "s3"}
    assert hit.metrics == {
        "currency": "EUR",
        "givers": 4,
        "hand_overs": 4,
        "at_one_place": 4,
        "part_at_one_place": "1.000000",
        "handed_over": "36000.00",
    }


@pytest.mark.parametrize(
    ("case", "settings", "hits"),
    [
        (courier(arrivals=3), {}, 0),  # three quarters of the visits
        (courier(after=6), {}, 1),
        (courier(after=6.01), {}, 0),
        (courier(), {"k": 5}, 0),
        (courier(), {"w_days": 3}, 1),
        (courier(), {"w_days": 2}, 0),
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, settings, hits):
    assert len(outcome("UB-19", settings=settings, **case).hits) == hits


def test_a_regulated_carrier_of_cash_is_not_accused():
    nodes = (*(n for n in courier()["nodes"] if n.id != "cor"), company("cor", hub="transport"))
    found = outcome("UB-19", **{**courier(), "nodes": nodes})
    assert (found.hits, found.subjects_tried) == ((), 0)


def test_the_part_at_one_place_is_of_visits_however_many_givers():
    case = courier(arrivals=3)
    records = (
        *case["records"],
        *(
            replace(each, id=f"again {each.id}")
            for each in case["records"]
            if each.id in ("h0", "s0")
        ),
    )
    (hit,) = outcome("UB-19", **{**case, "records": records}).hits
    assert (hit.metrics["givers"], hit.metrics["part_at_one_place"]) == (4, "0.800000")
