"""A network as GEXF 1.3, with places and colours apart from facts; read back before it goes."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from bureau.errors import OutOfOrder
from bureau.formats.graphml import OWN, TYPES, Data, edge_data, node_data, typed, written
from bureau.formats.guard_xml import parse
from bureau.formats.network import Edge, Network, Node, xml_text

_NAMESPACE = "http://gexf.net/1.3"
_SHAPES = "http://gexf.net/1.3/viz"
_PLACE = ("x", "y")
_Keys = dict[tuple[str, str], str]


def write_gexf(network: Network) -> bytes:
    """The network in GEXF; raises OutOfOrder where it does not read back the same."""
    told = _told(network)
    root = Element("gexf", {"xmlns": _NAMESPACE, "xmlns:viz": _SHAPES, "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "Bureau"
    SubElement(meta, "description").text = xml_text(network.title)
    graph = SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    keys = {target: _keys(graph, target, data.values()) for target, data in told.items()}
    nodes = SubElement(graph, "nodes")
    for node in network.nodes:
        _node(nodes, node, told["node"][xml_text(node.id)], keys["node"])
    edges = SubElement(graph, "edges")
    for edge in network.edges:
        _edge(edges, edge, told["edge"][xml_text(edge.id)], keys["edge"])
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    if read_back(content) != (told["node"], told["edge"]) or len(told["node"]) < len(network.nodes):
        raise OutOfOrder(
            "The network does not read back from GEXF as it was written.",
            where={"format": "gexf"},
            hint="Nothing was handed out; report this with the case reference.",
        )
    return content


def read_back(content: bytes) -> tuple[dict[str, Data], dict[str, Data]]:
    """Attributes of the nodes and of the edges in a GEXF file, by id; ends and places included."""
    root = parse(content, OWN)
    tag = f"{{{_NAMESPACE}}}"
    kinds = {
        (group.get("class", ""), each.get("id", "")): (each.get("title", ""), each.get("type", ""))
        for group in root.iter(f"{tag}attributes")
        for each in group
    }
    nodes = {each.get("id", ""): _read(each, "node", kinds) for each in root.iter(f"{tag}node")}
    edges = {each.get("id", ""): _read(each, "edge", kinds) for each in root.iter(f"{tag}edge")}
    return nodes, edges


def _told(network: Network) -> dict[str, dict[str, Data]]:
    nodes = {xml_text(node.id): node_data(node) for node in network.nodes}
    edges = {
        xml_text(edge.id): {
            "source": xml_text(edge.source),
            "target": xml_text(edge.target),
            "label": "",
            **edge_data(edge),
        }
        for edge in network.edges
    }
    return {"node": nodes, "edge": edges}


def _keys(graph: Element, target: str, told: Iterable[Data]) -> _Keys:
    apart = {"label", *_PLACE} if target == "node" else {"label", "source", "target"}
    found = sorted(
        {(name, TYPES[type(v)]) for data in told for name, v in data.items() if name not in apart}
    )
    group = SubElement(graph, "attributes", {"class": target, "mode": "static"})
    keys = {}
    for number, (name, kind) in enumerate(found):
        keys[name, kind] = key = f"{target[0]}{number}"
        SubElement(group, "attribute", {"id": key, "title": name, "type": kind})
    return keys


def _node(nodes: Element, node: Node, told: Data, keys: _Keys) -> None:
    element = SubElement(nodes, "node", {"id": xml_text(node.id), "label": str(told["label"])})
    _values(element, told, keys)
    if node.x is not None and node.y is not None:
        place = {"x": str(node.x), "y": str(node.y), "z": "0.0"}
        SubElement(element, "viz:position", place)


def _edge(edges: Element, edge: Edge, told: Data, keys: _Keys) -> None:
    ends = {"source": str(told["source"]), "target": str(told["target"])}
    label = {"label": str(told["label"])}
    element = SubElement(edges, "edge", {"id": xml_text(edge.id), **ends, **label})
    _values(element, told, keys)


def _values(element: Element, told: Data, keys: _Keys) -> None:
    values = SubElement(element, "attvalues")
    for name, value in told.items():
        if key := keys.get((name, TYPES[type(value)])):
            SubElement(values, "attvalue", {"for": key, "value": written(value)})


def _read(element: Element, target: str, kinds: Mapping[tuple[str, str], tuple[str, str]]) -> Data:
    outer = ("label",) if target == "node" else ("source", "target", "label")
    found: Data = {name: element.get(name, "") for name in outer}
    for part in element.iter():
        if part.tag == f"{{{_NAMESPACE}}}attvalue":
            name, kind = kinds[target, part.get("for", "")]
            found[name] = typed(part.get("value", ""), kind)
        elif part.tag == f"{{{_SHAPES}}}position":
            found |= {name: float(part.get(name, "0")) for name in _PLACE}
    return found
