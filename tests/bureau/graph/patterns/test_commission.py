import pytest

from tests.bureau.graph.builders import company, evidence_of, outcome, pay


def services(shares, gap=1):
    """For each share a payment in of 1000 and, some days later, what is left of it out."""
    return [
        payment
        for n, part in enumerate(shares)
        for payment in (
            pay(f"c{n}", "x", 5 * n, 1000, name=f"in{n}"),
            pay("x", f"d{n}", 5 * n + gap, 1000 * (1 - part), name=f"out{n}"),
        )
    ]


def hits(rows, **settings):
    return outcome("UB-07", rows, settings=settings).hits


def test_a_price_that_stays_the_same_is_found():
    (hit,) = hits(services([0.03] * 5))
    assert hit.subjects == ("x",)
    assert hit.metrics == {
        "currency": "EUR",
        "pairs": 5,
        "total_in": "5000.00",
        "total_out": "4850.00",
        "mean_margin": "0.030000",
        "spread": "0.000000",
    }


@pytest.mark.parametrize(
    ("shares", "settings", "count"),
    [
        ([0.03] * 4, {}, 0),
        ([0.005] * 5, {}, 1),
        ([0.0049] * 5, {}, 0),
        ([0.08] * 5, {}, 1),
        ([0.081] * 5, {}, 0),
        ([0.025, 0.035] * 3, {}, 1),
        ([0.0249, 0.0351] * 3, {}, 0),
        ([0.03] * 5, {"d_hours": 24}, 1),
        ([0.03] * 5, {"d_hours": 23}, 0),
    ],
)
def test_each_bound_is_met_from_one_side_only(shares, settings, count):
    assert len(hits(services(shares), **settings)) == count


def test_a_trader_whose_margin_varies_is_not_shown():
    assert hits(services([0.01, 0.06, 0.03, 0.08, 0.02, 0.05])) == ()
    assert hits([]) == ()


def test_pairs_picked_from_much_else_that_comes_in_are_no_price():
    other = [pay("shop", "x", 5 * n, 1001, at=9) for n in range(1, 4)]
    assert len(hits([*services([0.03] * 5), *other])) == 1
    more = [pay("shop", "x", 5 * n + 3, 3000) for n in range(1, 4)]
    assert hits([*services([0.03] * 5), *more]) == ()


def test_every_payment_is_in_one_pair_and_a_hub_is_no_subject():
    (proof,) = evidence_of(outcome("UB-07", services([0.03] * 6)))
    assert len(proof) == 12
    assert outcome("UB-07", services([0.03] * 6), nodes=(company("x", hub="broker"),)).hits == ()
