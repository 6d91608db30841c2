"""The network as it is drawn and exported: plain nodes and edges with places and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from bureau.formats.network import Attribute, Edge, Network, Node
from bureau.operations._network_rows import Who
from bureau.rules.money import Money
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import TieKind


@dataclass(frozen=True, slots=True)
class NetworkPicture:
    """A part of the network of a case; `statement` says what is not in it, if anything.

    `measures` are those of what is drawn, where they were asked for. Ids of nodes are those of
    parties; ids of edges are what `edge_evidence` takes.
    """

    network: Network
    focus: UUID | None
    hops: int
    nodes_in_case: int
    edges_in_case: int
    statement: Texts
    measures: Mapping[str, Any] = field(default_factory=dict)


def drawn(graph: Any, places: Mapping[str, tuple[float, float]], who: Who, title: str) -> Network:
    """`graph` as plain nodes and edges, with the places where they stand."""
    held = holders(graph)
    roles = {name: who.roles.get(entity_id, ()) for entity_id, name in who.names.items()}
    nodes = tuple(
        Node(
            name,
            told["kind"],
            told["label"],
            *places[name],
            _about_node(told, roles.get(name, ()), held.get(name, ())),
        )
        for name, told in graph.nodes(data=True)
    )
    edges = tuple(
        Edge(
            id=key,
            source=source,
            target=target,
            kind=told["kind"],
            certainty=told["certainty"],
            label=told["label"],
            on=told["on"],
            until=told["valid_to"],
            attributes=_about_edge(told),
        )
        for source, target, key, told in graph.edges(keys=True, data=True)
    )
    return Network(nodes, edges, title)


def holders(graph: Any) -> dict[str, tuple[str, ...]]:
    """The labels of who holds each account, as far as `graph` shows them."""
    found: dict[str, set[str]] = {}
    for source, target, kind in graph.edges(data="kind"):
        if kind is TieKind.HOLDS_ACCOUNT:
            found.setdefault(target, set()).add(graph.nodes[source]["label"])
    return {account: tuple(sorted(labels)) for account, labels in found.items()}


def _about_node(
    told: Mapping[str, Any], roles: tuple[str, ...], held_by: tuple[str, ...]
) -> dict[str, Attribute]:
    about: dict[str, Attribute] = {}
    if told.get("hub"):
        about["hub"] = told["hub"]
    if held_by:
        about["holder"] = ", ".join(held_by)
    if roles:
        about["roles"] = ", ".join(roles)
    return about


def _about_edge(told: Mapping[str, Any]) -> dict[str, Attribute]:
    about: dict[str, Attribute] = {"sources": ", ".join(told["sources"])}
    if told["amount_minor"] is not None:
        about["amount"] = Money(told["amount_minor"], told["currency"]).text()
        about["currency"] = told["currency"]
    if told["detail"]:
        about["detail"] = told["detail"]
    if told["share"]:
        about["share"] = told["share"]
    return about
