from fractions import Fraction

import pytest

from bureau.graph.patterns.cash_share import spread
from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import account, company, deposit, holds, outcome, record
from tests.bureau.graph.patterns.planted import cash_share, peers


def test_the_spread_is_that_of_the_median():
    assert spread([Fraction(n) for n in (1, 2, 3, 4, 100)]) == (3, 1)
    assert spread([Fraction(n) for n in (1, 2, 4, 5)]) == (3, Fraction(3, 2))


def test_far_more_cash_than_comparable_businesses_is_found():
    (hit,) = outcome("UB-14", **cash_share()).hits
    assert hit.subjects == ("cafe",)
    assert hit.evidence[0] == "turnover"
    assert len(hit.evidence) == 16
    assert hit.metrics == {
        "currency": "EUR",
        "turnover": "200000.00",
        "cash": "160000.00",
        "cash_share": "0.800000",
        "peers": 15,
        "peers_median": "0.120000",
        "peers_deviation": "0.010000",
        "deviations": "45.87",
    }


@pytest.mark.parametrize(
    ("case", "settings", "hits"),
    [
        (cash_share(count=14), {}, 0),
        (cash_share("0.25"), {"x_eur": 50000}, 1),
        (cash_share("0.249999"), {"x_eur": 50000}, 0),
        (cash_share("0.134826"), {"z": 1, "x_eur": 1}, 1),  # exactly one deviation
        (cash_share("0.134825"), {"z": 1, "x_eur": 1}, 0),
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, settings, hits):
    assert len(outcome("UB-14", settings=settings, **case).hits) == hits


def test_a_business_of_another_trade_or_size_is_no_peer():
    case = cash_share()
    other = {**case, "nodes": (company("cafe", activity="market stall"),)}
    assert outcome("UB-14", **other).hits == ()
    small = (case["records"][0], *peers(turnover=66_000))
    assert outcome("UB-14", **{**case, "records": small}).hits == ()
    assert outcome("UB-14", **{**case, "nodes": (company("cafe"),)}).hits == ()


def test_where_the_books_say_nothing_of_cash_the_deposits_are_counted():
    case = cash_share()
    turnover = record(RecordKind.TURNOVER, 0, 200_000, until=365, company="cafe", name="turnover")
    cash = tuple(deposit("acc", 30 * i, 60_000, name=f"d{i}") for i in range(3))
    (hit,) = outcome(
        "UB-14",
        nodes=(*case["nodes"], account("acc")),
        edges=(holds("cafe", "acc"),),
        records=(turnover, *cash, *peers()),
    ).hits
    assert hit.metrics["cash"] == "180000.00"
    assert hit.evidence[:4] == ("turnover", "d0", "d1", "d2")
