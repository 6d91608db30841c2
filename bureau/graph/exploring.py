"""Which part of a graph somebody sees: begun somewhere, opened, hidden, within a period."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import networkx as nx

from bureau.rules.dates import parse
from bureau.rules.vocabulary import EntityKind, TieKind

# What happened on one day; everything else that begins holds until it is said to end.
MOMENTS = frozenset((TieKind.SOLD, TieKind.BOUGHT, TieKind.SOLD_TO))
MOST_WAYS = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see of a case; names are ids of nodes or of groups.

    Without `starts` it is the whole case. `opened` are nodes whose neighbours are shown too and
    groups that are shown one by one. `ends` asks for the shortest ways between two nodes.
    """

    starts: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    kinds: frozenset[EntityKind] = frozenset()
    together: str = ""
    first: date | None = None
    last: date | None = None
    ends: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a graph: how far from its starts it reaches, what is left out, what is on a way.

    `length` is the number of ties on a shortest way.
    """

    graph: nx.MultiDiGraph
    steps: int
    hidden: int
    undated: int
    way: frozenset[str]
    length: int = 0
    no_way: bool = False


def part(graph: nx.MultiDiGraph, asked: Asked) -> Part:
    """The part of `graph` that was asked for; a hidden node is not walked through."""
    held, undated = in_period(graph, asked.first, asked.last)
    away = {name for name in asked.hidden if name in held}
    away |= {name for name, kind in held.nodes(data="kind") if kind in asked.kinds}
    away -= set(asked.starts) | set(asked.ends or ())
    open_part = held.subgraph([name for name in held if name not in away])
    shown, steps = _reached(open_part, asked)
    way, length = _ways(open_part, asked.ends) if asked.ends else (frozenset[str](), 0)
    steps = max(steps, 2 if length > 1 else 0)  # a way asks for a reason, and has no farthest step
    shown |= way | set(asked.ends or ())
    return Part(
        graph=held if len(shown) == len(held) else held.subgraph(shown).copy(),
        steps=steps,
        hidden=len(away),
        undated=undated,
        way=way,
        length=length,
        no_way=bool(asked.ends) and not way,
    )


def in_period(
    graph: nx.MultiDiGraph, first: date | None, last: date | None
) -> tuple[nx.MultiDiGraph, int]:
    """The graph with only what can have held between two days, and how many ties have no day.

    A date known in part counts as widely as it can be; what has no day at all stays.
    """
    if first is None and last is None:
        return graph, 0
    begin, end = first or date.min, last or date.max
    gone: list[tuple[str, str, str]] = []
    undated = 0
    for source, target, key, told in graph.edges(keys=True, data=True):
        if not told["on"] and not told["valid_to"]:
            undated += 1
        elif not _meets(told, begin, end):
            gone.append((source, target, key))
    held = graph.copy()
    held.remove_edges_from(gone)
    if graph.number_of_edges():
        held.remove_nodes_from([n for n in graph if graph.degree(n) and not held.degree(n)])
    return held, undated


def _meets(told: Mapping[str, Any], begin: date, end: date) -> bool:
    since = parse(told["on"]).earliest()
    until = parse(told["valid_to"]).latest()
    if told["kind"] in MOMENTS and not told["valid_to"]:
        until = parse(told["on"]).latest()
    return (since or date.min) <= end and (until or date.max) >= begin


def _reached(graph: nx.MultiDiGraph, asked: Asked) -> tuple[set[str], int]:
    """What is shown, and how many steps the farthest opened node lies from where it began."""
    starts = [name for name in asked.starts if name in graph]
    if not starts:
        return (set(), 0) if asked.starts or asked.ends else (set(graph), 0)
    depth = dict.fromkeys(starts, 0)
    for name in starts:
        _open(graph, name, depth)
    waiting = deque(name for name in asked.opened if name in graph)
    idle = 0
    while waiting and idle < len(waiting):
        name = waiting.popleft()
        if name in depth:
            _open(graph, name, depth)
            idle = 0
        else:
            waiting.append(name)
            idle += 1
    return set(depth), max(depth.values())


def _open(graph: nx.MultiDiGraph, name: str, depth: dict[str, int]) -> None:
    for other in sorted(neighbours(graph, name)):
        depth[other] = min(depth.get(other, depth[name] + 1), depth[name] + 1)


def neighbours(graph: nx.MultiDiGraph, name: str) -> set[str]:
    """The nodes at the other end of a tie, whatever its direction."""
    return (set(graph.predecessors(name)) | set(graph.successors(name))) - {name}


def _ways(graph: nx.MultiDiGraph, ends: tuple[str, str]) -> tuple[frozenset[str], int]:
    """The nodes on the shortest ways between two nodes, direction aside, and how long these are."""
    start, end = ends
    simple = nx.Graph(graph)
    if start not in graph or end not in graph or not nx.has_path(simple, start, end):
        return frozenset(), 0
    found: set[str] = set()
    length = 0
    for path in islice(nx.all_shortest_paths(simple, start, end), MOST_WAYS):
        found.update(path)
        length = len(path) - 1
    return frozenset(found), length


def closed(graph: nx.MultiDiGraph, shown: Iterable[str]) -> dict[str, int]:
    """How many neighbours of each shown node are not shown; nodes without any are left out."""
    inside = set(shown)
    counts = ((name, len(neighbours(graph, name) - inside)) for name in inside if name in graph)
    return {name: count for name, count in counts if count}
