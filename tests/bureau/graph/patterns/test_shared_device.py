import pytest

from bureau.graph.values import Node
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.graph.builders import company, outcome, person, tie

PHONE = Node("phone", EntityKind.PHONE, "phone")
NODES = (PHONE, company("one"), company("two"), person("boss"))
USES = (
    tie("one", TieKind.USES, "phone", on="2024-01", valid_to="2024-03"),
    tie("two", TieKind.USES, "phone", on="2024-03"),
)


def found(edges=USES, nodes=NODES, **settings):
    return outcome("UB-45", nodes=nodes, edges=tuple(edges), settings=settings)


def test_two_strangers_with_one_phone_are_found():
    (hit,) = found().hits
    assert hit.subjects == ("phone", "one", "two")
    assert set(hit.evidence) == {edge.id for edge in USES}
    assert hit.metrics == {"users": 2, "unrelated": 2}


def test_one_after_the_other_is_a_number_issued_again():
    later = (USES[0], tie("two", TieKind.USES, "phone", on="2024-04"))
    assert found(later).hits == ()


@pytest.mark.parametrize("kind", [TieKind.DIRECTS, TieKind.OWNS, TieKind.EMPLOYS])
def test_a_declared_relation_explains_it(kind):
    assert found((*USES, tie("boss", kind, "one"), tie("boss", kind, "two"))).hits == ()


@pytest.mark.parametrize(("more", "count"), [(1, 1), (2, 0)])
def test_what_more_than_three_use_is_public(more, count):
    others = tuple(company(f"c{n}") for n in range(more))
    edges = (*USES, *(tie(node.id, TieKind.USES, "phone") for node in others))
    assert len(found(edges, (*NODES, *others)).hits) == count


def test_the_machine_of_an_accountant_a_wallet_and_a_victim_are_no_sign():
    assert found(nodes=(*NODES, company("two", hub="other"))).hits == ()
    assert found(nodes=(Node("phone", EntityKind.WALLET, "w"), *NODES[1:])).hits == ()
    assert found(nodes=(*NODES, person("two", protected=True))).hits == ()
    assert found((), ()).subjects_tried == 0
