import pytest

from bureau.errors import Invalid
from bureau.graph.ego import expand
from bureau.graph.project import project
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.graph.builders import account, holds, person, tie


@pytest.fixture
def graph():
    nodes = [person("ann"), person("bob"), person("cas"), person("dee"), person("far")]
    nodes += [account("x"), account("y"), account("z")]
    edges = [
        tie("ann", TieKind.FAMILY, "bob"),
        tie("cas", TieKind.EMPLOYS, "bob"),
        tie("cas", TieKind.FAMILY, "dee"),
        tie("dee", TieKind.FAMILY, "far"),
        *(holds("ann", name) for name in "xyz"),
    ]
    return project(nodes, edges)


def test_one_hop_is_the_direct_circle_in_either_direction(graph):
    assert set(expand(graph, ["bob"]).graph) == {"ann", "bob", "cas"}


def test_hops_are_counted_from_the_centre(graph):
    assert set(expand(graph, ["ann"], hops=3).graph) == {"ann", "bob", "cas", "dee", *"xyz"}


@pytest.mark.parametrize("hops", [0, 4])
def test_more_than_three_hops_is_refused(graph, hops):
    with pytest.raises(Invalid):
        expand(graph, ["ann"], hops=hops)


def test_a_hidden_kind_is_counted_but_not_drawn(graph):
    view = expand(graph, ["ann"], hide=[EntityKind.ACCOUNT])
    assert set(view.graph) == {"ann", "bob"}
    assert view.statement() == "Not drawn one by one: 3 hidden by kind."
    assert view.statement("nl") == "Niet apart getekend: 3 verborgen naar soort."


def test_like_accounts_of_one_holder_can_be_taken_together(graph):
    view = expand(graph, ["ann"], group=[EntityKind.ACCOUNT])
    (group,) = set(view.graph) - {"ann", "bob"}
    assert view.graph.nodes[group]["members"] == ("x", "y", "z")
    assert view.graph.nodes[group]["label"] == "3 x account"
    assert view.graph.number_of_edges("ann", group) == 3
    assert view.grouped == 3


def test_a_kind_without_likes_stays_as_it_is(graph):
    assert expand(graph, ["bob"], group=[EntityKind.ACCOUNT]).grouped == 0


def test_a_cap_keeps_the_centre_and_says_what_it_left(graph):
    view = expand(graph, ["ann"], cap=2)
    assert set(view.graph) == {"ann", "bob"}
    assert view.beyond_cap == 3
    assert "3" in view.statement()


def test_nothing_left_out_needs_no_statement(graph):
    assert expand(graph, ["bob"]).statement() == ""


def test_a_centre_that_is_not_there_has_no_circle(graph):
    assert len(expand(graph, ["nobody"]).graph) == 0
