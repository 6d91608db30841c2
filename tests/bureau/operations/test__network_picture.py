"""A graph as plain nodes and edges; a group of nodes is drawn as one."""

import networkx as nx

from bureau.operations._network_picture import drawn
from bureau.operations._network_rows import Who
from bureau.rules.vocabulary import Certainty, EntityKind, TieKind

TIE = {
    "kind": TieKind.LENDS,
    "certainty": Certainty.PROBABLE,
    "label": "lends to",
    "detail": "",
    "on": "2024",
    "valid_to": "",
    "sources": ("S1", "S4"),
    "amount_minor": 1050,
    "currency": "EUR",
    "share": "1/3",
}


def test_words_and_numbers_reach_the_drawing():
    graph = nx.MultiDiGraph()
    graph.add_node("a", kind=EntityKind.COMPANY, label="Bank", hub="bank")
    graph.add_node("group-1", kind=EntityKind.PERSON, label="2 x person", hub=None)
    graph.add_edge("a", "group-1", key="loan:1", **TIE)
    places = {"a": (0.0, 1.0), "group-1": (2.0, 3.0)}
    network = drawn(graph, places, Who((), {}, {}), "SCR-1")
    [edge] = network.edges
    assert edge.attributes == {
        "sources": "S1, S4",
        "amount": "10.50",
        "currency": "EUR",
        "share": "1/3",
    }
    assert (edge.id, edge.certainty, network.title) == ("loan:1", Certainty.PROBABLE, "SCR-1")
    assert [(node.x, node.y) for node in network.nodes] == [(0.0, 1.0), (2.0, 3.0)]
    assert network.nodes[0].attributes == {"hub": "bank"}
