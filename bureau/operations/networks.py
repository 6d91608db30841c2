"""Looking at the ties of a case: drawing, measuring, exporting, and searching for patterns."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

import networkx as nx

from bureau.errors import NotFound
from bureau.formats.anx import write_anx
from bureau.formats.ftm_write import write_ftm
from bureau.formats.gexf import write_gexf
from bureau.formats.graph_json import write_graph_json
from bureau.formats.graphml import write_graphml
from bureau.formats.network import Network
from bureau.formats.svg import write_svg
from bureau.graph.ego import MOST_NODES, View, expand
from bureau.graph.layout import layout
from bureau.graph.measures import EXPLANATIONS, measure
from bureau.model import Case
from bureau.operations._checks import one_of, said
from bureau.operations._detection import keep, lawful, reads_references, search, wanted
from bureau.operations._edge_evidence import EdgeEvidence, evidence
from bureau.operations._handles import handles
from bureau.operations._network_exchange import exchange
from bureau.operations._network_file import ExportedNetwork, filed
from bureau.operations._network_graph import case_graph
from bureau.operations._network_picture import NetworkPicture, drawn
from bureau.operations._network_rows import Who
from bureau.operations._phases import OpenPatterns, here
from bureau.operations._run_reach import Aim, kept_aim, nearby, reach
from bureau.operations._scene_rows import evidence_of
from bureau.operations._withheld import keep_back, withheld
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import HOPS, MOST_HOPS, EntityKind, TieKind
from bureau.work import Work

__all__ = ["EXPLANATIONS", "EdgeEvidence", "ExportedNetwork", "NetworkPicture", "OpenPatterns"]

MOST_TOP = 1000
CONCERNED = "R01"
FORMATS = {
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "anx": "application/xml",
    "ftm": "application/x-ndjson",
    "json": "application/json",
    "svg": "image/svg+xml",
}
_WRITERS = {
    "graphml": write_graphml,
    "gexf": write_gexf,
    "anx": write_anx,
    "json": write_graph_json,
}


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
    handed_out: bool = False,
) -> NetworkPicture:
    """The network of a case, or what lies within `hops` of one party; never a protected person.

    A network too large to be seen is drawn from the persons concerned outward, up to a cap. With
    `top` the picture itself is measured too. What is `handed_out` asks leave to take it along.
    """
    leave = Permission.NETWORK_EXPORT if handed_out else Permission.NETWORK_READ
    case = work.case(case_id, leave)
    who, graph = case_graph(work, case, language, tie_kinds)
    view = _view(graph, _centres(who, graph, focus), hops, kinds, whole=focus is None)
    work.release()
    places = layout(view.graph)
    measures = measure(view.graph, min(top, MOST_TOP)) if top > 0 else {}
    case = work.case(case_id, leave)
    _seen(work, case, handed_out, hops=hops, focus=focus, nodes=len(places))
    picture = drawn(view.graph, places, who, case.reference)
    size = (graph.number_of_nodes(), graph.number_of_edges())
    said = Texts(view.statement("nl"), view.statement("en"))
    return NetworkPicture(picture, focus, hops, *size, said, measures)


def _seen(work: Work, case: Case, handed_out: bool, **told: Any) -> None:
    """That a network was looked at, or given to a program."""
    kind = EventKind.NETWORK_EXPORTED if handed_out else EventKind.NETWORK_READ
    work.record(kind, case, **told, **({"format": "json"} if handed_out else {}))


def edge_evidence(work: Work, case_id: UUID, edge_id: str, page: int = 1) -> EdgeEvidence:
    """What lies behind one edge: the fact or the payments, the sources and the grade."""
    case = work.case(case_id, Permission.NETWORK_READ)
    _, graph = case_graph(work, case)
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
    _, graph = case_graph(work, case)
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
    """The whole network of a case in one of FORMATS, with a manifest of counts and digest.

    What may not leave stays, and the manifest says by rule how much (Wet Bibob 28).
    """
    case = work.case(case_id, Permission.NETWORK_EXPORT)
    media = FORMATS[one_of(format_name, "format", tuple(FORMATS))]
    held = withheld(work, case)
    who, graph = case_graph(work, case, language, without=held.sources)
    keep_back(work, case, graph, held)
    reference = case.reference
    told = exchange(work, case, graph, held.sources) if format_name == "ftm" else None
    work.release()
    network = drawn(graph, layout(graph), who, reference)
    content = write_ftm(network, *told) if told else _written(network, format_name, language)
    case = work.case(case_id, Permission.NETWORK_EXPORT)
    name = f"{case.reference}-network.{format_name}"
    counts = {"nodes": len(network.nodes), "edges": len(network.edges)}
    if told:
        counts["payments"] = len(told[1])
    return filed(work, case, format_name, (name, media, content), counts, held)


def detect(
    work: Work,
    case_id: UUID,
    purpose: str,
    patterns: Iterable[str] = (),
    settings: Iterable[str] = (),
    *,
    hops: int = HOPS,
    reason: str = "",
) -> dict[str, Any]:
    """Search one case for patterns, for a stated purpose; all it may be where none is named.

    A setting reads UB-03.N_days=7. A hit found before keeps its answers (interfaces 4). What is
    searched touches a party within `hops` ties of the persons concerned; more than one needs a
    written reason. Raises NotAllowed for a pattern that phase or register do not admit.
    """
    case = work.case(case_id, Permission.NETWORK_DETECT)
    aim = Aim(said(purpose, "purpose"), reach(hops, reason))
    named, given = tuple(patterns), tuple(settings)
    chosen = lawful(work, case, wanted(work, named, given), named)
    found_in = evidence_of(work, case, references=reads_references(chosen))
    scene, note = nearby(found_in, aim.reach)
    aim = kept_aim(aim, scene, note)
    work.release()
    found = [search(scene, choice) for choice in chosen]
    case = work.case(case_id, Permission.NETWORK_DETECT)
    runs = [keep(work, case, scene, each, aim) for each in found]
    for run in runs:
        _recorded(work, case, run, aim.reach.hops)
    return {"runs": runs}


def _recorded(work: Work, case: Case, run: dict[str, Any], hops: int) -> None:
    work.record(
        EventKind.PATTERN_RUN,
        case,
        pattern=run["pattern"],
        version=run["version"],
        parameters=run["parameters"],
        hits=len(run["hits"]),
        tried=run["subjects_tried"],
        hops=hops,
    )


def open_patterns(work: Work, case_id: UUID) -> OpenPatterns:
    """Which patterns a case may be searched for in its phase, and which it may not."""
    case = work.case(case_id, Permission.NETWORK_DETECT)
    found = here(work, case)
    work.record(EventKind.CASE_READ, case, part="patterns", shown=len(found.open))
    return found


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
    return _WRITERS[format_name](network)
