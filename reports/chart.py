"""The relation chart as vector shapes: kind by shape, certainty by line style, never by colour."""

import math
from collections import Counter
from xml.etree.ElementTree import Element

from bureau.rules.vocabulary import Certainty, EntityKind
from reports.badges import BADGE, Box, Line, Point, numbers
from reports.drawing import checked_svg, shape, svg_text, words
from reports.placing import LABEL, LEADING, RADIUS, WIDTH, lines_of, places
from reports.values.network import ChartNode, RelationChart
from reports.wording import Texts

_LEGEND_TYPE = 10.6
_INK = "#1b2733"
_FILLS = {
    EntityKind.PERSON: "#d7e3ee",
    EntityKind.COMPANY: "#f3e2c3",
    EntityKind.PROPERTY: "#dbe8d8",
    EntityKind.ADDRESS: "#ecebe6",
    EntityKind.ACCOUNT: "#e7dcec",
    EntityKind.PHONE: "#ffffff",
    EntityKind.DEVICE: "#dfe3e6",
    EntityKind.VEHICLE: "#f1d9cd",
    EntityKind.WALLET: "#d3dff0",
}
_DASHES = {
    Certainty.CONFIRMED: "none",
    Certainty.PROBABLE: "9 3",
    Certainty.POSSIBLE: "5 4",
    Certainty.DOUBTFUL: "1.5 4",
    Certainty.UNKNOWN: "9 3 1.5 3",
}
_POLYGONS = {
    EntityKind.PROPERTY: ((-1, 1), (-1, -0.3), (0, -1.1), (1, -0.3), (1, 1)),
    EntityKind.ADDRESS: ((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),
    EntityKind.PHONE: ((-0.5, -0.75), (1.2, -0.75), (0.5, 0.75), (-1.2, 0.75)),
    EntityKind.DEVICE: ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    EntityKind.VEHICLE: ((-1.1, -0.9), (1.1, -0.9), (0.6, 0), (1.1, 0.9), (-1.1, 0.9), (-0.6, 0)),
    EntityKind.WALLET: (
        *((0, -1.2), (0.33, -0.4), (1.14, -0.37), (0.51, 0.15), (0.71, 0.97)),
        *((0, 0.5), (-0.71, 0.97), (-0.51, 0.15), (-1.14, -0.37), (-0.33, -0.4)),
    ),
}
_USUAL = tuple(EntityKind)[:5]
_A_ROW, _LEGEND, _STEP = 5, 88.0, 111.0
_ROW = 24
_NO_NODES = 62.0


def relation_svg(chart: RelationChart, t: Texts) -> str:
    """The chart as an SVG with its legend; a drawing made elsewhere is checked and used."""
    if chart.svg:
        return checked_svg(chart.svg, chart.description)
    at = places(chart.nodes)
    bottom = max((y for _, y in at.values()), default=_NO_NODES) + 66
    kinds = _legend_kinds(chart)
    height = bottom + 38 + _ROW * len(kinds)
    root = Element("svg", {"viewBox": f"0 0 {WIDTH:.0f} {height:.0f}"})
    lines = _draw_ties(root, chart, at)
    for node in chart.nodes:
        _draw_node(root, node, at[node.key], len(chart.nodes))
    _draw_numbers(root, chart, at, lines)
    _draw_legend(root, bottom, kinds, t)
    return svg_text(root, chart.description)


def _draw_ties(root: Element, chart: RelationChart, at: dict[str, Point]) -> list[Line]:
    drawn: Counter[frozenset[str]] = Counter()
    lines: list[Line] = []
    for tie in chart.ties:
        pair = frozenset((tie.start, tie.end))
        bend = 26.0 * ((drawn[pair] + 1) // 2) * (-1 if drawn[pair] % 2 else 1)
        drawn[pair] += 1
        # A tie back is bent as seen from the same side, or it would lie on the tie out.
        bend = -bend if tie.start > tie.end else bend
        line = _curve(at[tie.start], at[tie.end], bend)
        _draw_tie(root, line, _DASHES[tie.certainty])
        lines.append(line)
    return lines


def _draw_numbers(
    root: Element, chart: RelationChart, at: dict[str, Point], lines: list[Line]
) -> None:
    """The number of each tie, on its line where it covers no name, no mark and no other number."""
    taken = [box for node in chart.nodes for box in _taken(node, at[node.key], len(chart.nodes))]
    for number, (x, y) in enumerate(numbers(lines, taken), 1):
        shape(
            root, "circle", cx=x, cy=y, r=BADGE, fill="#ffffff", stroke="#8594a3", stroke_width=0.6
        )
        words(root, str(number), x, y + 3.2, 9.2, text_anchor="middle", fill=_INK, font_weight=600)


def _taken(node: ChartNode, place: Point, among: int) -> tuple[Box, Box]:
    """What a node covers: its mark, and the lines of its name."""
    x, y = place
    lines = lines_of(node.label, among)
    half, top = max(map(len, lines)) * LABEL * 0.27, y + RADIUS + 4
    reach = RADIUS + 3
    return (x - reach, y - reach, x + reach, y + reach), (
        x - half, top, x + half, top + LEADING * len(lines)
    )  # fmt: skip


def _curve(start: Point, end: Point, bend: float) -> Line:
    """Start and end at the edge of the nodes, the control point, and the middle of the curve."""
    length = math.dist(start, end) or 1.0
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    control = (middle[0] - uy * bend * 2, middle[1] + ux * bend * 2)
    label = (middle[0] - uy * bend, middle[1] + ux * bend)
    return _toward(start, control), control, _toward(end, control, 4.0), label


def _toward(origin: Point, target: Point, gap: float = 0.0) -> Point:
    length = math.dist(origin, target) or 1.0
    reach = (RADIUS + 3 + gap) / length
    return (
        origin[0] + (target[0] - origin[0]) * reach,
        origin[1] + (target[1] - origin[1]) * reach,
    )


def _draw_tie(root: Element, line: Line, dashes: str) -> None:
    (x1, y1), (cx, cy), (x2, y2), _ = line
    path = f"M{x1:.2f} {y1:.2f}Q{cx:.2f} {cy:.2f} {x2:.2f} {y2:.2f}"
    style = {"stroke_dasharray": dashes} if dashes != "none" else {}
    shape(root, "path", d=path, fill="none", stroke="#4a5a6a", stroke_width=1.3, **style)
    length = math.dist((cx, cy), (x2, y2)) or 1.0
    ux, uy = (x2 - cx) / length, (y2 - cy) / length
    tip = (x2 + ux * 4, y2 + uy * 4)
    back = (x2 - ux * 5, y2 - uy * 5)
    corners = (
        tip,
        (back[0] - uy * 3.6, back[1] + ux * 3.6),
        (back[0] + uy * 3.6, back[1] - ux * 3.6),
    )
    shape(root, "polygon", points=_written(corners), fill="#4a5a6a")


def _written(points: tuple[Point, ...]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in points)


def _draw_node(root: Element, node: ChartNode, place: Point, among: int) -> None:
    _draw_kind(root, node.kind, place, RADIUS, 2.8 if node.subject else 1.1)
    x, y = place
    weight = 700 if node.subject else 400
    for index, line in enumerate(lines_of(node.label, among)):
        at = y + RADIUS + 13 + index * LEADING
        # White under the words keeps them readable where a line passes.
        half = len(line) * LABEL * 0.25
        shape(root, "rect", x=x - half, y=at - 9, width=2 * half, height=11, fill="#ffffff",
              fill_opacity=0.82)  # fmt: skip
        words(root, line, x, at, LABEL, text_anchor="middle", fill=_INK, font_weight=weight)


def _draw_kind(root: Element, kind: EntityKind, place: Point, size: float, stroke: float) -> None:
    x, y = place
    style = {"fill": _FILLS[kind], "stroke": _INK, "stroke_width": stroke}
    if kind is EntityKind.PERSON:
        shape(root, "circle", cx=x, cy=y, r=size, **style)
    elif kind in _POLYGONS:
        corners = tuple((x + px * size, y + py * size) for px, py in _POLYGONS[kind])
        shape(root, "polygon", points=_written(corners), **style)
    else:
        round_ = size * 0.75 if kind is EntityKind.ACCOUNT else 0.0
        high = size * (0.65 if kind is EntityKind.ACCOUNT else 0.9)
        shape(
            root,
            "rect",
            x=x - size,
            y=y - high,
            width=2 * size,
            height=2 * high,
            rx=round_,
            **style,
        )


def _legend_kinds(chart: RelationChart) -> list[list[EntityKind]]:
    """The kinds in rows of the legend: the usual ones always, the others where they are drawn."""
    used = {node.kind for node in chart.nodes}
    kinds = [*_USUAL, *(kind for kind in EntityKind if kind not in _USUAL and kind in used)]
    return [kinds[start : start + _A_ROW] for start in range(0, len(kinds), _A_ROW)]


def _draw_legend(root: Element, top: float, kinds: list[list[EntityKind]], t: Texts) -> None:
    shape(root, "line", x1=0, y1=top, x2=WIDTH, y2=top, stroke="#c4ccd4", stroke_width=0.8)
    words(root, t("chart.legend_kinds"), 0, top + 20, _LEGEND_TYPE, fill=_INK, font_weight=600)
    for line, row in enumerate(kinds):
        for index, kind in enumerate(row):
            x, y = _LEGEND + index * _STEP, top + _ROW * line
            _draw_kind(root, kind, (x, y + 17), 7.0, 1.0)
            words(root, t.name(kind), x + 13, y + 20.5, _LEGEND_TYPE, fill=_INK)
    top += _ROW * (len(kinds) - 1)
    words(root, t("chart.legend_certainty"), 0, top + 44, _LEGEND_TYPE, fill=_INK, font_weight=600)
    for index, certainty in enumerate(Certainty):
        x = _LEGEND + index * _STEP
        dashes = _DASHES[certainty]
        style = {"stroke_dasharray": dashes} if dashes != "none" else {}
        shape(root, "line", x1=x - 8, y1=top + 41, x2=x + 20, y2=top + 41, stroke="#4a5a6a",
              stroke_width=1.4, **style)  # fmt: skip
        words(root, t.name(certainty), x + 25, top + 44.5, _LEGEND_TYPE, fill=_INK)
