"""The network as picture, table and measures want it."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from app.views import drawings
from bureau.errors import Invalid
from bureau.formats.network import Edge, Network, Node
from bureau.operations.networks import NetworkPicture
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import Certainty, EntityKind

ONE, TWO = str(uuid4()), str(uuid4())


def picture(**more):
    nodes = (Node(ONE, EntityKind.PERSON, "A", 0.0, 1.0), Node(TWO, EntityKind.COMPANY, "B"))
    edge = Edge("tie:1", ONE, TWO, "lends", Certainty.POSSIBLE, "lends", **more)
    return NetworkPicture(Network(nodes, (edge,)), UUID(ONE), 1, 2, 1, Texts("", ""))


def test_amounts_and_sources_are_written_for_people(app):
    about = {"amount": "1234.50", "currency": "EUR", "sources": "S1, S12"}
    with app.test_request_context():
        (row,) = drawings.rows(picture(on="2024", until="2025", attributes=about), uuid4())
    assert "1.234,50" in row["amount"] or "1,234.50" in row["amount"]
    assert [each["url"].rpartition("#")[2] for each in row["sources"]] == ["source-1", "source-12"]
    assert row["period"].startswith("2024")


def test_the_node_one_looks_from_is_marked(app):
    with app.test_request_context():
        found = drawings.plain(picture(), uuid4())
    assert [node["marked"] for node in found["nodes"]] == [True, False]
    assert found["edges"][0]["amount"] is None


def test_a_place_between_others_is_told_apart_from_one_at_the_edge(app):
    top = [
        {"id": ONE, "label": "A", "degree": 3, "betweenness": 0.5},
        {"id": TWO, "label": "B", "degree": 1, "betweenness": 0.0},
    ]
    found = {"top": top, "density": 0.25, "nodes": 2, "ties": 1, "components": 1}
    with app.test_request_context():
        measured = drawings.measured(replace(picture(), measures=found), uuid4(), "nl")
    assert measured["said"] == "0,250"
    assert measured["places"][0]["words"] != measured["places"][1]["words"]


def test_an_account_says_whose_it_is(app):
    account = Node(ONE, EntityKind.ACCOUNT, "NL1", attributes={"holder": "De Haven B.V."})
    top = [{"id": ONE, "label": "NL1", "degree": 0, "betweenness": 0.0}]
    shown = replace(picture(), network=Network((account,), ()), measures={"top": top, "density": 0})
    with app.test_request_context():
        (place,) = drawings.measured(shown, uuid4(), "en")["places"]
        (node,) = drawings.plain(shown, uuid4())["nodes"]
    assert place["label"] == "NL1 · De Haven B.V."
    assert node["label"] == "NL1 · De Haven B.V."


def test_the_words_of_a_source_stand_beside_the_kind_of_tie(app):
    with app.test_request_context():
        (row,) = drawings.rows(picture(attributes={"detail": "bezoekadres"}), uuid4())
    assert (row["label"], row["detail"]) == ("lends", "bezoekadres")


def test_a_party_that_is_none_is_refused():
    assert drawings.party("") is None
    with pytest.raises(Invalid):
        drawings.party("ghost")
