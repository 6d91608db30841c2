"""A network as node-link JSON, for programs; read back before it goes."""

import json
from typing import Any

from bureau.errors import OutOfOrder
from bureau.formats.guard import Limits
from bureau.formats.guard_json import parse
from bureau.formats.network import Edge, Network, Node

_OWN = Limits(size=1 << 30, elements=50_000_000)


def write_graph_json(network: Network) -> bytes:
    """The network as node-link JSON; raises OutOfOrder where it does not read back the same."""
    told = as_json(network)
    content = json.dumps(told, ensure_ascii=True, allow_nan=False, indent=1).encode()
    # Numbers come back as Decimal, which equals the same number and keeps every digit.
    if json.loads(content) != told or not _same_size(content, network):
        raise OutOfOrder(
            "The network does not read back from JSON as it was written.",
            where={"format": "json"},
            hint="Nothing was handed out; report this with the case reference.",
        )
    return content


def as_json(network: Network) -> dict[str, Any]:
    """The network as a JSON object in the node-link form that graph libraries read."""
    return {
        "directed": True,
        "multigraph": True,
        "graph": {"title": network.title},
        "nodes": [_node(node) for node in network.nodes],
        "edges": [_edge(edge) for edge in network.edges],
    }


def _same_size(content: bytes, network: Network) -> bool:
    read = parse(content, _OWN)
    ids = {node["id"] for node in read["nodes"]}
    return len(ids) == len(network.nodes) and len(read["edges"]) == len(network.edges)


def _node(node: Node) -> dict[str, Any]:
    return {
        "id": node.id,
        "kind": str(node.kind),
        "label": node.label,
        "x": node.x,
        "y": node.y,
        "attributes": dict(node.attributes),
    }


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "key": edge.id,
        "source": edge.source,
        "target": edge.target,
        "kind": edge.kind,
        "certainty": str(edge.certainty),
        "label": edge.label,
        "on": edge.on,
        "until": edge.until,
        "attributes": dict(edge.attributes),
    }
