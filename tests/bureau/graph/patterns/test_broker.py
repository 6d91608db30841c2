from itertools import pairwise

from bureau.graph.values import Node
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.graph.builders import account, company, holds, outcome, pay, person, tie

LEFT, RIGHT = ("a1", "a2", "a3"), ("b1", "b2", "b3")
NODES = tuple(person(name) for name in (*LEFT, *RIGHT, "go"))
KNOWS = (tie("go", TieKind.ASSOCIATES, "a1"), tie("go", TieKind.ASSOCIATES, "b1"))


def circles(euros=10_000):
    return [
        pay(one, other, day, euros)
        for side in (LEFT, RIGHT)
        for day, (one, other) in enumerate(pairwise(side))
    ]


def found(payments=None, nodes=NODES, edges=KNOWS, **more):
    paid = circles() if payments is None else payments
    return outcome("UB-47", paid, nodes=nodes, edges=edges, **more)


def test_who_alone_joins_two_groups_without_business_is_found():
    (hit,) = found().hits
    assert hit.subjects == ("go",)
    assert set(hit.evidence) == {edge.id for edge in KNOWS}
    assert hit.metrics == {
        "currency": "EUR",
        "groups": 2,
        "nodes": 7,
        "betweenness_sources": 7,
        "own_turnover": "0.00",
        "value_passing": "40000.00",
        "own_share": "0.000000",
    }


def test_own_business_counts_from_one_side_only():
    assert len(found([*circles(), pay("go", "a1", 5, 4000)]).hits) == 1
    assert found([*circles(), pay("go", "a1", 5, 4000.01)]).hits == ()


def test_a_notary_a_second_road_and_groups_without_money_are_no_hit():
    assert found(nodes=(*NODES, company("go", hub="notary"))).hits == ()
    road = (*KNOWS, tie("a3", TieKind.FAMILY, "b3"))
    assert found(edges=road).hits == ()
    assert found([]).hits == ()
    assert found([], nodes=(), edges=()).subjects_tried == 0
    assert found(nodes=(*NODES, person("go", protected=True))).hits == ()


def test_only_the_highest_betweenness_is_shown():
    ends = (tie("a3", TieKind.ASSOCIATES, "leaf"),)
    hits = found(nodes=(*NODES, person("leaf")), edges=(*KNOWS, *ends)).hits
    assert [hit.subjects for hit in hits] == [("go",)]


def test_accounts_are_drawn_together_with_their_holder():
    nodes = (*NODES, account("acc"))
    paid = [*circles(), pay("a3", "acc", 3, 10)]
    (hit,) = found(paid, nodes=nodes, edges=(*KNOWS, holds("a1", "acc"))).hits
    assert hit.metrics["nodes"] == 7


def test_the_search_says_when_it_stopped_and_a_lone_thing_changes_nothing():
    assert not found(max_steps=1).complete
    assert found(nodes=(*NODES, Node("x", EntityKind.ADDRESS, "x"))).hits == found().hits
