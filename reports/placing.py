"""Where the nodes of a relation chart stand on paper: as they were laid out, nothing covered."""

import re
import textwrap
from collections.abc import Sequence

import numpy as np

from bureau.graph.boxes import Points, overlapping, spread
from reports.badges import BADGE, Point
from reports.values.network import ChartNode

WIDTH = 660.0
RADIUS = 15.0
LABEL = 11.0  # the size of a name
LEADING = 12.5
_MARGIN = 56.0
_TOP = 34.0
_FEW, _WRAPS, _LINES = 14, (24, 19), (3, 2)
_LOWEST, _FOR_EACH, _TALLEST = 170.0, 26.0, 440.0
_HIGHEST = 620.0  # what a page holds beside heading, legend and caption
_TRIES, _LONGER = 40, 1.06
_LETTER = 0.5  # how wide a letter is, of its size


def lines_of(label: str, among: int) -> list[str]:
    """A name in the lines that stand under a node; among many nodes it gets less room."""
    many = among > _FEW
    wide = _WRAPS[many]
    parted = re.sub(rf"(\w{{{wide - 4}}})(?=\w{{3}})", r"\1- ", label)
    return textwrap.wrap(parted, wide, max_lines=_LINES[many], placeholder=" …") or [""]


def places(nodes: Sequence[ChartNode]) -> dict[str, Point]:
    """The middle of each node by its key."""
    if not nodes:
        return {}
    at = np.array([(node.x, node.y) for node in nodes])
    at -= at.min(axis=0)
    across, down = (float(side) or 1.0 for side in np.ptp(at, axis=0))
    wide = (WIDTH - 2 * _MARGIN) / across
    tall = min(_TALLEST, _LOWEST + _FOR_EACH * len(nodes)) / down
    free = _within(
        at * (wide, min(wide, tall)), np.array([_box(node, len(nodes)) for node in nodes])
    )
    free -= free.min(axis=0)
    return {
        node.key: (round(_MARGIN + float(x), 1), round(_TOP + float(y), 1))
        for node, (x, y) in zip(nodes, free, strict=True)
    }


def _within(points: Points, sizes: Points) -> Points:
    """Boxes pushed apart and pressed into the width of the paper, growing only downward.

    Where that would leave the page they stand in rows, in the order they had.
    """
    paper = WIDTH - 2 * _MARGIN
    pushed = points
    for _ in range(_TRIES):
        pushed = spread(pushed, sizes)
        pushed = pushed * (min(1.0, paper / (float(np.ptp(pushed[:, 0])) or 1.0)), 1.0)
        if float(np.ptp(pushed[:, 1])) > _HIGHEST:
            return _in_rows(points, sizes)
        if not overlapping(pushed, sizes):
            break
        pushed = pushed * (1.0, _LONGER)
    return pushed


def _in_rows(points: Points, sizes: Points) -> Points:
    """Rows from top to bottom, each from left to right, every other one a little aside."""
    paper = WIDTH - 2 * _MARGIN
    wide, high = (float(side) for side in sizes.max(axis=0))
    aside = wide / 4
    columns = 1 + int((paper - aside) // wide)
    step = (paper - aside) / max(1, columns - 1)
    down = np.argsort(points[:, 1], kind="stable")
    found = np.zeros_like(points)
    for row, start in enumerate(range(0, len(down), columns)):
        along = sorted(down[start : start + columns], key=lambda one: float(points[one, 0]))
        for column, one in enumerate(along):
            found[one] = (column * step + row % 2 * aside, row * high)
    return found


def _box(node: ChartNode, among: int) -> tuple[float, float]:
    """The room that a node and the lines of its name below it take, and a number between."""
    lines = lines_of(node.label, among)
    width = max(2.4 * RADIUS, _LETTER * LABEL * max(map(len, lines)))
    return width, 2 * RADIUS + LEADING * len(lines) + 6 + 2 * BADGE
