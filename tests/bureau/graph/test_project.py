import pytest

from bureau.graph.project import EDGES, Reading, barred, project
from bureau.rules.vocabulary import Certainty, TieKind
from tests.bureau.graph.builders import account, company, holds, person, tie


def test_a_victim_never_enters_the_graph():
    graph = project(
        [person("ann"), person("eve", protected=True)], [tie("ann", TieKind.PAYS, "eve")]
    )
    assert list(graph) == ["ann"]
    assert graph.number_of_edges() == 0


def test_an_account_held_by_a_victim_stays_out_with_her():
    nodes = [person("eve", protected=True), account("acc-eve"), account("acc-ann"), person("ann")]
    graph = project(nodes, [holds("eve", "acc-eve"), tie("acc-eve", TieKind.PAYS, "acc-ann")])
    assert set(graph) == {"ann", "acc-ann"}


def test_what_is_controlled_by_a_victim_stays_out_however_long_the_chain():
    nodes = [
        person("eve", protected=True),
        company("shop", agent="eve"),
        account("x", agent="shop"),
    ]
    assert barred(nodes, []) == {"eve", "shop", "x"}


def test_controllers_in_a_circle_do_not_hang():
    assert barred([company("a", agent="b"), company("b", agent="a")], []) == frozenset()


def test_a_company_directed_by_a_victim_stays_in_without_her():
    nodes = [person("eve", protected=True), company("shop")]
    assert list(project(nodes, [tie("eve", TieKind.DIRECTS, "shop")])) == ["shop"]


def test_a_tie_keeps_what_is_known_of_it():
    edge = tie("ann", TieKind.OWNS, "shop", certainty=Certainty.PROBABLE, on="2024-05", share="50%")
    graph = project([person("ann"), company("shop")], [edge])
    said = graph.edges["ann", "shop", edge.id]
    assert (said["kind"], said["certainty"], said["on"], said["share"]) == (
        TieKind.OWNS,
        Certainty.PROBABLE,
        "2024-05",
        "50%",
    )


def test_a_tie_to_somebody_unknown_is_not_drawn():
    assert list(project([person("ann")], [tie("ann", TieKind.PAYS, "nobody")])) == ["ann"]


def test_order_of_the_rows_does_not_change_the_graph():
    nodes, edges = [person("b"), person("a")], [tie("a", TieKind.PAYS, "b")]
    assert list(project(nodes, edges)) == list(project(nodes[::-1], edges)) == ["a", "b"]


@pytest.mark.parametrize("kind", list(TieKind))
def test_every_kind_of_tie_reads_aloud_in_both_languages(kind):
    assert EDGES[kind].nl
    assert EDGES[kind].en


def test_an_address_is_drawn_but_no_pattern_reads_it():
    assert EDGES[TieKind.LIVES_AT].reading is Reading.DRAWN
    assert EDGES[TieKind.FAMILY].reading is Reading.CLOSE
    assert EDGES[TieKind.PAYS].reading is Reading.VALUE
