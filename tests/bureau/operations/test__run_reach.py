"""How far a run may look, and why."""

import pytest

from bureau.errors import Invalid
from bureau.graph.values import CaseEvidence
from bureau.operations._run_reach import Reach, nearby, reach
from bureau.operations._scene_rows import Evidence
from bureau.rules.vocabulary import TieKind
from tests.bureau.graph.builders import person, tie

NODES = tuple(person(name) for name in "abc")
EDGES = (tie("a", TieKind.FAMILY, "b"), tie("b", TieKind.FAMILY, "c"))


def test_one_tie_needs_no_reason_and_more_do():
    assert reach(1, "") == Reach(1, "")
    assert reach(3, " waarom ") == Reach(3, "waarom")
    for hops, why in ((2, ""), (0, "x"), (4, "x")):
        with pytest.raises(Invalid):
            reach(hops, why)


def test_the_evidence_is_that_within_reach_and_a_sentence_says_so():
    whole = Evidence(CaseEvidence(NODES, EDGES), {}, {}, ("a",))
    near, said = nearby(whole, Reach(0, ""))
    assert [edge.source for edge in near.values.edges] == ["a"]
    assert "within 0" in said
    unknown = Evidence(CaseEvidence(NODES, EDGES), {}, {})
    assert nearby(unknown, Reach(1, ""))[0] is unknown
