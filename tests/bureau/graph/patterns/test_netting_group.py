from itertools import pairwise

import pytest

from tests.bureau.graph.builders import company, evidence_of, outcome, pay


def circle(back=60000, names="abc", day=0):
    """Each pays the next, and what the last pays the first is `back`."""
    turns = pairwise(names)
    rows = [
        pay(one, other, day + n, 60000, name=f"{one}{other}")
        for n, (one, other) in enumerate(turns)
    ]
    return [*rows, pay(names[-1], names[0], day + len(names), back, name=f"{names[-1]}{names[0]}")]


def hits(rows, **settings):
    return outcome("UB-02", rows, settings=settings).hits


def test_three_that_end_near_nothing_while_much_moved_are_found():
    (hit,) = hits(circle())
    assert hit.subjects == ("a", "b", "c")
    assert hit.evidence == ("ab", "bc", "ca")
    assert hit.metrics == {
        "currency": "EUR",
        "agents": 3,
        "payments": 3,
        "gross": "360000.00",
        "net": "0.00",
        "net_share": "0.000000",
    }


@pytest.mark.parametrize(
    ("rows", "settings", "count"),
    [
        (circle(), {"Gmin_eur": 360000}, 1),
        (circle(), {"Gmin_eur": 360001}, 0),
        (circle(back=36000), {"rho": "0.15385"}, 1),
        (circle(back=36000), {"rho": "0.153"}, 0),
        (circle(names="abcd"), {"Smax": 4}, 1),
        (circle(names="abcd"), {"Smax": 3}, 0),
        (circle(names="ab"), {}, 0),
        (circle(), {"W_days": 3}, 0),
        (circle(), {"W_days": 8}, 1),
    ],
)
def test_each_bound_is_met_from_one_side_only(rows, settings, count):
    assert len(hits(rows, **settings)) == count


def test_ordinary_trade_that_leaves_its_profit_behind_is_not_shown():
    assert hits([*circle(back=20000), pay("a", "b", 9, 50000)]) == ()
    assert hits([]) == ()


def test_a_circle_through_a_hub_is_none():
    bank = (company("b", hub="bank"),)
    assert outcome("UB-02", circle(), nodes=bank).hits == ()


def test_payments_with_others_are_no_evidence_and_windows_give_one_hit():
    rows = [*circle(), pay("a", "x", 1, 90000)]
    assert evidence_of(outcome("UB-02", rows)) == [{"ab", "bc", "ca"}]
    assert len(hits(circle(), W_days=30)) == 1


def test_the_search_stops_where_its_work_is_spent():
    assert not outcome("UB-02", [*circle(), *circle(names="xyz")], max_steps=1).complete
