import networkx as nx
import numpy as np
import pytest

from bureau.graph.columns import columns_of
from bureau.graph.neighbours import Neighbours
from tests.bureau.graph.builders import START, pay


def crowd(seed, ties=120, people=40):
    chance = np.random.default_rng(seed)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((f"n{n}", {"label": str(n)}) for n in range(people))
    for number, (one, other) in enumerate(chance.integers(0, people, size=(ties, 2)).tolist()):
        graph.add_edge(f"n{one}", f"n{other}", key=f"e{number}", amount=number)
    return graph


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("hops", [1, 2, 3])
def test_the_surroundings_are_those_that_networkx_cuts_out(seed, hops):
    graph = crowd(seed)
    found = Neighbours.of(graph).around("n3", hops)
    within = nx.single_source_shortest_path_length(graph.to_undirected(), "n3", cutoff=hops)
    assert nx.utils.graphs_equal(found, graph.subgraph(within).copy())
    assert set(found.pred) == set(found.succ)
    assert all(found._pred[b][a] is found._succ[a][b] for a, b in found.edges())


def test_what_is_cut_out_can_be_changed_without_changing_what_it_came_from():
    graph = crowd(1)
    found = Neighbours.of(graph).around("n3", 1)
    found.nodes["n3"]["label"] = "other"
    for *_, said in found.edges(data=True):
        said["amount"] = -1
    found.add_edge("n3", "new")
    assert graph.nodes["n3"]["label"] == "3"
    assert min(amount for *_, amount in graph.edges(data="amount")) == 0
    assert "new" not in graph


def test_payments_are_ties_with_day_amount_and_currency():
    rows = [
        pay("a", "b", 0, 5, name="p"),
        pay("b", "a", 1, 6),
        pay("b", "c", 2, 7),
        pay("c", "d", 3, 8),
    ]
    found = Neighbours.of_payments(columns_of(rows)).around("a", 2)
    assert set(found) == {"a", "b", "c"}
    assert found.edges["a", "b", "p"] == {"on": START, "amount_minor": 500, "currency": "EUR"}
    assert found.number_of_edges() == 3
