from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.errors import OutOfOrder
from bureau.formats import graphml
from bureau.formats.graphml import read_back, write_graphml
from bureau.formats.network import Edge, Network, Node, xml_text
from bureau.rules.vocabulary import Certainty, EntityKind

NETWORK = Network(
    [
        Node("a", EntityKind.PERSON, "<b>&\r\nx", 1.5, -2.0, {"degree": 2, "hub": True, "w": 0.1}),
        Node("b", EntityKind.COMPANY, "", attributes={"degree": "two"}),
    ],
    [Edge("1", "a", "b", "owns", Certainty.PROBABLE, "owns", "2024-05", "", {"share": "1/2"})],
)


def test_everything_reads_back_with_its_type():
    nodes, edges = read_back(write_graphml(NETWORK))
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
    assert edges["1"]["certainty"] == "probable"
    assert (edges["1"]["source"], edges["1"]["target"]) == ("a", "b")


def test_another_program_reads_it():
    networkx = pytest.importorskip("networkx")
    graph = networkx.read_graphml(BytesIO(write_graphml(NETWORK)))
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (2, 1)
    assert graph.nodes["a"]["hub"] is True


def test_ids_that_become_one_are_noticed():
    clash = Network([Node("\x01", EntityKind.PERSON, ""), Node("\x02", EntityKind.PERSON, "")], [])
    with pytest.raises(OutOfOrder):
        write_graphml(clash)


def test_a_file_that_reads_back_otherwise_is_not_handed_out(monkeypatch):
    monkeypatch.setattr(graphml, "read_back", lambda content: ({}, {}))
    with pytest.raises(OutOfOrder):
        write_graphml(NETWORK)


@given(st.text(), st.text(min_size=1), st.one_of(st.text(), st.integers(), st.booleans()))
@settings(max_examples=60, deadline=None)
def test_any_text_survives_as_far_as_xml_can_carry_it(label, name, value):
    node = Node("a", EntityKind.PERSON, label, attributes={name: value})
    nodes, _ = read_back(write_graphml(Network([node], [])))
    assert nodes["a"].get("label") == xml_text(label) or xml_text(name) == "label"
