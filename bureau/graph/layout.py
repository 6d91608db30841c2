"""Where each node is drawn: worked out here, so that a picture needs no script and never shifts."""

from collections.abc import Mapping

import networkx as nx
import numpy as np

from bureau.formats.network import label_lines
from bureau.graph.boxes import GAP, Points, grid, pack, separate
from bureau.graph.circles import WHOLE, discs
from bureau.graph.placing import PLACED_WELL, forces, rings, untangled

LARGE = 500  # nodes beyond which forces cost more than they show
_CHARACTER = 6.5
_LINE = 14.0
_MARK = 32.0  # the room a mark takes without its label
_ROOM = 14.0  # between the labels of neighbours
_STRETCH = np.array([1.25, 1.0])  # labels are wider than high


def layout(graph: nx.MultiDiGraph) -> dict[str, tuple[float, float]]:
    """A place for every node, the same each time for the same graph, from (0, 0) down right.

    One unit is a pixel at full size. Groups without a tie between them stand side by side, nodes
    without any tie in a grid below. Up to `LARGE` nodes no two marks or labels (two lines under
    the mark) overlap; beyond that a group is drawn as discs of who belongs together.
    """
    simple = nx.Graph(graph)
    groups = sorted(nx.connected_components(simple), key=lambda group: (-len(group), min(group)))
    large = len(simple) > LARGE
    drawn = [
        _group(simple.subgraph(group), graph, large=large) for group in groups if len(group) > 1
    ]
    extents = [extent for _, _, extent in drawn]
    offsets = pack(extents)
    places = {
        name: (round(float(x + left), 1), round(float(y + top), 1))
        for (names, points, _), (left, top) in zip(drawn, offsets, strict=True)
        for name, (x, y) in zip(names, points, strict=True)
    }
    corners = list(zip(offsets, extents, strict=True))
    wide = max((left + width for (left, _), (width, _) in corners), default=0.0)
    high = max((top + height + GAP for (_, top), (_, height) in corners), default=0.0)
    loose = [min(group) for group in groups if len(group) == 1]
    return {**places, **_loose(loose, graph, wide, high)}


def _loose(
    names: list[str], graph: nx.MultiDiGraph, wide: float, top: float
) -> dict[str, tuple[float, float]]:
    """Nodes without a tie: by kind and label, in rows below everything else."""
    if not names:
        return {}
    names = sorted(names, key=lambda name: (*_said(graph.nodes[name]), name))
    sizes = np.array([_size(graph.nodes[name]) for name in names])
    width, height = (float(side) for side in sizes.max(axis=0))
    room = max(wide, width * len(names) ** 0.5)
    return {
        name: (round(left + width / 2, 1), round(top + down + _MARK / 2, 1))
        for name, (left, down) in zip(names, grid(len(names), (width, height), room), strict=True)
    }


def _group(
    simple: nx.Graph, graph: nx.MultiDiGraph, *, large: bool
) -> tuple[list[str], Points, tuple[float, float]]:
    """Names, points from (0, 0), and width and height of one connected group."""
    names = sorted(simple)
    sizes = np.array([_size(graph.nodes[name]) for name in names])
    # A box stands with the mark at its top: its middle lies lower than the point that is drawn.
    below = np.column_stack((np.zeros(len(names)), (sizes[:, 1] - _MARK) / 2))
    if large:
        middles = discs(simple, names) if len(names) > WHOLE else rings(simple, names)
    elif len(names) > PLACED_WELL:
        middles = separate(forces(simple, names) * _STRETCH, sizes)
    else:
        middles = untangled(simple, names, sizes, _STRETCH)
    low = (middles - sizes / 2).min(axis=0)
    high = (middles + sizes / 2).max(axis=0)
    width, height = (float(side) for side in high - low)
    return names, middles - below - low, (width, height)


def _said(node: Mapping[str, object]) -> tuple[str, str]:
    return str(node.get("kind", "")), str(node.get("label", ""))


def _size(node: Mapping[str, object]) -> tuple[float, float]:
    lines = label_lines(_said(node)[1])
    return (
        max(_MARK, _CHARACTER * max(map(len, lines))) + _ROOM,
        _MARK + _LINE * len(lines) + _ROOM,
    )
