"""The legend of a network drawing, and the marks and texts that legend and drawing share."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from bureau.formats.network import Network
from bureau.formats.svg_labels import CHARACTER, LINE, text_box
from bureau.formats.svg_marks import MARKS, RADIUS, STROKES, outline
from bureau.rules.vocabulary import Certainty, EntityKind

LEGEND_LINE = 36.0
_LEFT = 30.0
_SAMPLE = 44.0
_SPACE = 28.0
_INK = "#1A1A1A"


def legend_size(network: Network, words: Mapping[str, str]) -> tuple[float, float]:
    """The width and height that the legend needs."""
    rows: list[list[str]] = [[*_kinds(network)], [*_certainties(network)]]
    widest = max(sum(_SAMPLE + len(words[w]) * CHARACTER + _SPACE for w in row) for row in rows)
    return widest + 2 * _LEFT, LEGEND_LINE * (len(rows) + 0.5)


def draw_legend(root: Element, network: Network, words: Mapping[str, str], top: float) -> None:
    """Draw one row for the shapes and one for the lines that the drawing uses."""
    group = SubElement(root, "g", {"data-legend": "1"})
    x = _LEFT
    for kind in _kinds(network):
        draw_mark(group, kind, (x + RADIUS, top))
        x = _write(group, words[kind], x, top)
    x, top = _LEFT, top + LEGEND_LINE
    for certainty in _certainties(network):
        _sample(group, certainty, x, top)
        x = _write(group, words[certainty], x, top)


def draw_mark(group: Element, kind: EntityKind, place: tuple[float, float]) -> None:
    """Draw the shape of a kind of node around a point."""
    mark = MARKS[kind]
    look = {"fill": mark.fill, "stroke": _INK, "stroke-width": "1.5"}
    x, y = place
    if mark.corners:
        points = " ".join(f"{a:.1f},{b:.1f}" for a, b in outline(mark, x, y))
        SubElement(group, "polygon", {"points": points, **look})
    else:
        circle = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{RADIUS:.0f}"}
        SubElement(group, "circle", {**circle, **look})


def draw_text(
    root: Element, text: str, middle: tuple[float, float], *, small: bool = False
) -> None:
    """Draw lines of text around their middle, on a white ground so that ties pass behind."""
    box = text_box(text, middle)
    ground = {
        "x": f"{box.left:.1f}",
        "y": f"{box.top:.1f}",
        "width": f"{box.right - box.left:.1f}",
        "height": f"{box.bottom - box.top:.1f}",
    }
    SubElement(root, "rect", {**ground, "fill": "#FFFFFF", "fill-opacity": "0.8"})
    look = {"text-anchor": "middle", "fill": "#444444" if small else _INK}
    if small:
        look["font-size"] = "10"
    for number, line in enumerate(text.split("\n")):
        place = {"x": f"{middle[0]:.1f}", "y": f"{box.top + LINE * (number + 0.75):.1f}"}
        SubElement(root, "text", {**place, **look}).text = line


def _sample(group: Element, certainty: Certainty, x: float, y: float) -> None:
    stroke = STROKES[certainty]
    line = {
        "d": f"M{x:.1f} {y:.1f}h{_SAMPLE - 8:.1f}",
        "fill": "none",
        "stroke": "#333333",
        "stroke-width": stroke.width,
    }
    if stroke.dashes:
        line["stroke-dasharray"] = stroke.dashes
    SubElement(group, "path", line)


def _write(group: Element, text: str, x: float, y: float) -> float:
    look = {"x": f"{x + _SAMPLE:.1f}", "y": f"{y + LINE / 4:.1f}", "fill": _INK}
    SubElement(group, "text", look).text = text
    return x + _SAMPLE + len(text) * CHARACTER + _SPACE


def _kinds(network: Network) -> list[EntityKind]:
    used = {node.kind for node in network.nodes}
    return [kind for kind in EntityKind if kind in used]


def _certainties(network: Network) -> list[Certainty]:
    used = {edge.certainty for edge in network.edges}
    return [certainty for certainty in Certainty if certainty in used]
