import pytest

from tests.bureau.graph.builders import company, outcome, pay


def collected(day=0, payers=10, each=1000, out=10000, to="trader"):
    """So many payers one day after another, and the day after the last one payment out."""
    rows = [pay(f"p{n}", "x", day, each, at=8 + n % 12) for n in range(payers)]
    return [*rows, pay("x", to, day + 1, out)]


def twice(**said):
    return [*collected(**said), *collected(day=20, **said)]


def hits(rows, nodes=(), **settings):
    return outcome("UB-09", rows, settings=settings, nodes=nodes).hits


def test_many_small_sums_that_leave_at_once_twice_are_found():
    (hit,) = hits(twice())
    assert hit.subjects == ("x", "trader")
    assert len(hit.evidence) == 22
    assert hit.metrics == {
        "currency": "EUR",
        "times": 2,
        "payers": 10,
        "payments_in": 20,
        "total_in": "20000.00",
        "total_out": "20000.00",
    }


@pytest.mark.parametrize(
    ("rows", "settings", "count"),
    [
        (collected(), {}, 0),
        (collected(), {"r": 1}, 1),
        (twice(payers=9), {}, 0),
        (twice(out=12500), {}, 1),
        (twice(out=12501), {}, 0),
        (twice(out=8334), {}, 1),
        (twice(out=8333), {}, 0),
        (twice(payers=5, each=2000), {"k": 5}, 1),
        (twice(payers=5, each=2001), {"k": 5}, 0),
        (
            [
                pay(
                    p.source,
                    p.target,
                    0 if p.source[0] == "p" else 7,
                    1000 if p.source[0] == "p" else 10000,
                )
                for p in collected()
            ],
            {"r": 1},
            0,
        ),
    ],
)
def test_each_bound_is_met_from_one_side_only(rows, settings, count):
    assert len(hits(rows, **settings)) == count


def test_a_receiver_known_to_do_something_else_is_no_trader():
    assert hits(twice(), (company("trader", sector="4646"),))
    assert hits(twice(), (company("trader", sector="8520"),)) == ()
    assert hits(twice(), (company("trader", hub="bank"),)) == ()


def test_one_payer_in_many_parts_is_not_many():
    rows = [pay("p", "x", day, 1000, at=8 + n) for day in (0, 20) for n in range(10)]
    assert hits([*rows, pay("x", "t", 1, 10000), pay("x", "t", 21, 10000)]) == ()
    assert hits([]) == ()
