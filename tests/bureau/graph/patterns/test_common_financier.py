import pytest

from bureau.graph.values import Node
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.graph.builders import company, outcome, person, tie

UNITS = ("u1", "u2", "u3", "u4")
NODES = (
    *(Node(name, EntityKind.PROPERTY, name) for name in UNITS),
    Node("row", EntityKind.ADDRESS, "row", area="1234"),
    Node("far", EntityKind.ADDRESS, "far", area="9999"),
    *(person("money"), company("one"), company("two")),
)
AT = tuple(tie(name, TieKind.LOCATED_AT, "row") for name in UNITS)
OWNED = (
    *(tie("one", TieKind.OWNS, name) for name in UNITS[:2]),
    *(tie("two", TieKind.OWNS, name) for name in UNITS[2:]),
)
LENT = (
    tie("money", TieKind.LENDS, "one", on="2024-02-01"),
    tie("money", TieKind.DIRECTS, "two", on="2024-03"),
)


def found(edges, nodes=NODES, **settings):
    return outcome("UB-42", nodes=nodes, edges=tuple(edges), settings=settings)


def test_one_financier_behind_two_owners_is_found():
    (hit,) = found((*AT, *OWNED, *LENT)).hits
    assert hit.subjects == ("money", "one", "two", *UNITS)
    assert set(hit.evidence) == {edge.id for edge in (*OWNED, *LENT)}
    assert hit.metrics == {"units": 4, "owners_on_paper": 2}
    assert [day.isoformat() for day in hit.window] == ["2024-02-01", "2024-03-01"]


@pytest.mark.parametrize(
    "edges",
    [
        (*AT, *OWNED, LENT[0]),
        (*AT, *OWNED[:3], *LENT),
        (*AT[:3], tie("u4", TieKind.LOCATED_AT, "far"), *OWNED, *LENT),
        (*AT, *(tie("one", TieKind.OWNS, name) for name in UNITS), LENT[0]),
        (*OWNED, *LENT),
        (),
    ],
)
def test_fewer_units_another_area_or_one_owner_are_no_hit(edges):
    assert found(edges).hits == ()


def test_a_bank_is_no_hidden_financier_and_a_victim_is_in_none():
    assert found((*AT, *OWNED, *LENT), (*NODES, company("money", hub="bank"))).hits == ()
    assert found((*AT, *OWNED, *LENT), (*NODES, person("money", protected=True))).hits == ()


def test_units_of_ones_own_count_with_those_of_others():
    own = (tie("money", TieKind.OWNS, "u1"), *OWNED[1:])
    assert found((*AT, *own, *LENT), k=4).hits[0].subjects[0] == "money"
