"""Groups in a large graph: the same each time, folded without losing a tie, laid out as discs."""

import networkx as nx
import numpy as np

from bureau.graph.circles import ALIKE, CIRCLES, WHOLE, circles, discs, folded, groups
from bureau.graph.project import project
from bureau.rules.vocabulary import Certainty, EntityKind, TieKind
from tests.bureau.graph.builders import company, person, tie

WORDS = {**{kind: kind.value for kind in EntityKind}, **{kind: kind.value for kind in TieKind}}


def rings(count, size):
    """Dense circles, each tied to the next by one tie."""
    graph = nx.Graph()
    for number in range(count):
        names = [f"{number:02d}-{n:02d}" for n in range(size)]
        graph.add_edges_from((a, b) for a in names for b in names if a < b)
        graph.add_edge(names[0], f"{(number + 1) % count:02d}-00")
    return graph


def test_what_belongs_together_is_one_circle_and_always_the_same():
    graph = rings(5, WHOLE // 4)
    found = circles(graph)
    assert len(found) == 5
    assert all(len({name[:2] for name in circle}) == 1 for circle in found)
    assert found == circles(nx.Graph(list(graph.edges)[::-1]))


def star():
    """A company with three shareholders and one director."""
    people = [person(f"p{n}") for n in range(3)]
    return project(
        [company("b"), person("d"), *people],
        [
            *(tie(one.id, TieKind.OWNS, "b", on=f"202{n}") for n, one in enumerate(people)),
            tie("d", TieKind.DIRECTS, "b", certainty=Certainty.CONFIRMED),
        ],
    )


def test_one_kind_with_the_same_neighbours_is_one_node():
    graph = star()
    [group] = groups(graph, ALIKE)
    assert (group.kind, group.members) == ("person", ("d", "p0", "p1", "p2"))
    shown, shut = folded(graph, [group], (), WORDS)
    assert set(shown) == {"b", group.id}
    assert shown.nodes[group.id]["label"] == "4 × person (d …)"
    edges = {told["kind"]: told for *_, told in shown.edges(data=True)}
    assert edges["owns"]["label"] == "3 × owns"
    assert (edges["owns"]["on"], edges["owns"]["certainty"]) == ("2020", "unknown")
    assert edges["directs"]["certainty"] == "confirmed"
    assert set(shut) == {group.id}


def test_ties_folded_into_one_end_only_when_all_of_them_did():
    def last_day(*days):
        people = [person(f"p{n}") for n in range(len(days))]
        owned = (
            tie(one.id, TieKind.OWNS, "b", valid_to=day)
            for one, day in zip(people, days, strict=True)
        )
        graph = project([company("b"), *people], owned)
        shown, _ = folded(graph, groups(graph, ALIKE), (), WORDS)
        [(*_, told)] = shown.edges(data=True)
        return told["valid_to"]

    assert last_day("2020", "2022-06") == "2022-06"
    assert last_day("2020", "") == ""


def test_an_opened_group_and_a_kept_node_are_drawn_one_by_one():
    graph = star()
    [group] = groups(graph, CIRCLES, keep={"d"})
    assert group.members == ("p0", "p1", "p2")
    assert set(folded(graph, [group], {group.id}, WORDS)[0]) == set(graph)


def test_discs_place_every_node_apart():
    graph = rings(6, 20)
    names = sorted(graph)
    places = discs(graph, names)
    apart = np.linalg.norm(places[:, None] - places[None], axis=2)
    np.fill_diagonal(apart, np.inf)
    assert apart.min() > 20
    assert (places == discs(graph, names)).all()
