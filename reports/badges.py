"""Where the numbers of ties stand in a chart: on their line, covering nothing."""

from collections.abc import Sequence
from itertools import product

BADGE = 7.5  # the radius of a number
_AIR = 1.5
_ALONG = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86)
_ASIDE = (0.0, 11.0, -11.0, 19.0, -19.0, 28.0, -28.0, 40.0, -40.0)

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom
Line = tuple[Point, Point, Point, Point]  # start, control point, end, middle of the curve


def numbers(lines: Sequence[Line], taken: Sequence[Box]) -> list[Point]:
    """A place for the number of each line, in order: the nearest to its middle that is free.

    A number that finds no room on its line stands beside it; only where everything around is
    taken it covers what it covers least.
    """
    boxes, placed = list(taken), []
    for line in lines:
        x, y = min(_spots(line), key=lambda spot: _covered(_box(spot), boxes))
        boxes.append(_box((x, y)))
        placed.append((x, y))
    return placed


def _spots(line: Line) -> list[Point]:
    (x0, y0), (cx, cy), (x2, y2), _ = line
    dx, dy = x2 - x0, y2 - y0
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    spots = []
    for aside, t in product(_ASIDE, _ALONG):
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        x, y = a * x0 + b * cx + c * x2, a * y0 + b * cy + c * y2
        spots.append((x - dy / length * aside, y + dx / length * aside))
    return spots


def _box(spot: Point) -> Box:
    reach = BADGE + _AIR
    return spot[0] - reach, spot[1] - reach, spot[0] + reach, spot[1] + reach


def _covered(box: Box, boxes: Sequence[Box]) -> float:
    left, top, right, bottom = box
    return sum(
        max(0.0, min(right, other[2]) - max(left, other[0]))
        * max(0.0, min(bottom, other[3]) - max(top, other[1]))
        for other in boxes
    )
