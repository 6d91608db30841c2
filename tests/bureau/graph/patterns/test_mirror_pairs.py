import pytest

from tests.bureau.graph.builders import account, outcome, pay

HERE = [account(name, country="NL") for name in ("taker", *(f"a{n}" for n in range(5)))]
THERE = [account(name, country="TR") for name in ("giver", *(f"b{n}" for n in range(5)))]
NODES = (*HERE, *THERE)


def mirrors(count=3, out=970, days=1, start=0):
    """Payments to one here, each mirrored by one payment of about as much there."""
    return [
        payment
        for n in range(count)
        for payment in (
            pay(f"a{n}", "taker", start + 10 * n, 1000 + 100 * n, name=f"here{n}"),
            pay("giver", f"b{n}", start + 10 * n + days, (out + 100 * n), name=f"there{n}"),
        )
    ]


def hits(rows, nodes=NODES, **settings):
    return outcome("UB-06", rows, settings=settings, nodes=nodes).hits


def test_three_mirrored_payments_with_one_intermediary_at_each_end_are_one_hit():
    (hit,) = hits(mirrors())
    assert hit.subjects == ("giver", "taker")
    assert len(hit.evidence) == 6
    assert (hit.metrics["pairs"], hit.metrics["paid_here"]) == (3, "3300.00")


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (mirrors(count=2), 0),
        (mirrors(out=920), 1),
        (mirrors(out=919), 0),
        (mirrors(days=3), 1),
        (mirrors(days=4), 0),
        ([*mirrors(), pay("a0", "b0", 8, 1)], 0),
        ([*mirrors(), pay("a0", "b0", 9, 1)], 1),
        ([*mirrors(), pay("a0", "giver", 0, 1)], 0),
    ],
)
def test_each_bound_is_met_from_one_side_only(rows, count):
    assert len(hits(rows)) == count


def test_equal_sums_of_strangers_without_an_intermediary_are_chance():
    rows = [
        payment
        for n in range(4)
        for payment in (
            pay(f"a{n}", f"a{n + 1}", 10 * n, 1000),
            pay(f"b{n}", f"b{n + 1}", 10 * n, 1000),
        )
    ]
    assert hits(rows) == ()
    assert hits([]) == ()


def test_where_no_country_is_known_or_only_one_there_is_no_mirror():
    assert hits(mirrors(), ()) == ()
    assert hits(mirrors(), tuple(account(node.id, country="NL") for node in NODES)) == ()


def test_no_payment_is_in_two_pairs():
    rows = [pay("a0", "taker", 0, 1000), *(pay("giver", f"b{n}", n, 1000) for n in range(3))]
    assert hits(rows, m=2) == ()
