"""A map that the server draws: areas as shapes in metres, with a bar of scale; no tiles."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bureau.formats.boundaries import METRES
from bureau.operations.areas import AreaShape

WIDTH, HEIGHT, EDGE = 720, 460, 24
BARS = (50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000)
LONGEST_BAR = 0.3  # of the width
Place = Callable[[tuple[float, float]], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One area on the map: its path, where its number stands, and in which role."""

    code: str
    name: str
    role: str
    number: int
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Map:
    """Everything that the template draws; `bar` is the length of the scale on the sheet."""

    width: int
    height: int
    areas: tuple[Drawn, ...]
    bar: int
    metres: int


def draw(shapes: Iterable[tuple[AreaShape, str]]) -> Map | None:
    """The areas with their roles on one sheet; None without any."""
    known = tuple(shapes)
    points = [p for shape, _ in known for poly in shape.polygons for ring in poly for p in ring]
    if not points:
        return None
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = math.cos(math.radians((south + north) / 2))
    wide = max((east - west) * narrow, 1e-6)
    high = max(north - south, 1e-6)
    scale = min((WIDTH - 2 * EDGE) / wide, (HEIGHT - 2 * EDGE) / high)

    def place(point: tuple[float, float]) -> tuple[float, float]:
        return (
            EDGE + (point[0] - west) * narrow * scale,
            EDGE + (north - point[1]) * scale,
        )

    drawn = tuple(
        _drawn(shape, role, number, place) for number, (shape, role) in enumerate(known, start=1)
    )
    each = scale / METRES  # of the sheet, for a metre
    metres = max((bar for bar in BARS if bar * each <= WIDTH * LONGEST_BAR), default=BARS[0])
    height = round(2 * EDGE + high * scale) + EDGE
    return Map(WIDTH, height, drawn, round(metres * each), metres)


def _drawn(shape: AreaShape, role: str, number: int, place: Place) -> Drawn:
    rings = [[place(point) for point in ring] for polygon in shape.polygons for ring in polygon]
    path = " ".join(_path(ring) for ring in rings)
    outer = max(rings, key=len)
    x = round(sum(p[0] for p in outer) / len(outer))
    y = round(sum(p[1] for p in outer) / len(outer))
    return Drawn(shape.code, shape.name, role, number, path, x, y)


def _path(ring: list[tuple[float, float]]) -> str:
    said = [f"{x:.1f},{y:.1f}" for x, y in ring]
    thin = [point for at, point in enumerate(said) if not at or point != said[at - 1]]
    return f"M{' L'.join(thin)} Z"
