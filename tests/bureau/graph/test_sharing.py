from bureau.graph.scene import stage
from bureau.graph.sharing import THINGS, shared
from bureau.graph.values import CaseEvidence, Node
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.graph.builders import company, person, tie

NODES = (
    Node("phone", EntityKind.PHONE, "phone"),
    *(company("one"), company("two"), person("boss"), company("bank", hub="bank")),
)
EDGES = (
    tie("one", TieKind.USES, "phone", on="2024-01", valid_to="2024-02"),
    tie("two", TieKind.USES, "phone", on="2024-03"),
    tie("boss", TieKind.DIRECTS, "one"),
    tie("bank", TieKind.LENDS, "one"),
    tie("one", TieKind.ASSOCIATES, "two"),
)


def test_what_is_used_and_who_directs_are_shared_and_a_bank_is_not():
    found = shared(stage(CaseEvidence(NODES, EDGES)))
    assert {what: sorted(by) for what, by in found.items()} == {
        "phone": ["one", "two"],
        "boss": ["one"],
    }
    one, two = (found["phone"][name][0] for name in ("one", "two"))
    assert one.tie == EDGES[0].id
    assert not one.together(two)


def test_only_things_where_things_are_asked_for():
    assert list(shared(stage(CaseEvidence(NODES, EDGES)), THINGS)) == ["phone"]
