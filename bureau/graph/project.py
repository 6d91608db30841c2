"""From plain values to a graph; the one function through which every graph must pass."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType

import networkx as nx

from bureau.graph.values import Edge, Node
from bureau.rules.vocabulary import EntityKind, TieKind
from bureau.sweeping import unswept

_KNOWN = tuple(each.name for each in fields(Node) if each.name not in {"id", "protected"})
_SAID = tuple(each.name for each in fields(Edge) if each.name not in {"id", "source", "target"})
_id, _known, _said = attrgetter("id"), attrgetter(*_KNOWN), attrgetter(*_SAID)


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
        TieKind.USES: EdgeSpec("gebruikt", "uses"),
        TieKind.OPERATES_AT: EdgeSpec("exploiteert in", "operates at"),
    }
)

_SPEAKING = (EntityKind.PERSON, EntityKind.COMPANY)
_WHOSE = (
    *(TieKind.LIVES_AT, TieKind.LOCATED_AT, TieKind.OPERATES_AT, TieKind.OWNS, TieKind.HOLDS_RIGHT),
    *(TieKind.USES, TieKind.HOLDS_ACCOUNT, TieKind.BOUGHT, TieKind.SOLD),
)
_HELD = (TieKind.HOLDS_ACCOUNT, TieKind.USES)


def barred(nodes: Iterable[Node], edges: Iterable[Edge]) -> frozenset[str]:
    """Ids that no graph and no pattern may hold: the protected, and accounts and things of theirs.

    An account or a phone left behind alone would still point at its holder, and a pattern would
    then accuse a presumed victim by its number.
    """
    nodes = tuple(nodes)
    out = {node.id for node in nodes if node.protected}
    protected = frozenset(out)
    controller = {node.id: node.agent for node in nodes if node.agent}
    for start in controller:
        chain = [start]
        while (above := controller.get(chain[-1])) and above not in chain:
            chain.append(above)
        if not protected.isdisjoint(chain):
            out.add(start)
    edges = tuple(edges)
    # People and companies are nobody's thing, whatever an imported tie calls it.
    speaking = {node.id for node in nodes if node.kind in _SPEAKING}
    held = (edge for edge in edges if edge.kind in _HELD and edge.source in out)
    out |= {edge.target for edge in held if edge.target not in speaking}
    return frozenset(out | _lonely(nodes, edges, out))


def _lonely(nodes: Iterable[Node], edges: Iterable[Edge], out: Collection[str]) -> set[str]:
    """Places and things that only the barred have to do with: they would point at them."""
    mute = {node.id for node in nodes if node.kind not in _SPEAKING} - set(out)
    told: set[str] = set()
    shared: set[str] = set()
    for edge in edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if one in mute and other not in out:
                shared.add(one)
            elif one in mute and edge.kind in _WHOSE:
                told.add(one)
    return told - shared


def project(
    nodes: Iterable[Node], edges: Iterable[Edge], shut: frozenset[str] = frozenset()
) -> nx.MultiDiGraph:
    """The graph of these ties; protected persons, and every tie that touches one, stay out.

    So do those in `shut`, who were barred in the whole case of which this is a part.
    """
    nodes, edges = tuple(nodes), tuple(edges)
    out = shut | barred(nodes, edges)
    graph = nx.MultiDiGraph()
    # Many small records come at once, and none of them goes: sweeping in between finds nothing.
    with unswept():
        graph.add_nodes_from(
            (node.id, dict(zip(_KNOWN, _known(node), strict=True)))
            for node in sorted(nodes, key=_id)
            if node.id not in out
        )
        held = frozenset(graph)
        succ, pred = graph._succ, graph._pred  # noqa: SLF001 - networkx looks up both ends again
        for edge in sorted(edges, key=_id):
            if edge.source in held and edge.target in held:
                ties = succ[edge.source].get(edge.target)
                if ties is None:
                    ties = succ[edge.source][edge.target] = pred[edge.target][edge.source] = {}
                ties[edge.id] = dict(zip(_SAID, _said(edge), strict=True))
    return graph
