import pytest

from tests.bureau.graph.builders import outcome
from tests.bureau.graph.patterns.planted import tokens


def test_hand_overs_opened_by_tokens_and_joined_by_a_courier_are_found():
    (hit,) = outcome("UB-17", **tokens()).hits
    assert hit.subjects == ("ann", "dee", "cor", "bob")
    assert hit.evidence == ("m1", "h1", "m2", "h2")
    assert hit.metrics == {
        "currency": "EUR",
        "hand_overs": 2,
        "tokens": 2,
        "couriers": 1,
        "handed_over": "8000.00",
    }


@pytest.mark.parametrize(
    ("case", "hits"),
    [
        (tokens(hours=72), 1),
        (tokens(hours=72.01), 0),
        (tokens(hours=-1), 0),  # the message came after
        (tokens(courier=None), 0),  # two hand-overs that nothing joins, each below 10,000
        (tokens(courier=None, euros=9999.99), 0),
        (tokens(courier=None, euros=10000), 2),
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, hits):
    assert len(outcome("UB-17", **case).hits) == hits


def test_a_sale_with_a_code_and_a_small_sum_is_not_accused():
    sale = tokens(courier=None, euros=45)
    assert outcome("UB-17", **sale).hits == ()
