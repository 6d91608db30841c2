"""A part of the network as the explorer's picture, tables and links want it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from flask import url_for

from app.views import drawings
from bureau.formats.network import Edge, Node, label_lines
from bureau.graph import asking
from bureau.operations.explorations import Exploration
from bureau.rules.vocabulary import EntityKind

State = Mapping[str, Sequence[str]]
HOLDERS = (EntityKind.PERSON, EntityKind.COMPANY, EntityKind.ACCOUNT)
PAGE = 100
ANY = "0any0"  # stands for a name in an address that is made once
PARTY = "party:"


class Way:
    """The addresses that lead on from one state of the explorer.

    Those that differ in one name only are made once and filled in: a picture has thousands.
    """

    def __init__(self, case_id: UUID, state: State) -> None:
        self.case_id, self.state = case_id, {name: list(words) for name, words in state.items()}
        self._patterns: dict[str, str] = {}

    def to(self, endpoint: str = "explorer.show", /, **changed: Any) -> str:
        """The address of `endpoint` in this state, with what is changed."""
        told: dict[str, Any] = {**self.state, **changed}
        return url_for(endpoint, case_id=self.case_id, **{k: v for k, v in told.items() if v})

    def more(self, field: str, name: str) -> str:
        """The address with one more name in a list."""
        return self._filled(
            field, name, lambda: self.to(**{field: [*self.state.get(field, ()), ANY]})
        )

    def less(self, field: str, name: str) -> str:
        """The address with one name fewer in a list."""
        return self.to(**{field: [each for each in self.state.get(field, ()) if each != name]})

    def only(self, name: str) -> str:
        """The address that begins at one party and keeps what is left out and the period."""
        names = ("from", "to", "without", "others")
        kept: dict[str, Any] = {k: self.state[k] for k in names if k in self.state}
        return self._filled(
            "only", name, lambda: url_for("explorer.show", case_id=self.case_id, start=ANY, **kept)
        )

    def at(self, endpoint: str, field: str, name: str) -> str:
        """The address of another page of this case about one name."""
        made: dict[str, Any] = {field: ANY}
        return self._filled(endpoint, name, lambda: url_for(endpoint, case_id=self.case_id, **made))

    def _filled(self, pattern: str, name: str, made: Callable[[], str]) -> str:
        if pattern not in self._patterns:
            self._patterns[pattern] = made()
        return self._patterns[pattern].replace(ANY, name)


def plain(found: Exploration, way: Way, elsewhere: Mapping[str, Any]) -> dict[str, Any]:
    """Nodes and edges for static/js/explorer.js, each with where it leads."""
    nodes = [_point(found, node, way, elsewhere) for node in found.network.nodes]
    return {"nodes": nodes, "edges": [_line(found, edge, way) for edge in found.network.edges]}


def _point(
    found: Exploration, node: Node, way: Way, elsewhere: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "id": node.id,
        "label": node.label,
        "kind": node.kind.value,
        "x": node.x,
        "y": node.y,
        **_links(found, node, way),
        "marked": node.id in found.asked.starts,
        "onway": node.id in found.way,
        "elsewhere": node.id in elsewhere,
        "size": len(found.groups[node.id].members) if node.id in found.groups else 1,
        "lines": _lines(found, node),
    }


def _line(found: Exploration, edge: Edge, way: Way) -> dict[str, Any]:
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "label": edge.label,
        "certainty": edge.certainty.value,
        "evidence": _proof(way, edge),
        "amount": drawings.money_of(edge) or None,
        "onway": edge.source in found.way and edge.target in found.way,
    }


def _proof(way: Way, edge: Edge) -> str | None:
    if edge.id.startswith("group:"):
        return None
    return way.at("networks.show_evidence", "edge_id", edge.id)


def _lines(found: Exploration, node: Node) -> str:
    more = found.more.get(node.id, 0)
    notes = found.notes.get(f"party:{node.id}", 0)
    marks = [f"+{more}"] if more else []
    marks += [f"\N{PENCIL} {notes}"] if notes else []
    return "\n".join([*label_lines(node.label), *([" ".join(marks)] if marks else [])])


def _links(found: Exploration, node: Node, way: Way) -> dict[str, Any]:
    if node.id in found.groups:
        opened = way.more("open", node.id)
        return {"expand": opened, "hide": None, "url": None, "begin": None, "panel": None}
    begun = node.id in found.asked.starts or not found.asked.starts
    held = node.kind in HOLDERS
    return {
        "expand": None if begun or not found.more.get(node.id) else way.more("open", node.id),
        "hide": None if node.id in found.asked.starts else way.more("hide", node.id),
        "begin": way.only(node.id),
        "url": way.at("parties.show_party", "entity_id", node.id),
        "panel": way.at("pinned.show_notes", "edge_id", f"{PARTY}{node.id}"),
        "statement": way.at("statements.show", "party", node.id) if held else None,
    }


def parties(
    found: Exploration, way: Way, elsewhere: Mapping[str, Any], page: int
) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    """A page of the table of parties, those with most ties first."""
    ties = Counter(end for edge in found.network.edges for end in (edge.source, edge.target))
    ordered = sorted(found.network.nodes, key=lambda node: (-ties[node.id], node.label, node.id))
    shown, pages = paged(ordered, page, lambda number: way.to(page=number))
    rows = [
        {
            "id": node.id,
            "label": node.label,
            "kind": node.kind.value,
            "ties": ties[node.id],
            "more": found.more.get(node.id, 0),
            "notes": found.notes.get(f"party:{node.id}", 0),
            "elsewhere": elsewhere.get(node.id, ()),
            **_links(found, node, way),
        }
        for node in shown
    ]
    return rows, pages


def ties(
    found: Exploration, way: Way, near: str, page: int
) -> tuple[list[dict[str, Any]], dict[str, Any] | None, int]:
    """A page of the table of ties, all or those of one party or tie, and how many there are."""
    edges = [
        edge
        for edge in found.network.edges
        if not near or near in (edge.id, edge.source, edge.target)
    ]
    shown, pages = paged(edges, page, lambda number: way.to(ties=number))
    rows = drawings.rows_of(shown, found.network.nodes, way.case_id)
    for row in rows:
        row["notes"] = found.notes.get(row["id"], 0)
        if row["id"].startswith("group:"):
            row["evidence_url"] = ""
        else:
            row["notes_url"] = way.at("pinned.show_notes", "edge_id", row["id"])
    return rows, pages, len(edges)


def paged(rows: list[Any], page: int, address: Any) -> tuple[list[Any], dict[str, Any] | None]:
    """One page of rows, and the way through them where there are more."""
    pages = max(1, -(-len(rows) // PAGE))
    at = min(max(page, 1), pages)
    first = (at - 1) * PAGE
    shown = rows[first : first + PAGE]
    if pages == 1:
        return shown, None
    return shown, {
        "first": first + 1,
        "last": first + len(shown),
        "total": len(rows),
        "previous_url": address(at - 1) if at > 1 else "",
        "next_url": address(at + 1) if at < pages else "",
    }


def hidden(names: Sequence[str], labels: Mapping[str, str], way: Way) -> list[tuple[str, str]]:
    """What was hidden by hand, each with the address that shows it again."""
    return [(labels[name], way.less("hide", name)) for name in names if name in labels]


def state(asked: Any, **more: str) -> dict[str, list[str]]:
    """What was asked for, and what goes with it, for an address."""
    return {**asking.plain(asked), **{k: [v] for k, v in more.items() if v}}
