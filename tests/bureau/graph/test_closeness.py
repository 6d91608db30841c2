from bureau.graph.closeness import Closeness
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence
from bureau.rules.vocabulary import TieKind
from tests.bureau.graph.builders import START, account, company, holds, person, tie

NODES = (*(person(name) for name in "abcd"), company("bank", hub="bank"), account("joint"))


def near(*edges, most=2):
    return Closeness(stage(CaseEvidence(NODES, edges)), (TieKind.FAMILY, TieKind.OWNS), most)


def test_ties_are_counted_whatever_their_direction():
    found = near(*(tie(x, TieKind.FAMILY, y) for x, y in (("a", "b"), ("c", "b"), ("c", "d"))))
    assert found.near("a", "c")
    assert found.near("a", "a")
    assert not found.near("a", "d")


def test_other_ties_and_a_shared_bank_bring_nobody_near():
    edges = (tie("bank", TieKind.OWNS, "a"), tie("bank", TieKind.OWNS, "b"))
    assert not near(*edges, tie("a", TieKind.LIVES_AT, "b")).near("a", "b")


def test_a_joint_account_is_near_to_whom_its_holders_are_near():
    scene = stage(CaseEvidence(NODES, (holds("a", "joint"), holds("b", "joint"))))
    agent = scene.agents.of("joint", START)
    assert Closeness(scene, (TieKind.FAMILY,), 2).near(agent, "b")
