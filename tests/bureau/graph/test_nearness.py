from bureau.graph.nearness import Nearness
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence
from bureau.rules.vocabulary import TieKind
from tests.bureau.graph.builders import account, company, holds, person, tie

NODES = (*map(person, ("ann", "bob", "cem", "dee", "eve")), company("shop"), account("joint"))
EDGES = (
    tie("ann", TieKind.FAMILY, "bob"),
    tie("shop", TieKind.EMPLOYS, "bob"),
    tie("shop", TieKind.LEASES, "cem"),
    tie("dee", TieKind.LIVES_AT, "ann"),
    holds("ann", "joint"),
    holds("dee", "joint"),
)
NEAR = Nearness(stage(CaseEvidence(nodes=NODES, edges=EDGES)))


def test_two_ties_of_closeness_or_fewer_make_people_related():
    assert NEAR.related("ann", "ann")
    assert NEAR.related("ann", "shop")
    assert not NEAR.related("ann", "cem")  # three ties
    assert not NEAR.related("ann", "dee")  # a home is an address, no closeness
    assert not NEAR.related("ann", "nobody")


def test_strangers_are_those_who_are_not_related():
    assert NEAR.strangers(("eve", "bob", "shop", "eve", "cem"), "ann") == ["cem", "eve"]


def test_those_related_to_each_other_count_for_one():
    assert NEAR.circles(()) == 0
    assert NEAR.circles(("ann", "bob", "eve", "dee")) == 3
    assert NEAR.at_least(2, {"ann", "eve"})
    assert not NEAR.at_least(2, {"ann", "bob"})
    assert not NEAR.at_least(3, {"ann", "eve"})


def test_nobody_is_related_through_a_regulated_hub():
    nodes = (person("ann"), person("bob"), company("bank", hub="bank"))
    edges = (tie("bank", TieKind.EMPLOYS, "ann"), tie("bank", TieKind.EMPLOYS, "bob"))
    near = Nearness(stage(CaseEvidence(nodes=nodes, edges=edges)))
    assert not near.related("ann", "bob")
