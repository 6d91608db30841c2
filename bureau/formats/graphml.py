"""A network as GraphML, for the programs that analysts use elsewhere; read back before it goes."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from bureau.errors import OutOfOrder
from bureau.formats.guard import Limits
from bureau.formats.guard_xml import parse
from bureau.formats.network import Attribute, Edge, Network, Node, xml_text

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
OWN = Limits(size=1 << 30, elements=50_000_000, cell=1_000_000)
TYPES: Mapping[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}
Data = dict[str, Attribute]


def write_graphml(network: Network) -> bytes:
    """The network in GraphML; raises OutOfOrder where it does not read back the same."""
    nodes = {xml_text(node.id): node_data(node) for node in network.nodes}
    edges = {xml_text(edge.id): edge_data(edge) for edge in network.edges}
    root = Element("graphml", {"xmlns": _NAMESPACE})
    keys = _keys(root, "node", nodes.values()) | _keys(root, "edge", edges.values())
    graph = SubElement(root, "graph", {"id": "G", "edgedefault": "directed"})
    for name, attributes in nodes.items():
        _data(SubElement(graph, "node", {"id": name}), "node", attributes, keys)
    for edge in network.edges:
        ends = {"source": xml_text(edge.source), "target": xml_text(edge.target)}
        name = xml_text(edge.id)
        element = SubElement(graph, "edge", {"id": name, **ends})
        _data(element, "edge", edges[name], keys)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    _check(content, network, nodes, edges)
    return content


def read_back(content: bytes) -> tuple[dict[str, Data], dict[str, Data]]:
    """Attributes of the nodes and of the edges in a GraphML file, by id; ends included."""
    root = parse(content, OWN)
    tag = f"{{{_NAMESPACE}}}"
    kinds = {
        key.get("id", ""): (key.get("attr.name", ""), key.get("attr.type", ""))
        for key in root.iter(f"{tag}key")
    }
    nodes = {n.get("id", ""): _values(n, kinds) for n in root.iter(f"{tag}node")}
    edges = {
        e.get("id", ""): {
            "source": e.get("source", ""),
            "target": e.get("target", ""),
            **_values(e, kinds),
        }
        for e in root.iter(f"{tag}edge")
    }
    return nodes, edges


def _check(
    content: bytes, network: Network, nodes: dict[str, Data], edges: dict[str, Data]
) -> None:
    told = {
        xml_text(edge.id): {
            "source": xml_text(edge.source),
            "target": xml_text(edge.target),
            **edges[xml_text(edge.id)],
        }
        for edge in network.edges
    }
    if read_back(content) != (nodes, told) or len(nodes) != len(network.nodes):
        raise OutOfOrder(
            "The network does not read back from GraphML as it was written.",
            where={"format": "graphml"},
            hint="Nothing was handed out; report this with the case reference.",
        )


def node_data(node: Node) -> Data:
    """What a file says of a node, by name, as XML can carry it."""
    place: Data = {} if node.x is None or node.y is None else {"x": node.x, "y": node.y}
    told: Data = {"kind": str(node.kind), "label": xml_text(node.label)}
    return told | place | _cleaned(node.attributes)


def edge_data(edge: Edge) -> Data:
    """What a file says of an edge, by name, as XML can carry it; the ends are told apart."""
    told = {
        "kind": edge.kind,
        "certainty": str(edge.certainty),
        "label": edge.label,
        "on": edge.on,
        "until": edge.until,
    }
    return _cleaned({name: text for name, text in told.items() if text}) | _cleaned(edge.attributes)


def _cleaned(attributes: Mapping[str, Attribute]) -> Data:
    return {
        xml_text(name): xml_text(value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }


def _keys(
    root: Element, target: str, attributes: Iterable[Data]
) -> dict[tuple[str, str, str], str]:
    found = sorted({(name, TYPES[type(v)]) for data in attributes for name, v in data.items()})
    keys = {}
    for number, (name, kind) in enumerate(found):
        key = f"{target[0]}{number}"
        keys[target, name, kind] = key
        SubElement(root, "key", {"id": key, "for": target, "attr.name": name, "attr.type": kind})
    return keys


def _data(
    element: Element, target: str, attributes: Data, keys: dict[tuple[str, str, str], str]
) -> None:
    for name, value in attributes.items():
        key = keys[target, name, TYPES[type(value)]]
        SubElement(element, "data", {"key": key}).text = written(value)


def written(value: Attribute) -> str:
    """A value as text: true and false in small letters."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _values(element: Element, kinds: Mapping[str, tuple[str, str]]) -> Data:
    found: Data = {}
    for data in element:
        name, kind = kinds[data.get("key", "")]
        found[name] = typed(data.text or "", kind)
    return found


def typed(text: str, kind: str) -> Attribute:
    """The value of a text by the kind that the file gives it."""
    match kind:
        case "boolean":
            return text == "true"
        case "long":
            return int(text)
        case "double":
            return float(text)
        case _:
            return text
