import networkx as nx
import pytest

from bureau.graph.measures import EXPLANATIONS, measure
from bureau.graph.project import project
from bureau.rules.vocabulary import TieKind
from tests.bureau.graph.builders import person, tie


def graph_of(pairs):
    names = sorted({name for pair in pairs for name in pair})
    return project(
        [person(name, label=name.upper()) for name in names],
        [tie(a, TieKind.PAYS, b, on=str(2000 + i)) for i, (a, b) in enumerate(pairs)],
    )


def test_betweenness_is_that_of_networkx_on_the_simple_undirected_graph():
    pairs = [("a", "b"), ("b", "a"), ("b", "c"), ("c", "d"), ("b", "d"), ("e", "f"), ("d", "g")]
    said = measure(graph_of(pairs), top=99)
    simple = nx.Graph(pairs)
    expected = nx.betweenness_centrality(simple)
    rank = nx.pagerank(simple)
    assert {row["id"]: row["betweenness"] for row in said["top"]} == pytest.approx(expected)
    assert {row["id"]: row["pagerank"] for row in said["top"]} == pytest.approx(rank, abs=1e-5)
    assert (said["nodes"], said["edges"], said["ties"], said["components"]) == (7, 6, 7, 2)
    assert said["density"] == nx.density(simple)


def test_the_top_is_cut_and_labelled():
    (first,) = measure(graph_of([("a", "b"), ("b", "c")]), top=1)["top"]
    assert (first["id"], first["label"], first["degree"]) == ("b", "B", 2)


def test_an_empty_picture_can_be_measured():
    assert measure(project([], [])) == {
        "nodes": 0,
        "edges": 0,
        "ties": 0,
        "components": 0,
        "density": 0,
        "top": [],
    }


@pytest.mark.parametrize("name", ["degree", "betweenness", "pagerank", "components", "density"])
def test_every_measure_is_explained_in_both_languages_and_is_no_score(name):
    for language in ("nl", "en"):
        assert "score" not in EXPLANATIONS[name][language].lower()
