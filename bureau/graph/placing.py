"""How the nodes of one connected group are laid out: in rings, by forces, or by true distances."""

import math

import networkx as nx
import numpy as np
import numpy.typing as npt

from bureau.graph.boxes import Points, separate

STEP = 100.0  # drawing units between neighbours
PLACED_WELL = 60  # nodes up to which several layouts are tried and the clearest is taken
_TRIALS = 12
_SETTLING = 50
_ROUNDS = 60
_NEAREST = 1e-4
_SAMPLES = np.linspace(0.1, 0.9, 9)
_HIDES = 2  # a tie that runs behind a name is worse than two ties that cross

Pairs = npt.NDArray[np.int64]


def untangled(simple: nx.Graph, names: list[str], sizes: Points, stretch: Points) -> Points:
    """Middles of the boxes so that none overlap and few ties cross or run behind a name.

    From a fixed row of starts the drawing is pulled to the true distances in the graph; of what
    comes out the one with the fewest crossings is taken, so it is the same each time.
    """
    place = {name: index for index, name in enumerate(names)}
    ties = np.array([(place[a], place[b]) for a, b in sorted(map(sorted, simple.edges)) if a != b])
    far = np.array(nx.floyd_warshall_numpy(simple, nodelist=names, weight=""))
    best, least = np.zeros((len(names), 2)), math.inf
    for trial in range(_TRIALS):
        start = rings(simple, names)
        if trial:
            start = np.random.default_rng(trial).uniform(-1, 1, start.shape) * STEP * len(names)
        points = _turned(_settled(far, start)) * stretch
        tangle = _tangle(points, sizes, ties) + float(np.prod(np.ptp(points, axis=0))) / 1e7
        if tangle < least:
            best, least = points, tangle
    return separate(best, sizes)


def _settled(far: Points, points: Points) -> Points:
    """Stress majorisation (Gansner, Koren and North): distances drawn become those in the graph."""
    weight = 1 / np.maximum(far, 1) ** 2
    np.fill_diagonal(weight, 0)
    total, pull = weight.sum(axis=1), weight * far * STEP
    x, y = points.T
    for _ in range(_SETTLING):
        right, down = x[:, None] - x, y[:, None] - y
        part = pull / np.maximum(np.sqrt(right * right + down * down), _NEAREST)
        x = (weight @ x + (part * right).sum(axis=1)) / total
        y = (weight @ y + (part * down).sum(axis=1)) / total
    return np.column_stack((x, y))


def _turned(points: Points) -> Points:
    """The same drawing with its long side across the page, not mirrored by chance."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1] * np.where(axes[:, ::-1].sum(axis=0) < 0, -1, 1)
    turned: Points = centred @ axes
    return turned


def _tangle(points: Points, sizes: Points, ties: Pairs) -> float:
    """How often ties cross, and how often one runs behind the box of a node it does not touch."""
    start, end = points[ties[:, 0]], points[ties[:, 1]]
    along = start[:, None] + (end - start)[:, None] * _SAMPLES[:, None]
    off = np.abs(along[:, :, None] - points)
    half = sizes / 2
    within = (off[..., 0] < half[:, 0]) & (off[..., 1] < half[:, 1])
    behind = np.array(np.any(within, axis=1))
    behind[np.arange(len(ties)), ties[:, 0]] = False
    behind[np.arange(len(ties)), ties[:, 1]] = False
    one, other = np.triu_indices(len(ties), 1)
    crossed = _apart(start[one], end[one], start[other], end[other])
    crossed &= _apart(start[other], end[other], start[one], end[one])
    return float(crossed.sum() + _HIDES * behind.sum())


def _apart(start: Points, end: Points, one: Points, other: Points) -> npt.NDArray[np.bool_]:
    """Whether the two points lie on different sides of the line from start to end."""
    (dx, dy), (ax, ay), (bx, by) = (end - start).T, (one - start).T, (other - start).T
    sides: npt.NDArray[np.bool_] = (dx * ay - dy * ax) * (dx * by - dy * bx) < -_NEAREST
    return sides


def rings(simple: nx.Graph, names: list[str]) -> Points:
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


def forces(simple: nx.Graph, names: list[str]) -> Points:
    """Neighbours pull, all push (Fruchterman and Reingold) from rings, ever less far."""
    tied = nx.to_numpy_array(simple, nodelist=names, weight=None) > 0
    np.fill_diagonal(tied, val=False)
    start = rings(simple, names)
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
