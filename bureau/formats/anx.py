"""A network as an exchange file of i2 Analyst's Notebook (anx); read back before it goes."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from bureau.errors import OutOfOrder
from bureau.formats.graphml import OWN, Data, edge_data, node_data, written
from bureau.formats.guard_xml import parse
from bureau.formats.network import Network, xml_text
from bureau.rules.vocabulary import Certainty, EntityKind

# Icons that every installation has; other kinds of party keep the plain one.
_ICONS = {
    EntityKind.PERSON: "Person",
    EntityKind.COMPANY: "Office",
    EntityKind.PROPERTY: "House",
    EntityKind.ADDRESS: "Place",
    EntityKind.ACCOUNT: "Account",
    EntityKind.PHONE: "Phone",
    EntityKind.DEVICE: "Computer",
    EntityKind.VEHICLE: "Car",
    EntityKind.WALLET: "Account",
}
_DOTS = {
    Certainty.CONFIRMED: "DotStyleSolid",
    Certainty.PROBABLE: "DotStyleDashed",
    Certainty.POSSIBLE: "DotStyleDashDot",
    Certainty.DOUBTFUL: "DotStyleDotted",
    Certainty.UNKNOWN: "DotStyleDashDotDot",
}
_APART = {"label", "x", "y", "kind", "certainty", "source", "target"}
_DAY = len("2026-11-20")
_Texts = dict[str, str]


def write_anx(network: Network) -> bytes:
    """The network as a chart; raises OutOfOrder where it does not read back the same."""
    nodes = {xml_text(node.id): node_data(node) for node in network.nodes}
    edges = {
        xml_text(edge.id): {
            "label": "",
            **edge_data(edge),
            "source": xml_text(edge.source),
            "target": xml_text(edge.target),
        }
        for edge in network.edges
    }
    root = Element("Chart", {"IdReferenceLinking": "false", "Rigorous": "true"})
    classes = _classes(root, (*nodes.values(), *edges.values()))
    items = SubElement(root, "ChartItemCollection")
    for name, told in nodes.items():
        _entity(items, name, told, classes)
    for name, told in edges.items():
        _link(items, name, told, classes)
    _types(root, nodes.values(), edges.values())
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    if read_back(content) != (_texts(nodes), _texts(edges)) or len(nodes) < len(network.nodes):
        raise OutOfOrder(
            "The network does not read back from the chart as it was written.",
            where={"format": "anx"},
            hint="Nothing was handed out; report this with the case reference.",
        )
    return content


def read_back(content: bytes) -> tuple[dict[str, _Texts], dict[str, _Texts]]:
    """What a chart says of its entities and of its links, by id, all as text."""
    nodes: dict[str, _Texts] = {}
    edges: dict[str, _Texts] = {}
    for item in parse(content, OWN).iter("ChartItem"):
        told = {a.get("AttributeClass", ""): a.get("Value", "") for a in item.iter("Attribute")}
        told["label"] = item.get("Label", "")
        if (entity := item.find("End/Entity")) is not None:
            end = item.find("End")
            told["kind"] = entity.find("Icon/IconStyle").get("Type", "")  # type: ignore[union-attr]
            if end is not None and end.get("X") is not None:
                told |= {"x": end.get("X", ""), "y": end.get("Y", "")}
            nodes[entity.get("EntityId", "")] = told
        elif (link := item.find("Link")) is not None:
            style = link.find("LinkStyle")
            told |= {"source": link.get("End1Id", ""), "target": link.get("End2Id", "")}
            if style is not None:
                told |= {"kind": style.get("Type", ""), "certainty": style.get("Strength", "")}
            edges[told.pop("id")] = told
    return nodes, edges


def _classes(root: Element, told: Iterable[Data]) -> set[str]:
    group = SubElement(root, "AttributeClassCollection")
    names = {name for data in told for name in data} - _APART
    for name in sorted({*names, "id"}):
        SubElement(group, "AttributeClass", {"Name": name, "Type": "AttText", "Visible": "false"})
    return names


def _types(root: Element, nodes: Iterable[Data], edges: Iterable[Data]) -> None:
    group = SubElement(root, "EntityTypeCollection")
    for kind in sorted({str(told["kind"]) for told in nodes}):
        icon = {"Name": kind, "IconFile": _ICONS.get(EntityKind(kind), "General")}
        SubElement(group, "EntityType", icon)
    group = SubElement(root, "LinkTypeCollection")
    for kind in sorted({str(told["kind"]) for told in edges}):
        SubElement(group, "LinkType", {"Name": kind})
    group = SubElement(root, "StrengthCollection")
    for certainty, dots in _DOTS.items():
        SubElement(group, "Strength", {"Name": str(certainty), "DotStyle": dots})


def _entity(items: Element, name: str, told: Data, classes: set[str]) -> None:
    item = SubElement(items, "ChartItem", {"Label": str(told["label"])})
    place = {"X": _whole(told["x"]), "Y": _whole(told["y"])} if "x" in told else {}
    end = SubElement(item, "End", place)
    known = {"EntityId": name, "Identity": name, "LabelIsIdentity": "false"}
    icon = SubElement(SubElement(end, "Entity", known), "Icon")
    SubElement(icon, "IconStyle", {"Type": str(told["kind"])})
    _attributes(item, told, classes)


def _link(items: Element, name: str, told: Data, classes: set[str]) -> None:
    day = str(told.get("on", ""))
    dated = {"DateSet": "true", "DateTime": f"{day}T00:00:00"} if len(day) == _DAY else {}
    item = SubElement(items, "ChartItem", {"Label": str(told["label"]), **dated})
    ends = {"End1Id": str(told["source"]), "End2Id": str(told["target"])}
    style = {
        "ArrowStyle": "ArrowOnHead",
        "MlStyle": "MultiplicityMultiple",
        "Type": str(told["kind"]),
        "Strength": str(told["certainty"]),
    }
    SubElement(SubElement(item, "Link", ends), "LinkStyle", style)
    _attributes(item, {**told, "id": name}, {*classes, "id"})


def _attributes(item: Element, told: Data, classes: set[str]) -> None:
    group = SubElement(item, "AttributeCollection")
    for name, value in told.items():
        if name in classes:
            SubElement(group, "Attribute", {"AttributeClass": name, "Value": written(value)})


def _texts(told: dict[str, Data]) -> dict[str, _Texts]:
    return {
        name: {
            key: _whole(value) if key in ("x", "y") and isinstance(value, float) else written(value)
            for key, value in data.items()
        }
        for name, data in told.items()
    }


def _whole(value: object) -> str:
    return str(round(float(str(value))))
