from fractions import Fraction

import pytest

from bureau.graph.patterns.structuring import tail
from tests.bureau.graph.builders import company, outcome, pay, person


def deposits(count, euros=9500.0, *, to="x", start=0):
    return [pay(f"in{i}", to, start + i, euros) for i in range(count)]


def hits(payments, **settings):
    return outcome("UB-10", payments, settings=settings).hits


def test_the_chance_is_that_of_a_fair_coin():
    assert tail(7, 7) == Fraction(1, 128)
    assert tail(0, 5) == 1
    assert tail(8, 9) == Fraction(10, 512)


def test_amounts_just_under_a_limit_are_found():
    (hit,) = hits(deposits(7))
    assert hit.subjects == ("x",)
    assert hit.metrics == {
        "currency": "EUR",
        "direction": "in",
        "payments_below": 7,
        "payments_above": 0,
        "total_below": "66500.00",
        "p": "0.00781",
    }


@pytest.mark.parametrize(
    ("payments", "count"),
    [
        (deposits(6), 0),  # p = 1/64 > 0.01
        (deposits(7, 7000), 1),
        (deposits(7, 6999.99), 0),
        (deposits(7, 9999.99), 1),
        (deposits(7, 10000), 0),
        ([*deposits(7), pay("y", "x", 3, 10000)], 0),  # 7 of 8: p = 9/256
        ([*deposits(10), pay("y", "x", 3, 12999.99)], 1),  # 10 of 11: p = 12/2048
        ([*deposits(7), pay("y", "x", 3, 13000)], 1),  # above the upper band: no evidence
    ],
)
def test_bands_and_chance_count_from_one_side_only(payments, count):
    assert len(hits(payments)) == count


def test_the_deposits_must_fall_in_one_window():
    assert len(hits([*deposits(6), pay("y", "x", 10, 9500)])) == 1
    assert hits([*deposits(6), pay("y", "x", 11, 9500)]) == ()


def test_their_number_and_sum_count_too():
    assert len(hits(deposits(7), n=7)) == 1
    assert hits(deposits(7), n=8) == ()
    assert hits(deposits(1), n=1, alpha=1) == ()
    assert len(hits(deposits(2, 5000), n=1, alpha=1, f=0.5)) == 1


def test_who_pays_so_is_found_as_well_as_who_receives():
    (hit,) = hits([pay("a", f"to{i}", i, 9500) for i in range(8)])
    assert (hit.subjects, hit.metrics["direction"]) == (("a",), "out")


def test_the_same_payments_are_one_hit_of_both_sides():
    (hit,) = hits([pay("a", "b", i, 9500) for i in range(8)])
    assert (hit.subjects, hit.metrics["direction"]) == (("a", "b"), "between")


def test_an_officer_sees_one_hit_for_one_stretch():
    assert len(hits(deposits(40))) == 4


def test_victims_and_hubs_are_no_subjects():
    for node in (person("x", protected=True), company("x", hub="tax")):
        found = outcome("UB-10", deposits(9), nodes=(node,))
        assert (found.hits, found.subjects_tried) == ((), 0)


def test_the_search_says_when_it_stopped_early():
    assert not outcome("UB-10", deposits(9), max_steps=3).complete
