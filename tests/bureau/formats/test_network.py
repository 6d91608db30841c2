import pytest

from bureau.errors import Invalid
from bureau.formats.network import Edge, Network, Node, drawn_text, xml_text
from bureau.rules.vocabulary import EntityKind

A, B = Node("a", EntityKind.PERSON, "A"), Node("b", EntityKind.COMPANY, "B")


@pytest.mark.parametrize(
    ("nodes", "edges"),
    [
        ([A, A], []),
        ([A, B], [Edge("1", "a", "c", "owns")]),
        ([A, B], [Edge("1", "a", "b", "owns"), Edge("1", "b", "a", "owns")]),
    ],
)
def test_a_network_hangs_together(nodes, edges):
    with pytest.raises(Invalid):
        Network(nodes, edges)


def test_text_for_xml_has_no_forbidden_character():
    assert xml_text("a\x00\x0b\ud800\ufffe\r\nb\r\tc") == "a\ufffd\ufffd\ufffd\ufffd\nb\n\tc"
    assert xml_text("שלום \U0001f600") == "שלום \U0001f600"


def test_drawn_text_is_one_short_line_without_tricks():
    assert drawn_text("a\u202e\u200b\x07\nb", 10) == "a\ufffd b"
    assert drawn_text("x" * 30, 5) == "xxxx…"
