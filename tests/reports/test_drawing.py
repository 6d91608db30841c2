"""Only harmless drawings stand in a dossier."""

from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from bureau.errors import Invalid, TooLarge
from bureau.formats.network import Edge, Network, Node
from bureau.formats.svg import write_svg
from bureau.rules.vocabulary import EntityKind
from reports import drawing
from reports.drawing import checked_svg, shape, svg_text, words

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
HARMFUL = (
    "<script>alert(1)</script>",
    "<style>@import url(http://x)</style>",
    '<image href="http://x/y.png"/>',
    '<use href="#a"/>',
    '<a href="http://x"><text>x</text></a>',
    "<foreignObject><p>x</p></foreignObject>",
    '<rect onload="x"/>',
    '<rect style="fill:url(http://x)"/>',
    '<rect fill="url(http://x)"/>',
    '<rect fill="URL (#a)"/>',
    '<rect xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://x"/>',
    '<animate attributeName="x"/>',
)


@pytest.mark.parametrize("inside", HARMFUL)
def test_a_drawing_that_reaches_outside_is_refused(inside):
    with pytest.raises(Invalid):
        checked_svg(SVG.format(inside), "x")


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "<html/>",
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg/>',
    ],
)
def test_what_is_no_plain_svg_is_refused(text):
    with pytest.raises(Invalid):
        checked_svg(text, "x")


def test_a_drawing_has_limits(monkeypatch):
    with pytest.raises(TooLarge, match="nests"):
        checked_svg(SVG.format("<g>" * 40 + "</g>" * 40), "x")
    monkeypatch.setattr(drawing, "MAX_ELEMENTS", 2)
    with pytest.raises(TooLarge, match="too many"):
        checked_svg(SVG.format("<g/><g/>"), "x")
    monkeypatch.setattr(drawing, "MAX_CHARACTERS", 10)
    with pytest.raises(TooLarge, match="larger"):
        checked_svg(SVG.format(""), "x")


def test_the_description_becomes_the_only_title():
    checked = checked_svg(SVG.format("<title>old</title><rect/>"), "Zes & zeven <knopen>")
    root = fromstring(checked)
    assert [title.text for title in root.iter("title")] == ["Zes & zeven <knopen>"]
    assert root[0].tag == "title"


def test_the_drawing_of_the_network_page_is_accepted():
    nodes = [
        Node("a", EntityKind.PERSON, "Ann & <Co>", 0, 0),
        Node("b", EntityKind.COMPANY, "B", 1, 1),
    ]
    network = Network(nodes, [Edge("e", "a", "b", "owns", label="eigenaar")])
    assert "Ann &amp; &lt;Co&gt;" in checked_svg(write_svg(network, "nl"), "x")


def test_words_and_shapes_are_written_as_text():
    root = Element("svg")
    words(root, "<b>", 1.0, 2.0, 9.0, text_anchor="end")
    shape(root, "rect", x=1.234567, width=3)
    text = svg_text(root, "d")
    assert "&lt;b&gt;" in text
    assert 'text-anchor="end"' in text
    assert 'x="1.23"' in text
