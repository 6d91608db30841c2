import json

import pytest

from bureau.errors import OutOfOrder
from bureau.formats import graph_json
from bureau.formats.graph_json import as_json, write_graph_json
from bureau.formats.network import Edge, Network, Node
from bureau.rules.vocabulary import Certainty, EntityKind

NETWORK = Network(
    [
        Node("a", EntityKind.PERSON, "A", 1.5, 2.0, {"degree": 2}),
        Node("b", EntityKind.COMPANY, "B"),
    ],
    [Edge("1", "a", "b", "owns", Certainty.CONFIRMED, "owns", "2024")],
    "Fictie",
)


def test_the_node_link_form_says_everything():
    told = json.loads(write_graph_json(NETWORK))
    assert told == as_json(NETWORK)
    assert told["nodes"][0]["attributes"] == {"degree": 2}
    assert told["edges"][0]["certainty"] == "confirmed"
    assert told["nodes"][1]["x"] is None


def test_another_program_reads_it():
    networkx = pytest.importorskip("networkx")
    graph = networkx.node_link_graph(json.loads(write_graph_json(NETWORK)), edges="edges")
    assert graph.has_edge("a", "b", key="1")


def test_a_file_that_reads_back_otherwise_is_not_handed_out(monkeypatch):
    monkeypatch.setattr(graph_json, "parse", lambda content, limits: {"nodes": [], "edges": []})
    with pytest.raises(OutOfOrder):
        write_graph_json(NETWORK)
