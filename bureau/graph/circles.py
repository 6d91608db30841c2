"""Groups in a large graph: who belongs together, one node for each group, places in discs."""

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from bureau.graph.boxes import Points, separate
from bureau.graph.placing import forces
from bureau.rules.vocabulary import Certainty, EntityKind

WHOLE = 60  # nodes up to which what hangs together is one circle
SEED = 1
ALIKE, CIRCLES = "alike", "circles"
_GOLDEN = math.pi * (3 - math.sqrt(5))
_APART = 62.0  # drawing units between neighbours in a disc
_WEAKEST = tuple(Certainty)  # from confirmed down to unknown


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes of one kind that are drawn as one: which, and the best connected among them."""

    id: str
    kind: EntityKind
    members: tuple[str, ...]
    around: str


def circles(simple: nx.Graph) -> list[list[str]]:
    """Nodes that belong together: what hangs together, and within it communities (Louvain).

    The same graph gives the same circles, the largest first.
    """
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(simple))
    ordered.add_edges_from(
        sorted(tuple(sorted(edge)) for edge in simple.edges if edge[0] != edge[1])
    )
    found: list[list[str]] = []
    for component in nx.connected_components(ordered):
        if len(component) <= WHOLE:
            found.append(sorted(component))
        else:
            inner = ordered.subgraph(component)
            parts = nx.community.louvain_communities(inner, seed=SEED)
            found += [sorted(each) for each in parts]
    return sorted(found, key=lambda each: (-len(each), each[0]))


def groups(graph: nx.MultiDiGraph, how: str, keep: Collection[str] = ()) -> tuple[Group, ...]:
    """The groups of two or more nodes of one kind; nodes in `keep` stay alone.

    `how` is "alike" (the very same neighbours) or "circles" (the same circle).
    """
    simple = nx.Graph(graph)
    alike: dict[tuple[EntityKind, object], list[str]] = defaultdict(list)
    if how == ALIKE:
        for name, kind in graph.nodes(data="kind"):
            alike[kind, tuple(sorted(set(simple[name]) - {name}))].append(name)
    else:
        for number, circle in enumerate(circles(simple)):
            for name in circle:
                alike[graph.nodes[name]["kind"], number].append(name)
    found = []
    for (kind, _), names in alike.items():
        members = sorted(set(names) - set(keep))
        if len(members) > 1:
            around = min(members, key=lambda name: (-simple.degree(name), name))
            found.append(Group(_id(members), kind, tuple(members), around))
    return tuple(sorted(found, key=lambda group: (-len(group.members), group.id)))


def folded(
    graph: nx.MultiDiGraph,
    found: Iterable[Group],
    opened: Collection[str],
    words: Mapping[str, str],
) -> tuple[nx.MultiDiGraph, dict[str, Group]]:
    """The graph with each closed group as one node, and ties between two nodes as one.

    `words` names the kinds of party and of tie in the language of the reader.
    """
    shut = {group.id: group for group in found if group.id not in opened}
    into = {name: group.id for group in shut.values() for name in group.members}
    shown = nx.MultiDiGraph()
    shown.add_nodes_from((name, told) for name, told in graph.nodes(data=True) if name not in into)
    for group in shut.values():
        around = graph.nodes[group.around]["label"]
        label = f"{len(group.members)} \N{MULTIPLICATION SIGN} {words[group.kind]} ({around} …)"
        shown.add_node(group.id, kind=group.kind, label=label, hub=None, agent=None)
    bundles: dict[tuple[str, str, Any], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for source, target, key, told in graph.edges(keys=True, data=True):
        start, end = into.get(source, source), into.get(target, target)
        if source not in into and target not in into:
            shown.add_edge(start, end, key=key, **told)
        elif start != end:
            bundles[start, end, told["kind"]].append((key, told))
    for (start, end, kind), lines in bundles.items():
        shown.add_edge(start, end, key=f"group:{start}:{end}:{kind}", **_bundle(lines, words[kind]))
    return shown, shut


def _bundle(lines: list[tuple[str, dict[str, Any]]], word: str) -> dict[str, Any]:
    """Several ties as one: no firmer than its weakest, with the sum where it is of one currency.

    It has a last day only where each of them has; one that still holds leaves it open.
    """
    told = [line for _, line in lines]
    money = {line["currency"] for line in told if line["amount_minor"] is not None}
    known = [line["amount_minor"] for line in told if line["amount_minor"] is not None]
    ends = [line["valid_to"] for line in told]
    summed = len(money) == 1 and len(known) == len(told)
    return {
        "kind": told[0]["kind"],
        "certainty": max((line["certainty"] for line in told), key=_WEAKEST.index),
        "label": f"{len(told)} \N{MULTIPLICATION SIGN} {word}"
        if len(told) > 1
        else told[0]["label"],
        "on": min((line["on"] for line in told if line["on"]), default=""),
        "valid_to": max(ends) if all(ends) else "",
        "sources": tuple(sorted({name for line in told for name in line["sources"]})),
        "amount_minor": sum(known) if summed else None,
        "currency": money.pop() if summed else "",
        "detail": "",
        "share": "",
    }


def discs(simple: nx.Graph, names: list[str]) -> Points:
    """A place for each name: circles as discs with their best connected node in the middle."""
    parts = circles(simple.subgraph(names))
    where = {name: number for number, part in enumerate(parts) for name in part}
    between = Counter(
        (min(where[a], where[b]), max(where[a], where[b]))
        for a, b in simple.edges
        if a in where and b in where and where[a] != where[b]
    )
    outline = nx.Graph()
    outline.add_nodes_from(f"{number:06d}" for number in range(len(parts)))
    outline.add_edges_from((f"{a:06d}", f"{b:06d}") for a, b in between)
    radii = np.array([_APART * math.sqrt(len(part)) * 0.62 + _APART for part in parts])
    middles = forces(outline, sorted(outline)) if len(parts) > 1 else np.zeros((1, 2))
    scale = float(np.median(radii)) / 95
    middles = separate(middles * scale, np.column_stack((radii, radii)) * 2)
    places: dict[str, tuple[float, float]] = {}
    for part, middle in zip(parts, middles, strict=True):
        ordered = sorted(part, key=lambda name: (-simple.degree(name), name))
        for number, name in enumerate(ordered):
            far, turn = _APART * 0.62 * math.sqrt(number), number * _GOLDEN
            x, y = middle
            places[name] = (x + far * math.cos(turn), y + far * math.sin(turn))
    return np.array([places[name] for name in names])


def _id(members: list[str]) -> str:
    return "group-" + hashlib.sha256("\n".join(members).encode()).hexdigest()[:12]
