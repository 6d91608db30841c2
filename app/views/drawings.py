"""The network as the picture, the table and the panel want it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask import request, url_for
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.days import day
from app.money import amount
from app.views import financing
from app.views.refusals import told
from app.words import label
from bureau.errors import Invalid
from bureau.formats.network import Edge, Node, label_lines
from bureau.formats.svg import write_svg
from bureau.graph import asking
from bureau.graph.exploring import Asked
from bureau.operations.networks import EXPLANATIONS, EdgeEvidence, NetworkPicture
from bureau.rules import money


def party(text: str | None) -> UUID | None:
    """The party in an address; raises Invalid for what is none."""
    try:
        return UUID(text) if text else None
    except ValueError:
        raise Invalid(
            "{value} is no party of this case.",
            where={"field": "focus"},
            hint="Choose the party from the list.",
            value=(text or "")[:40],
        ) from None


def period(form: FlaskForm) -> Asked:
    """The days between which is asked; a wrong one stands at its field, and nothing is asked."""
    with told(form):
        return asking.asked({name: request.args.getlist(name) for name in ("from", "to")})
    return Asked()


def plain(picture: NetworkPicture, case_id: UUID) -> dict[str, Any]:
    """Nodes and edges for static/js/graph.js."""
    focus = str(picture.focus) if picture.focus else ""
    return {
        "nodes": [
            _point(node, case_id) | {"marked": node.id == focus} for node in picture.network.nodes
        ],
        "edges": [
            {
                "id": edge.id,
                "source": edge.source,
                "target": edge.target,
                "label": edge.label,
                "certainty": edge.certainty.value,
                "evidence": _proof(case_id, edge.id),
                "amount": money_of(edge) or None,
            }
            for edge in picture.network.edges
        ],
    }


def _point(node: Node, case_id: UUID) -> dict[str, Any]:
    return {
        "id": node.id,
        "label": _named(node),
        "lines": "\n".join(label_lines(label(node.label))),
        "kind": node.kind.value,
        "x": node.x or 0,
        "y": node.y or 0,
        "expand": url_for("networks.show_network", case_id=case_id, focus=node.id),
        "url": url_for("parties.show_party", case_id=case_id, entity_id=node.id),
    }


def rows(picture: NetworkPicture, case_id: UUID) -> list[dict[str, Any]]:
    """The ties for macros/network.html."""
    return rows_of(picture.network.edges, picture.network.nodes, case_id)


def rows_of(edges: Iterable[Edge], nodes: Iterable[Node], case_id: UUID) -> list[dict[str, Any]]:
    """Some of the ties, as rows of that table."""
    labels = {node.id: _named(node) for node in nodes}
    return [
        {
            "id": edge.id,
            "source": labels[edge.source],
            "source_id": edge.source,
            "label": edge.label,
            "detail": edge.attributes.get("detail", ""),
            "target": labels[edge.target],
            "target_id": edge.target,
            "period": _period(edge),
            "amount": money_of(edge),
            "certainty": edge.certainty.value,
            "sources": _sources(edge, case_id),
            "evidence_url": _proof(case_id, edge.id),
        }
        for edge in edges
    ]


def svg(picture: NetworkPicture, language: str) -> str:
    """The drawing made by the server."""
    return write_svg(picture.network, language)


def measured(picture: NetworkPicture, case_id: UUID, language: str) -> dict[str, Any]:
    """Size and central places of the picture itself, each with what it means here."""
    nodes = {node.id: node for node in picture.network.nodes}
    found = picture.measures
    places = [
        {
            "label": _named(nodes[row["id"]]),
            "kind": nodes[row["id"]].kind.value,
            "degree": row["degree"],
            "betweenness": _share(row["betweenness"], language),
            "words": _meaning(row["degree"], row["betweenness"]),
            "url": url_for("parties.show_party", case_id=case_id, entity_id=row["id"]),
        }
        for row in found["top"]
    ]
    explained = {name: text[language] for name, text in EXPLANATIONS.items()}
    said = _share(found["density"], language)
    return {**found, "places": places, "said": said, "explained": explained}


def pages(found: EdgeEvidence, case_id: UUID) -> dict[str, Any] | None:
    """The way through the payments behind one line."""
    if found.payments is None or found.payments.pages < 2:  # noqa: PLR2004 - one page needs no way
        return None
    return financing.pages(
        found.payments,
        lambda page: url_for(
            "networks.show_evidence", case_id=case_id, edge_id=found.id, page=page
        ),
    )


def _named(node: Node) -> str:
    """The label of a node; an account says whose it is."""
    holder = node.attributes.get("holder")
    name = label(node.label)
    return f"{name} \N{MIDDLE DOT} {holder}" if holder else name


def _proof(case_id: UUID, edge_id: str) -> str:
    return url_for("networks.show_evidence", case_id=case_id, edge_id=edge_id)


def money_of(edge: Edge) -> str:
    """The amount of a tie, as people here write it; nothing where it has none."""
    text, currency = edge.attributes.get("amount"), str(edge.attributes.get("currency", "EUR"))
    return amount(money.parse(str(text), currency).minor, currency) if text else ""


def _period(edge: Edge) -> str:
    first = day(edge.on) or "…"
    return f"{first} \N{EN DASH} {day(edge.until)}" if edge.until else day(edge.on)


def _sources(edge: Edge, case_id: UUID) -> list[dict[str, str]]:
    page = url_for("documents.list_documents", case_id=case_id)
    named = str(edge.attributes.get("sources", ""))
    return [
        {"label": name, "url": f"{page}#source-{name.removeprefix('S')}"}
        for name in named.split(", ")
        if name
    ]


def _share(value: float, language: str) -> str:
    text = f"{value:.3f}"
    return text.replace(".", ",") if language == "nl" else text


def _meaning(degree: int, betweenness: float) -> str:
    ties = gettext("Tied directly to %(count)s others.", count=degree)
    between = gettext("Shortest ways between others pass here; look at each tie.")
    alone = gettext("No way between others passes here.")
    return f"{ties} {between if betweenness > 0 else alone}"
