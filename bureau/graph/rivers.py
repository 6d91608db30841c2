"""Money flows as bands between bars (a Sankey drawing): places only, the page puts them down."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

HIGH, BAR, GAP, LEAST = 420.0, 14.0, 16.0, 2.0
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Flow:
    """Money from one party to another, in minor units, taken together."""

    source: str
    target: str
    minor: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A party as a bar: its column, its place and its height; `inward` and `outward` are sums."""

    name: str
    column: int
    y: float
    height: float
    inward: int
    outward: int


@dataclass(frozen=True, slots=True)
class Band:
    """A flow as a band from one bar to another; `back` where it runs against the others."""

    flow: Flow
    start: float
    end: float
    width: float
    back: bool


@dataclass(frozen=True, slots=True)
class Rivers:
    """The drawing: bars in columns from left to right, and bands between them."""

    bars: tuple[Bar, ...]
    bands: tuple[Band, ...]
    columns: int
    height: float


def rivers(flows: Iterable[Flow]) -> Rivers:
    """Bars and bands for these flows; the largest decide which way is forward.

    A flow that would close a circle runs back, and is drawn as such: nothing is left out.
    """
    ordered = sorted(flows, key=lambda flow: (-flow.minor, flow.source, flow.target))
    forward = nx.DiGraph()
    back: set[Flow] = set()
    for flow in ordered:
        forward.add_nodes_from((flow.source, flow.target))
        if flow.source == flow.target or nx.has_path(forward, flow.target, flow.source):
            back.add(flow)
        else:
            forward.add_edge(flow.source, flow.target)
    columns = {
        name: number
        for number, names in enumerate(nx.topological_generations(forward))
        for name in names
    }
    return _drawn(ordered, back, columns)


def _drawn(flows: Sequence[Flow], back: set[Flow], columns: Mapping[str, int]) -> Rivers:
    inward: dict[str, int] = defaultdict(int)
    outward: dict[str, int] = defaultdict(int)
    for flow in flows:
        inward[flow.target] += flow.minor
        outward[flow.source] += flow.minor
    size = {name: max(inward[name], outward[name]) for name in columns}
    order = _ordered(flows, columns, size)
    tallest = max((sum(size[n] for n in names) for names in order), default=1) or 1
    scale = HIGH / tallest
    bars: dict[str, Bar] = {}
    height = 0.0
    for number, names in enumerate(order):
        y = 0.0
        for name in names:
            high = max(LEAST, size[name] * scale)
            bars[name] = Bar(name, number, round(y, 1), round(high, 1), inward[name], outward[name])
            y += high + GAP
        height = max(height, y)
    bands = tuple(_bands(flows, back, bars, scale))
    return Rivers(tuple(bars.values()), bands, len(order), round(height, 1))


def _ordered(
    flows: Sequence[Flow], columns: Mapping[str, int], size: Mapping[str, int]
) -> list[list[str]]:
    """The names of each column, so that few bands cross: each near the middle of its neighbours."""
    order: list[list[str]] = [[] for _ in range(max(columns.values(), default=-1) + 1)]
    for name in sorted(columns, key=lambda each: (-size[each], each)):
        order[columns[name]].append(name)
    near: dict[str, list[str]] = defaultdict(list)
    for flow in flows:
        near[flow.source].append(flow.target)
        near[flow.target].append(flow.source)
    for _ in range(_ROUNDS):
        rank = {name: n / len(names) for names in order for n, name in enumerate(names)}
        for names in order:
            names.sort(key=lambda name: (_middle(near[name], rank, rank[name]), name))
    return order


def _middle(near: Sequence[str], rank: Mapping[str, float], own: float) -> float:
    return sum(rank[each] for each in near) / len(near) if near else own


def _bands(
    flows: Sequence[Flow], back: set[Flow], bars: Mapping[str, Bar], scale: float
) -> Iterable[Band]:
    """The bands, stacked along the bars in the order of where they come from and go to."""
    leaving = {name: bar.y for name, bar in bars.items()}
    coming = dict(leaving)
    starts: dict[Flow, float] = {}
    for flow in sorted(flows, key=lambda each: bars[each.target].y):
        starts[flow] = leaving[flow.source]
        leaving[flow.source] += flow.minor * scale
    for flow in sorted(flows, key=lambda each: bars[each.source].y):
        width = flow.minor * scale
        start, end = starts[flow] + width / 2, coming[flow.target] + width / 2
        coming[flow.target] += width
        yield Band(flow, round(start, 1), round(end, 1), round(max(1.0, width), 1), flow in back)
