"""The neighbourhood of a party, no wider than the law and the eye can carry."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import networkx as nx

from bureau.errors import Invalid
from bureau.rules.vocabulary import HOPS, MOST_HOPS, EntityKind

MOST_NODES = 150


@dataclass(frozen=True, slots=True)
class View:
    """A part of a graph and what is not in it; the counts are of nodes."""

    graph: nx.MultiDiGraph
    hidden: int
    beyond_cap: int
    grouped: int

    def statement(self, language: str = "en") -> str:
        """What was left out of the picture, as one sentence; empty where nothing was."""
        dutch = language == "nl"
        parts = (
            (self.hidden, "verborgen naar soort" if dutch else "hidden by kind"),
            (self.beyond_cap, "boven het maximum" if dutch else "beyond the limit"),
            (self.grouped, "samengenomen in groepen" if dutch else "taken together in groups"),
        )
        said = ", ".join(f"{count} {what}" for count, what in parts if count)
        if not said:
            return ""
        return f"Niet apart getekend: {said}." if dutch else f"Not drawn one by one: {said}."


def expand(
    graph: nx.MultiDiGraph,
    centres: Iterable[str],
    *,
    hops: int = HOPS,
    hide: Collection[EntityKind] = (),
    group: Collection[EntityKind] = (),
    cap: int = MOST_NODES,
) -> View:
    """What lies within so many hops of the centres, direction aside.

    One hop unless asked otherwise, three at most (the caller asks for the reason); see
    WGS 2.22(1)(b) and BGS 2.3, from which these numbers were taken as our design. Nearest
    first, then those with most neighbours, until `cap`; a centre is never left out. A
    hidden kind is not walked through.
    """
    if not HOPS <= hops <= MOST_HOPS:
        raise Invalid(
            "A network can be expanded by {least} to {most} hops.", least=HOPS, most=MOST_HOPS
        )
    start = [centre for centre in dict.fromkeys(centres) if centre in graph]
    reached, hidden = _reach(graph, start, hops, hide)
    order = sorted(reached, key=lambda node: (reached[node], -len(_neighbours(graph, node)), node))
    kept = order[: max(cap, len(start))]
    part = graph.subgraph(kept).copy()
    shown, grouped = _grouped(part, frozenset(start), group)
    return View(shown, hidden, len(order) - len(kept), grouped)


def _neighbours(graph: nx.MultiDiGraph, node: str) -> set[str]:
    return set(graph.predecessors(node)) | set(graph.successors(node)) - {node}


def _reach(
    graph: nx.MultiDiGraph, start: list[str], hops: int, hide: Collection[EntityKind]
) -> tuple[dict[str, int], int]:
    """Hops to every node that may be shown, and how many were met but hidden."""
    reached, hidden = dict.fromkeys(start, 0), set()
    edge = start
    for hop in range(1, hops + 1):
        met = {other for node in edge for other in _neighbours(graph, node)} - set(reached)
        away = {node for node in met if graph.nodes[node]["kind"] in hide}
        hidden |= away
        edge = sorted(met - away)
        reached.update(dict.fromkeys(edge, hop))
    return reached, len(hidden)


def _grouped(
    graph: nx.MultiDiGraph, centres: frozenset[str], kinds: Collection[EntityKind]
) -> tuple[nx.MultiDiGraph, int]:
    """Nodes of one kind with the very same neighbours, taken together as one node."""
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for node, kind in graph.nodes(data="kind"):
        if kind in kinds and node not in centres:
            alike.setdefault((kind, tuple(sorted(_neighbours(graph, node)))), []).append(node)
    members = {key: sorted(nodes) for key, nodes in alike.items() if len(nodes) > 1}
    if not members:
        return graph, 0
    into = {node: _group_id(nodes) for nodes in members.values() for node in nodes}
    shown = nx.MultiDiGraph()
    shown.add_nodes_from((n, said) for n, said in graph.nodes(data=True) if n not in into)
    for (kind, _), nodes in sorted(members.items()):
        label = f"{len(nodes)} x {kind}"
        shown.add_node(
            into[nodes[0]], kind=kind, label=label, hub=None, agent=None, members=tuple(nodes)
        )
    for source, target, key, said in graph.edges(keys=True, data=True):
        shown.add_edge(into.get(source, source), into.get(target, target), key=key, **said)
    return shown, len(into)


def _group_id(nodes: list[str]) -> str:
    return "group-" + hashlib.sha256("\n".join(nodes).encode()).hexdigest()[:12]
