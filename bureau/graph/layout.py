"""Where each node is drawn: worked out here, so that a picture needs no script and never shifts."""

import math
from collections.abc import Mapping

import networkx as nx
import numpy as np
import numpy.typing as npt

from bureau.graph.boxes import pack, spread

Points = npt.NDArray[np.float64]

STEP = 100.0  # drawing units between neighbours; one unit is a pixel at full size
LARGE = 500  # nodes beyond which forces cost more than they show
_ROUNDS = 60
_NEAREST = 1e-4
_CHARACTER = 6.5
_LINE = 34.0
_WIDEST = 24  # characters of a label that are drawn


def layout(graph: nx.MultiDiGraph) -> dict[str, tuple[float, float]]:
    """A place for every node, the same each time for the same graph, from (0, 0) down right.

    Groups without a tie between them stand side by side. Up to `LARGE` nodes a group is
    drawn by forces (Fruchterman and Reingold) from a ring-shaped start; beyond that in rings
    around its best connected node. Labels are then pushed apart.
    """
    simple = nx.Graph(graph)
    groups = sorted(nx.connected_components(simple), key=lambda group: (-len(group), min(group)))
    large = len(simple) > LARGE
    drawn = [_group(simple.subgraph(group), graph, large=large) for group in groups]
    offsets = pack([extent for _, _, extent in drawn])
    return {
        name: (round(float(x + left), 1), round(float(y + top), 1))
        for (names, points, _), (left, top) in zip(drawn, offsets, strict=True)
        for name, (x, y) in zip(names, points, strict=True)
    }


def _group(
    simple: nx.Graph, graph: nx.MultiDiGraph, *, large: bool
) -> tuple[list[str], Points, tuple[float, float]]:
    """Names, points from (0, 0), and width and height of one connected group."""
    names = sorted(simple)
    rings = _rings(simple, names)
    points = rings if large else _forces(simple, names, rings)
    sizes = np.array([_label_size(graph.nodes[name]) for name in names])
    points = points if large else spread(points, sizes)
    low = (points - sizes / 2).min(axis=0)
    high = (points + sizes / 2).max(axis=0)
    width, height = (float(side) for side in high - low)
    return names, points - low, (width, height)


def _label_size(node: Mapping[str, object]) -> tuple[float, float]:
    label = str(node.get("label", ""))
    return 28 + _CHARACTER * min(len(label), _WIDEST), _LINE


def _rings(simple: nx.Graph, names: list[str]) -> Points:
    """Rings by distance from the best connected node; children stand near their parents."""
    centre = min(names, key=lambda name: (-simple.degree(name), name))
    place = {name: index for index, name in enumerate(names)}
    points = np.zeros((len(names), 2))
    angle = {centre: 0.0}
    ring, radius = [centre], 0.0
    while ring:
        outer: dict[str, float] = {}
        for parent in ring:
            for child in sorted(simple[parent]):
                if child not in angle:
                    outer.setdefault(child, angle[parent])
        ring = sorted(outer, key=lambda name: (outer[name], name))
        radius = max(radius + STEP, len(ring) * STEP / (2 * math.pi))
        for index, name in enumerate(ring):
            angle[name] = 2 * math.pi * index / len(ring)
            points[place[name]] = radius * np.array([math.cos(angle[name]), math.sin(angle[name])])
    return points


def _forces(simple: nx.Graph, names: list[str], start: Points) -> Points:
    """Neighbours pull, all push; the reach of a move shrinks until nothing moves."""
    tied = nx.to_numpy_array(simple, nodelist=names, weight=None) > 0
    np.fill_diagonal(tied, val=False)
    x, y = (start / STEP).T
    reach = max(1.0, float(np.abs(start).max()) / STEP / 5)
    cooling = reach / (_ROUNDS + 1)
    for _ in range(_ROUNDS):
        right, down = x[:, None] - x, y[:, None] - y
        squared = np.maximum(right * right + down * down, _NEAREST)
        force = 1 / squared
        force[tied] -= np.sqrt(squared[tied])
        move_x, move_y = (right * force).sum(axis=1), (down * force).sum(axis=1)
        length = np.maximum(np.sqrt(move_x**2 + move_y**2), _NEAREST)
        part = np.minimum(length, reach) / length
        x, y = x + move_x * part, y + move_y * part
        reach -= cooling
    return np.column_stack((x, y)) * STEP
