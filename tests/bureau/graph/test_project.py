import pytest

from bureau.graph.project import EDGES, Reading, barred, project
from bureau.graph.values import Node
from bureau.rules.vocabulary import Certainty, EntityKind, TieKind
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


def test_a_phone_that_a_victim_uses_stays_out_although_others_use_it_too():
    nodes = [person("eve", protected=True), person("ann"), Node("tel", EntityKind.PHONE, "tel")]
    ties = [tie("eve", TieKind.USES, "tel"), tie("ann", TieKind.USES, "tel")]
    assert list(project(nodes, ties)) == ["ann"]


def test_a_company_that_a_victim_is_said_to_use_is_not_barred_as_her_thing():
    nodes = [person("eve", protected=True), company("shop"), account("x"), account("y")]
    ties = [tie("eve", TieKind.USES, "shop"), holds("shop", "x"), tie("x", TieKind.PAYS, "y")]
    assert barred(nodes, ties) == {"eve"}


def test_sharing_a_phone_or_a_room_is_not_taken_for_closeness():
    assert {EDGES[kind].reading for kind in (TieKind.USES, TieKind.OPERATES_AT)} == {Reading.DRAWN}


def test_what_is_controlled_by_a_victim_stays_out_however_long_the_chain():
    nodes = [
        person("eve", protected=True),
        company("shop", agent="eve"),
        account("x", agent="shop"),
    ]
    assert barred(nodes, []) == {"eve", "shop", "x"}


def test_accounts_and_phones_under_another_record_of_a_victim_stay_out_too():
    nodes = [person("eve", protected=True), person("eva", agent="eve"), account("x"), account("y")]
    ties = [holds("eva", "x"), tie("eva", TieKind.USES, "tel"), holds("ann", "y")]
    assert barred(nodes, ties) == {"eve", "eva", "x", "tel"}


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


def test_a_place_or_thing_that_only_the_protected_have_to_do_with_is_not_shown():
    home = Node("home", EntityKind.ADDRESS, "Schuilstraat 7")
    shop = Node("shop", EntityKind.ADDRESS, "Kade 1")
    car = Node("car", EntityKind.VEHICLE, "XX-99-XX")
    nodes = (person("eve", protected=True), person("ann"), home, shop, car)
    edges = (
        tie("eve", TieKind.LIVES_AT, "home"),
        tie("eve", TieKind.OWNS, "car"),
        tie("eve", TieKind.LIVES_AT, "shop"),
        tie("ann", TieKind.LIVES_AT, "shop"),
    )
    assert sorted(project(nodes, edges)) == ["ann", "shop"]
