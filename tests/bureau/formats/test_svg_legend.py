from xml.etree.ElementTree import Element

import pytest

from bureau.formats.network import Edge, Network, Node
from bureau.formats.svg_legend import draw_legend, draw_text, legend_size
from bureau.formats.svg_marks import WORDS
from bureau.rules.vocabulary import Certainty, EntityKind

NETWORK = Network(
    [Node("a", EntityKind.PERSON, "A"), Node("b", EntityKind.COMPANY, "B")],
    [Edge("1", "a", "b", "owns", Certainty.DOUBTFUL)],
)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ["persoon", "onderneming", "twijfelachtig"]),
        ("en", ["person", "company", "doubtful"]),
    ],
)
def test_the_legend_names_what_is_used_and_nothing_else(language, words):
    root = Element("svg")
    draw_legend(root, NETWORK, WORDS[language], 10)
    assert [text.text for text in root.iter("text")] == words


def test_an_empty_network_needs_little_room():
    assert legend_size(Network([], []), WORDS["en"])[0] < legend_size(NETWORK, WORDS["en"])[0]


def test_a_small_text_is_smaller():
    root = Element("svg")
    draw_text(root, "x", (0, 0), small=True)
    assert root.find("text").get("font-size") == "10"
