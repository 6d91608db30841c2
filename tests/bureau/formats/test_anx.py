from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.errors import OutOfOrder
from bureau.formats import anx
from bureau.formats.anx import read_back, write_anx
from bureau.formats.network import Edge, Network, Node, xml_text
from bureau.rules.vocabulary import EntityKind
from tests.bureau.formats.test_graphml import NETWORK


def test_everything_reads_back_as_text():
    nodes, edges = read_back(write_anx(NETWORK))
    assert nodes["a"] == {
        "kind": "person",
        "label": "<b>&\nx",
        "x": "2",
        "y": "-2",
        "degree": "2",
        "hub": "true",
        "w": "0.1",
    }
    assert edges["1"] == {
        "source": "a",
        "target": "b",
        "kind": "owns",
        "certainty": "probable",
        "label": "owns",
        "on": "2024-05",
        "share": "1/2",
    }


def test_the_chart_names_its_types_and_classes_and_dates_what_has_a_day():
    dated = Network(NETWORK.nodes, [Edge("1", "a", "b", "owns", on="2024-05-07")])
    chart = fromstring(write_anx(dated))  # noqa: S314 - our own file
    assert [each.get("Name") for each in chart.iter("EntityType")] == ["company", "person"]
    assert [each.get("Name") for each in chart.iter("LinkType")] == ["owns"]
    assert {each.get("Name") for each in chart.iter("AttributeClass")} >= {"degree", "hub", "id"}
    assert [each.get("DateTime") for each in chart.iter("ChartItem")][-1] == "2024-05-07T00:00:00"
    assert {each.get("Strength") for each in chart.iter("LinkStyle")} == {"unknown"}


def test_an_empty_network_is_a_file_too():
    assert read_back(write_anx(Network([], []))) == ({}, {})


def test_a_chart_that_reads_back_otherwise_is_not_handed_out(monkeypatch):
    monkeypatch.setattr(anx, "read_back", lambda content: ({}, {}))
    with pytest.raises(OutOfOrder):
        write_anx(NETWORK)


@given(st.text(), st.text())
@settings(max_examples=60, deadline=None)
def test_any_text_survives_as_far_as_xml_can_carry_it(label, value):
    node = Node("a", EntityKind.PERSON, label, attributes={"remark": value})
    read = read_back(write_anx(Network([node], [])))[0]["a"]
    assert (read["label"], read["remark"]) == (xml_text(label), xml_text(value))
