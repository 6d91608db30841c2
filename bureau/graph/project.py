"""From plain values to a graph; the one function through which every graph must pass."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from types import MappingProxyType

import networkx as nx

from bureau.graph.values import Edge, Node
from bureau.rules.vocabulary import TieKind


class Reading(StrEnum):
    """What a pattern takes a tie for: closeness, value moved, or control of an account."""

    CLOSE = "close"
    VALUE = "value"
    CONTROL = "control"
    DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class EdgeSpec:
    """How one kind of tie reads aloud, and how patterns read it."""

    nl: str
    en: str
    reading: Reading = Reading.DRAWN


EDGES: Mapping[TieKind, EdgeSpec] = MappingProxyType(
    {
        TieKind.OWNS: EdgeSpec("is eigenaar van", "owns", Reading.CLOSE),
        TieKind.DIRECTS: EdgeSpec("is bestuurder van", "directs", Reading.CLOSE),
        TieKind.MANAGES: EdgeSpec("is beheerder van", "manages", Reading.CLOSE),
        TieKind.EMPLOYS: EdgeSpec("heeft in dienst", "employs", Reading.CLOSE),
        TieKind.FAMILY: EdgeSpec("is familie van", "is family of", Reading.CLOSE),
        TieKind.ASSOCIATES: EdgeSpec("gaat om met", "associates with", Reading.CLOSE),
        TieKind.HOLDS_ACCOUNT: EdgeSpec("is houder van", "holds account", Reading.CONTROL),
        TieKind.HOLDS_RIGHT: EdgeSpec("heeft een recht op", "holds a right to"),
        TieKind.SOLD_TO: EdgeSpec("verkocht aan", "sold to", Reading.VALUE),
        TieKind.SOLD: EdgeSpec("verkocht", "sold", Reading.VALUE),
        TieKind.BOUGHT: EdgeSpec("kocht", "bought", Reading.VALUE),
        TieKind.LENDS: EdgeSpec("leent aan", "lends to", Reading.VALUE),
        TieKind.LEASES: EdgeSpec("verhuurt aan", "leases to", Reading.CLOSE),
        TieKind.MORTGAGES: EdgeSpec("heeft hypotheek op", "holds a mortgage on"),
        TieKind.LOCATED_AT: EdgeSpec("is gevestigd op", "is located at"),
        TieKind.LIVES_AT: EdgeSpec("woont op", "lives at"),
        TieKind.PAYS: EdgeSpec("betaalt", "pays", Reading.VALUE),
    }
)


def barred(nodes: Iterable[Node], edges: Iterable[Edge]) -> frozenset[str]:
    """Ids that no graph and no pattern may hold: the protected, and accounts that are theirs.

    An account left behind alone would still point at its holder, and a pattern would then
    accuse a presumed victim by account number.
    """
    nodes = tuple(nodes)
    protected = {node.id for node in nodes if node.protected}
    controller = {node.id: node.agent for node in nodes if node.agent}
    out = set(protected)
    for edge in edges:
        if edge.kind is TieKind.HOLDS_ACCOUNT and protected & {edge.source, edge.target}:
            out |= {edge.source, edge.target}
    for start in controller:
        chain = [start]
        while (above := controller.get(chain[-1])) and above not in chain:
            chain.append(above)
        if protected & set(chain):
            out.add(start)
    return frozenset(out)


def project(nodes: Iterable[Node], edges: Iterable[Edge]) -> nx.MultiDiGraph:
    """The graph of these ties; protected persons, and every tie that touches one, stay out."""
    nodes, edges = tuple(nodes), tuple(edges)
    out = barred(nodes, edges)
    graph = nx.MultiDiGraph()
    for node in sorted(nodes, key=lambda node: node.id):
        if node.id not in out:
            graph.add_node(
                node.id, kind=node.kind, label=node.label, hub=node.hub, agent=node.agent
            )
    for edge in sorted(edges, key=lambda edge: edge.id):
        if edge.source in graph and edge.target in graph:
            said = asdict(edge)
            del said["id"], said["source"], said["target"]
            graph.add_edge(edge.source, edge.target, key=edge.id, **said)
    return graph
