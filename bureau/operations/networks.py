"""Looking at the ties of a case: drawing, measuring, exporting, and searching for patterns."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

import networkx as nx

from bureau.errors import NotFound
from bureau.formats.graph_json import write_graph_json
from bureau.formats.graphml import write_graphml
from bureau.formats.manifest import write_manifest
from bureau.formats.network import Network
from bureau.formats.svg import write_svg
from bureau.graph.ego import MOST_NODES, View, expand
from bureau.graph.layout import layout
from bureau.graph.measures import EXPLANATIONS, measure
from bureau.graph.project import project
from bureau.model import Case
from bureau.operations._checks import one_of, said
from bureau.operations._detection import keep, search, wanted
from bureau.operations._edge_evidence import EdgeEvidence, evidence
from bureau.operations._handles import handles
from bureau.operations._network_picture import NetworkPicture, drawn
from bureau.operations._network_rows import Who, flows, parties, ties
from bureau.operations._scene_rows import evidence_of
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import HOPS, MOST_HOPS, EntityKind, TieKind
from bureau.work import Work

__all__ = ["EXPLANATIONS", "EdgeEvidence", "ExportedNetwork", "NetworkPicture"]

MOST_TOP = 1000
CONCERNED = "R01"
_MEDIA = {
    "graphml": "application/graphml+xml",
    "json": "application/json",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class ExportedNetwork:
    """A network as a file, and the manifest that says what is in it."""

    filename: str
    media_type: str
    content: bytes
    manifest: bytes
    nodes: int
    edges: int
    sha256: str


def read_network(
    work: Work,
    case_id: UUID,
    focus: UUID | None = None,
    hops: int = HOPS,
    *,
    kinds: Collection[EntityKind] | None = None,
    tie_kinds: Collection[TieKind] | None = None,
    language: str = "en",
    top: int = 0,
) -> NetworkPicture:
    """The network of a case, or what lies within `hops` of one party; never a protected person.

    A network too large to be seen is drawn from the persons concerned outward, up to a cap.
    With `top` the picture itself is measured too, and so many places in it are named.
    """
    case = work.case(case_id, Permission.NETWORK_READ)
    who, graph = _graph(work, case, language, tie_kinds)
    view = _view(graph, _centres(who, graph, focus), hops, kinds, whole=focus is None)
    work.release()
    places = layout(view.graph)
    measures = measure(view.graph, min(top, MOST_TOP)) if top > 0 else {}
    case = work.case(case_id, Permission.NETWORK_READ)
    work.record(EventKind.NETWORK_READ, case, hops=hops, focus=focus, nodes=len(places))
    picture = drawn(view.graph, places, who, case.reference)
    size = (graph.number_of_nodes(), graph.number_of_edges())
    said = Texts(view.statement("nl"), view.statement("en"))
    return NetworkPicture(picture, focus, hops, *size, said, measures)


def edge_evidence(work: Work, case_id: UUID, edge_id: str, page: int = 1) -> EdgeEvidence:
    """What lies behind one edge: the fact or the payments, the sources and the grade."""
    case = work.case(case_id, Permission.NETWORK_READ)
    _, graph = _graph(work, case)
    ends = next((e for e in graph.edges(keys=True, data=True) if e[2] == edge_id), None)
    if ends is None:
        raise NotFound("There is nothing here that you may see.")
    source, target, _, told = ends
    found = evidence(work, case, edge_id, told, page)
    work.record(EventKind.EVIDENCE_READ, case, edge=told["kind"], page=page)
    return found.between(graph.nodes[source]["label"], graph.nodes[target]["label"])


def measure_network(work: Work, case_id: UUID, top: int = 10) -> dict[str, Any]:
    """Size, cohesion and the most central parties of a case (interfaces 4)."""
    case = work.case(case_id, Permission.NETWORK_READ)
    _, graph = _graph(work, case)
    called = handles(work, case)
    work.release()
    found = measure(graph, max(0, min(top, MOST_TOP)))
    case = work.case(case_id, Permission.NETWORK_READ)
    for row in found["top"]:
        row["party"], row["id"] = row["id"], called[UUID(row["id"])]
    work.record(EventKind.NETWORK_MEASURED, case, nodes=found["nodes"], edges=found["edges"])
    return found


def export_network(
    work: Work, case_id: UUID, format_name: str, *, language: str = "en"
) -> ExportedNetwork:
    """The whole network of a case as graphml, json or svg, with a manifest."""
    case = work.case(case_id, Permission.NETWORK_EXPORT)
    media = _MEDIA[one_of(format_name, "format", tuple(_MEDIA))]
    who, graph = _graph(work, case, language)
    reference = case.reference
    work.release()
    network = drawn(graph, layout(graph), who, reference)
    content = _written(network, format_name, language)
    case = work.case(case_id, Permission.NETWORK_EXPORT)
    name = f"{case.reference}-network.{format_name}"
    counts = {"nodes": len(network.nodes), "edges": len(network.edges)}
    digest = sha256(content).hexdigest()
    manifest = write_manifest(
        name, content, counts, case=case.reference, exported_at=work.now.isoformat()
    )
    work.record(EventKind.NETWORK_EXPORTED, case, format=format_name, sha256=digest, **counts)
    return ExportedNetwork(name, media, content, manifest, counts["nodes"], counts["edges"], digest)


def detect(
    work: Work,
    case_id: UUID,
    purpose: str,
    patterns: Iterable[str] = (),
    settings: Iterable[str] = (),
) -> dict[str, Any]:
    """Search one case for patterns, for a stated purpose; all patterns where none is named.

    A setting reads UB-03.N_days=7. A hit found before keeps its answers (interfaces 4).
    """
    case = work.case(case_id, Permission.NETWORK_DETECT)
    why = said(purpose, "purpose")
    chosen = wanted(work, tuple(patterns), tuple(settings))
    scene = evidence_of(work, case)
    work.release()
    found = [search(scene, choice) for choice in chosen]
    case = work.case(case_id, Permission.NETWORK_DETECT)
    runs = [keep(work, case, scene, each, why) for each in found]
    for run in runs:
        work.record(
            EventKind.PATTERN_RUN,
            case,
            pattern=run["pattern"],
            version=run["version"],
            parameters=run["parameters"],
            hits=len(run["hits"]),
            tried=run["subjects_tried"],
        )
    return {"runs": runs}


def _graph(
    work: Work,
    case: Case,
    language: str = "en",
    kinds: Collection[TieKind] | None = None,
) -> tuple[Who, nx.MultiDiGraph]:
    who = parties(work, case)
    every = [*ties(work, case, who.names, language), *flows(work, case, who.names)]
    graph = project(who.nodes, every)
    if kinds is not None:
        # Only after the protected are out: a hidden tie must not hide whose account it is.
        away = [
            (s, t, k) for s, t, k, kind in graph.edges(keys=True, data="kind") if kind not in kinds
        ]
        graph.remove_edges_from(away)
    return who, graph


def _centres(who: Who, graph: nx.MultiDiGraph, focus: UUID | None) -> list[str]:
    if focus is not None:
        if str(focus) not in graph:
            raise NotFound("There is nothing here that you may see.")
        return [str(focus)]
    concerned = [who.names[party] for party, roles in who.roles.items() if CONCERNED in roles]
    known = sorted(name for name in concerned if name in graph)
    return known or sorted(graph, key=lambda name: (-graph.degree(name), name))[:1]


def _view(
    graph: nx.MultiDiGraph,
    centres: list[str],
    hops: int,
    kinds: Collection[EntityKind] | None,
    *,
    whole: bool,
) -> View:
    hide = [kind for kind in EntityKind if kinds is not None and kind not in kinds]
    if not whole:
        return expand(graph, centres, hops=hops, hide=hide)
    shown = [name for name, kind in graph.nodes(data="kind") if kind not in hide]
    if len(shown) <= MOST_NODES:
        return View(graph.subgraph(shown).copy(), len(graph) - len(shown), 0, 0)
    view = expand(graph, centres, hops=MOST_HOPS, hide=hide)
    return View(view.graph, len(graph) - len(shown), len(shown) - len(view.graph), 0)


def _written(network: Network, format_name: str, language: str) -> bytes:
    if format_name == "svg":
        return write_svg(network, language).encode()
    return write_graphml(network) if format_name == "graphml" else write_graph_json(network)
