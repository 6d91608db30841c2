"""The network as a drawing that needs no script: in pages, on paper and for screen readers."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from bureau.errors import OutOfOrder
from bureau.formats.guard import Limits
from bureau.formats.guard_xml import parse
from bureau.formats.network import (
    LABEL_WIDE,
    Edge,
    Network,
    Node,
    drawn_text,
    label_lines,
    xml_text,
)
from bureau.formats.svg_labels import CHARACTER, LINE, Board, Box
from bureau.formats.svg_legend import LEGEND_LINE, draw_legend, draw_mark, draw_text, legend_size
from bureau.formats.svg_marks import RADIUS, STROKES, WORDS

_OWN = Limits(size=1 << 30, elements=50_000_000, cell=1_000_000)
_EDGE_LABEL = 20
_MARGIN = 60.0
_GAP = 6.0
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7)
_BEND = 28.0
_INK = "#333333"
_Places = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Curve:
    """An edge as drawn: a quadratic curve by its two ends and its control point."""

    start: tuple[float, float]
    control: tuple[float, float]
    end: tuple[float, float]

    def at(self, t: float) -> tuple[float, float]:
        """The point at part `t` of the way."""
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        (x0, y0), (x1, y1), (x2, y2) = self.start, self.control, self.end
        return a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2


def write_svg(
    network: Network, language: str = "en", *, name: str = "network", description: str = ""
) -> str:
    """The drawing as an SVG element; `name` keeps its ids apart from others on one page."""
    words = WORDS.get(language, WORDS["en"])
    places, width, height = _arrange(network)
    root = _frame(network, words, language, name, description)
    legend_wide, legend_high = legend_size(network, words)
    wide, high = max(width, legend_wide), height + legend_high
    root.set("viewBox", f"0 0 {wide:.0f} {high:.0f}")
    root.set("width", f"{wide:.0f}")
    root.set("height", f"{high:.0f}")
    ground = {"x": "0", "y": "0", "width": f"{wide:.0f}", "height": f"{high:.0f}"}
    SubElement(root, "rect", {**ground, "fill": "#FFFFFF"})
    curves = _curves(network.edges, places)
    for edge in network.edges:
        _draw_edge(root, edge, curves[edge.id])
    for node in network.nodes:
        _draw_node(root, node, places[node.id])
    _draw_labels(root, network, places, curves)
    draw_legend(root, network, words, height + LEGEND_LINE)
    content = tostring(root, encoding="unicode")
    _check(content, network)
    return content


def _frame(
    network: Network, words: Mapping[str, str], language: str, name: str, description: str
) -> Element:
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "role": "img",
            "lang": language,
            "aria-labelledby": f"{name}-title {name}-desc",
            "font-family": "DejaVu Sans, Arial, sans-serif",
            "font-size": "11",
        },
    )
    counted = words["desc"].format(nodes=len(network.nodes), edges=len(network.edges))
    title = xml_text(network.title) or words["title"]
    SubElement(root, "title", {"id": f"{name}-title"}).text = title
    SubElement(root, "desc", {"id": f"{name}-desc"}).text = xml_text(description) or counted
    return root


def _arrange(network: Network) -> tuple[dict[str, tuple[float, float]], float, float]:
    ring = max(len(network.nodes) * 18.0, 80.0)
    raw = {}
    for number, node in enumerate(network.nodes):
        turn = 2 * math.pi * number / max(len(network.nodes), 1)
        # A node that nobody placed stands on a ring, so that it is seen and not piled up.
        placed = node.x is not None and node.y is not None
        spot = (ring * math.cos(turn), ring * math.sin(turn))
        raw[node.id] = (node.x or 0.0, node.y or 0.0) if placed else spot
    left = min((x for x, _ in raw.values()), default=0.0)
    top = min((y for _, y in raw.values()), default=0.0)
    side = LABEL_WIDE * CHARACTER / 2 + _GAP
    places = {key: (x - left + side, y - top + _MARGIN) for key, (x, y) in raw.items()}
    width = max((x for x, _ in places.values()), default=side) + side
    height = max((y for _, y in places.values()), default=_MARGIN) + _MARGIN
    return places, width, height


def _curves(edges: Sequence[Edge], places: _Places) -> dict[str, _Curve]:
    bundles: Counter[tuple[str, str]] = Counter()
    curves = {}
    for edge in edges:
        pair = (min(edge.source, edge.target), max(edge.source, edge.target))
        number = bundles[pair]
        bundles[pair] += 1
        # 0, 1, -1, 2, -2: parallel ties fan out on both sides of the straight line.
        fan = (number + 1) // 2 * (1 if number % 2 else -1)
        if edge.source == edge.target:
            curves[edge.id] = _loop(places[edge.source], number)
        else:
            side = fan if edge.source == pair[0] else -fan
            curves[edge.id] = _bow(places[edge.source], places[edge.target], side * _BEND)
    return curves


def _bow(start: tuple[float, float], end: tuple[float, float], bend: float) -> _Curve:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    away = RADIUS + _GAP / 2
    middle = ((start[0] + end[0]) / 2 - uy * bend, (start[1] + end[1]) / 2 + ux * bend)
    first = (start[0] + ux * away, start[1] + uy * away)
    return _Curve(first, middle, (end[0] - ux * away, end[1] - uy * away))


def _loop(place: tuple[float, float], number: int) -> _Curve:
    x, y = place
    up = RADIUS * 3.5 + number * _BEND / 2
    return _Curve((x - RADIUS, y - 4), (x, y - up), (x + RADIUS, y - 4))


def _draw_edge(root: Element, edge: Edge, curve: _Curve) -> None:
    stroke = STROKES[edge.certainty]
    group = SubElement(root, "g", {"data-edge": xml_text(edge.id)})
    told = " · ".join(part for part in (edge.label or edge.kind, edge.on) if part)
    SubElement(group, "title").text = xml_text(told)
    (x0, y0), (x1, y1), (x2, y2) = curve.start, curve.control, curve.end
    line = {
        "d": f"M{x0:.1f} {y0:.1f}Q{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f}",
        "fill": "none",
        "stroke": _INK,
        "stroke-width": stroke.width,
    }
    if stroke.dashes:
        line["stroke-dasharray"] = stroke.dashes
    SubElement(group, "path", line)
    SubElement(group, "polygon", {"points": _arrow(curve), "fill": _INK})


def _arrow(curve: _Curve) -> str:
    x, y = curve.end
    turn = math.atan2(y - curve.control[1], x - curve.control[0])
    corners = [(x, y)]
    corners += [(x - 9 * math.cos(turn + a), y - 9 * math.sin(turn + a)) for a in (0.4, -0.4)]
    return " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)


def _draw_node(root: Element, node: Node, place: tuple[float, float]) -> None:
    group = SubElement(root, "g", {"data-node": xml_text(node.id)})
    SubElement(group, "title").text = xml_text(node.label)
    draw_mark(group, node.kind, place)


def _draw_labels(
    root: Element, network: Network, places: _Places, curves: Mapping[str, _Curve]
) -> None:
    board = Board()
    reach = RADIUS + 2
    for x, y in places.values():
        board.add(Box(x - reach, y - reach, x + reach, y + reach))
    for node in network.nodes:
        text = "\n".join(label_lines(node.label))
        x, y = places[node.id]
        lines = text.split("\n")
        side = reach + max(map(len, lines)) * CHARACTER / 2 + 2
        away = reach + 1 + len(lines) * LINE / 2
        spots = [(x, y + away), (x, y - away), (x + side, y), (x - side, y)]
        draw_text(root, text, board.place(text, spots))
    for edge in network.edges:
        text = drawn_text(edge.label, _EDGE_LABEL)
        # A word that would cover another stays away: the table beside the drawing says it too.
        spot = board.free(text, [curves[edge.id].at(t) for t in _ALONG]) if text else None
        if spot:
            draw_text(root, text, spot, small=True)


def _check(content: str, network: Network) -> None:
    root = parse(content.encode(), _OWN)
    nodes = [element for element in root.iter() if "data-node" in element.attrib]
    edges = [element for element in root.iter() if "data-edge" in element.attrib]
    if len(nodes) != len(network.nodes) or len(edges) != len(network.edges):
        raise OutOfOrder(
            "The drawing does not show every node and link of the network.",
            where={"format": "svg"},
            hint="Nothing was handed out; report this with the case reference.",
        )
