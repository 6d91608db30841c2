import pytest
from defusedxml.ElementTree import fromstring

from bureau.errors import OutOfOrder
from bureau.formats import svg
from bureau.formats.network import Edge, Network, Node
from bureau.formats.svg import write_svg
from bureau.rules.vocabulary import Certainty, EntityKind

SPACE = "{http://www.w3.org/2000/svg}"
KINDS = list(EntityKind)
NETWORK = Network(
    [
        Node(
            f"n{n}",
            KINDS[n % 5],
            f"Fictie {n} <script>alert(1)</script>",
            n % 4 * 130,
            n // 4 * 120,
        )
        for n in range(12)
    ],
    [
        Edge(f"e{n}", f"n{n}", f"n{(n * 5 + 1) % 12}", "pays", list(Certainty)[n % 5], "pays")
        for n in range(12)
    ]
    + [Edge("x", "n0", "n1", "owns"), Edge("y", "n1", "n0", "lends"), Edge("z", "n2", "n2", "x")],
    "Fictief netwerk",
)


def drawn(network=NETWORK, *arguments, **named):
    return fromstring(write_svg(network, *arguments, **named))


def test_every_node_and_edge_is_drawn_with_its_name():
    root = drawn()
    nodes = [g for g in root.iter(f"{SPACE}g") if g.get("data-node")]
    assert len(nodes) == 12
    assert nodes[3].find(f"{SPACE}title").text == "Fictie 3 <script>alert(1)</script>"
    assert len([g for g in root.iter(f"{SPACE}g") if g.get("data-edge")]) == 15


def test_the_drawing_can_be_read_aloud():
    root = drawn(NETWORK, "nl", name="net7", description="Wie kent wie.")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "net7-title net7-desc"
    assert root.find(f"{SPACE}title").text == "Fictief netwerk"
    assert root.find(f"{SPACE}desc").text == "Wie kent wie."
    assert root.get("lang") == "nl"


def test_without_a_title_the_drawing_has_one_in_its_language():
    root = drawn(Network([], []), "nl")
    assert root.find(f"{SPACE}title").text == "Netwerktekening"
    assert "0 punten" in root.find(f"{SPACE}desc").text


def test_the_drawing_runs_nothing_and_fetches_nothing():
    text = write_svg(NETWORK)
    for word in ("<script", "style=", "href", "class=", "onload", "url("):
        assert word not in text


def test_the_line_shows_the_certainty():
    dashes = {path.get("stroke-dasharray") for path in drawn().iter(f"{SPACE}path")}
    assert len(dashes) == 5


def test_parallel_ties_do_not_hide_each_other():
    paths = [
        g.find(f"{SPACE}path").get("d")
        for g in drawn().iter(f"{SPACE}g")
        if g.get("data-edge") in {"e0", "x", "y"}
    ]
    assert len(set(paths)) == 3


def test_nodes_without_a_place_are_spread_on_a_ring():
    root = drawn(Network([Node(f"{n}", EntityKind.PERSON, "") for n in range(9)], []))
    spots = {(c.get("cx"), c.get("cy")) for c in root.iter(f"{SPACE}circle")}
    assert len(spots) == 10


def test_the_same_network_is_drawn_the_same():
    assert write_svg(NETWORK) == write_svg(NETWORK)


def test_an_incomplete_drawing_is_not_handed_out(monkeypatch):
    monkeypatch.setattr(svg, "_draw_node", lambda *arguments: None)
    with pytest.raises(OutOfOrder):
        write_svg(NETWORK)
