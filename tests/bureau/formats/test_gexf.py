from io import BytesIO

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.errors import OutOfOrder
from bureau.formats import gexf
from bureau.formats.gexf import read_back, write_gexf
from bureau.formats.network import Edge, Network, Node, xml_text
from bureau.rules.vocabulary import EntityKind
from tests.bureau.formats.test_graphml import NETWORK


def test_everything_reads_back_with_its_type():
    nodes, edges = read_back(write_gexf(NETWORK))
    assert nodes["a"] == {
        "kind": "person",
        "label": "<b>&\nx",
        "x": 1.5,
        "y": -2.0,
        "degree": 2,
        "hub": True,
        "w": 0.1,
    }
    assert nodes["b"]["degree"] == "two"
    assert (edges["1"]["source"], edges["1"]["target"]) == ("a", "b")
    assert edges["1"]["certainty"] == "probable"


def test_another_program_reads_it():
    graph = nx.read_gexf(BytesIO(write_gexf(NETWORK)))
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (2, 1)
    assert graph.nodes["a"]["hub"] is True
    assert graph.nodes["a"]["viz"]["position"]["x"] == 1.5


def test_two_edges_between_the_same_nodes_stay_two():
    twice = Network(
        NETWORK.nodes, [*NETWORK.edges, Edge("2", "a", "b", "directs"), Edge("3", "b", "b", "owns")]
    )
    graph = nx.read_gexf(BytesIO(write_gexf(twice)))
    assert graph.is_multigraph()
    assert graph.number_of_edges() == 3


def test_an_empty_network_is_a_file_too():
    assert read_back(write_gexf(Network([], []))) == ({}, {})


def test_a_file_that_reads_back_otherwise_is_not_handed_out(monkeypatch):
    monkeypatch.setattr(gexf, "read_back", lambda content: ({}, {}))
    with pytest.raises(OutOfOrder):
        write_gexf(NETWORK)


@given(st.text(), st.text(min_size=1), st.one_of(st.text(), st.integers(), st.booleans()))
@settings(max_examples=60, deadline=None)
def test_any_text_survives_as_far_as_xml_can_carry_it(label, name, value):
    node = Node("a", EntityKind.PERSON, label, attributes={f"{name}.": value})
    read = read_back(write_gexf(Network([node], [])))[0]["a"]
    assert read["label"] == xml_text(label)
    assert read[xml_text(f"{name}.")] == (xml_text(value) if isinstance(value, str) else value)
