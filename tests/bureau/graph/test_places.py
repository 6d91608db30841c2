from bureau.graph.places import area_of, ends, staff_of
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence, Node
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.graph.builders import company, person, tie

NODES = (
    Node("unit", EntityKind.PROPERTY, "unit"),
    Node("there", EntityKind.ADDRESS, "there", area="1234"),
    *(company("big", staff=3), company("none", staff=0), company("asked")),
    *(person("a"), person("b")),
)
SCENE = stage(
    CaseEvidence(
        NODES,
        (
            tie("unit", TieKind.LOCATED_AT, "there"),
            *(tie("asked", TieKind.EMPLOYS, name) for name in "ab"),
        ),
    )
)


def test_a_property_lies_where_its_address_does():
    assert area_of(SCENE, "unit") == area_of(SCENE, "there") == "1234"
    assert area_of(SCENE, "big") == area_of(SCENE, "nobody") == ""


def test_staff_is_what_a_register_or_the_ties_say():
    known = [staff_of(SCENE, name) for name in ("big", "none", "asked", "a", "nobody")]
    assert known == [3, 0, 2, None, None]


def test_ties_are_followed_either_way():
    assert list(ends(SCENE, "asked", TieKind.EMPLOYS)) == ["a", "b"]
    assert list(ends(SCENE, "a", TieKind.EMPLOYS, into=True)) == ["asked"]
    assert list(ends(SCENE, "nobody", TieKind.EMPLOYS)) == []
