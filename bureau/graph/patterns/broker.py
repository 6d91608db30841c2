"""UB-47: somebody who alone connects two groups and has little business of their own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import networkx as nx
import numpy as np

from bureau.graph.amounts import money, share
from bureau.graph.facts import known_span
from bureau.graph.reshuffle import seed_of
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import TieKind

_Sums = Mapping[tuple[str, str], int]


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-47, broker between clusters; a structural lead that never leaves the graph by itself.

    G: agents and things of the case without regulated hubs, accounts drawn together with who
    controls them, joined by ties and payments. v is hit if it is an articulation point of G,
    is among the share `top` of nodes with the highest betweenness (at least one node, equals
    included, none at nought), and what v itself paid and was paid is at most `own` of the
    value passing: payments between others along shortest paths that v serves. Since v cuts G,
    those are the edges of its component whose ends differ by one in distance to v. All
    payments are in euros; where nothing passes there is no hit. Betweenness is exact, or,
    where that costs more steps than are allowed, estimated from a fixed sample of sources.
    """
    graph, sums = _drawn(scene)
    cuts = sorted(nx.articulation_points(graph)) if graph else []
    if not cuts:
        return Found(0, [])
    between, sources = _betweenness(graph, scene, budget)
    if not budget.spend(len(cuts) * (len(graph) + graph.number_of_edges()) // 100 + 1):
        return Found(0, [])
    highest = _threshold(between, settings)
    candidates = [
        found
        for name in cuts
        if between[name] > 0
        and between[name] >= highest
        and (found := _hit(scene, (graph, sums), name, settings, sources)) is not None
    ]
    return Found(len(cuts), in_time(candidates))


def _drawn(scene: Scene) -> tuple[nx.Graph, _Sums]:
    """The simple graph without hubs, and what each pair of agents paid each other, in cents."""
    graph: nx.Graph = nx.Graph()
    for source, target, kind in scene.graph.edges(data="kind"):
        if kind is not TieKind.HOLDS_ACCOUNT and not scene.agents.is_hub(source, target):
            graph.add_edge(source, target)
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for ledger in scene.ledgers:
        rows = ledger.between_agents()
        for payer, payee, minor in zip(
            ledger.payer_agent[rows].tolist(),
            ledger.payee_agent[rows].tolist(),
            ledger.minor[rows].tolist() if ledger.currency == "EUR" else np.zeros(len(rows), int),
            strict=True,
        ):
            one, other = sorted((ledger.names[payer], ledger.names[payee]))
            graph.add_edge(one, other)
            sums[one, other] += int(minor)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    return graph, sums


def _betweenness(graph: nx.Graph, scene: Scene, budget: Budget) -> tuple[dict[str, float], int]:
    """Betweenness of each node, and from how many sources: all, or as many as work allows."""
    each = 1 + (len(graph) + graph.number_of_edges()) // 20
    sources = min(len(graph), 1_000_000 // each + 1)
    if not budget.spend(sources * each):
        return dict.fromkeys(graph, 0.0), 0
    whole = sources == len(graph)
    # Sources are drawn from nodes in order: the sample must not follow the order of edges.
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges))
    chosen = None if whole else sources
    found = nx.betweenness_centrality(ordered, k=chosen, seed=seed_of(scene) % 2**32)
    return found, sources


def _threshold(between: Mapping[str, float], settings: Settings) -> float:
    """The betweenness of the last node that still is among the highest."""
    place = max(1, int(settings["top"] * len(between)))
    return sorted(between.values(), reverse=True)[place - 1]


def _hit(
    scene: Scene, drawn: tuple[nx.Graph, _Sums], name: str, settings: Settings, sources: int
) -> Candidate | None:
    graph, sums = drawn
    own, passing = _values(graph, sums, name)
    if not passing or own > settings["own"] * passing:
        return None
    rest = graph.subgraph(nx.node_connected_component(graph, name) - {name})
    return Candidate(
        (name,),
        tuple(sorted(set(_proof(scene, name)))),
        {
            "currency": "EUR",
            "groups": nx.number_connected_components(rest),
            "nodes": len(graph),
            "betweenness_sources": sources,
            "own_turnover": money(own, "EUR"),
            "value_passing": money(passing, "EUR"),
            "own_share": share(own, passing),
        },
        *known_span(scene),
    )


def _values(graph: nx.Graph, sums: _Sums, name: str) -> tuple[int, int]:
    """What somebody paid and was paid, and what passes between others on paths served."""
    own, passing = 0, 0
    away = nx.single_source_shortest_path_length(graph, name)
    for (one, other), minor in sums.items():
        if name in (one, other):
            own += minor
        elif one in away and abs(away[one] - away[other]) == 1:
            passing += minor
    return own, passing


def _proof(scene: Scene, name: str) -> Iterator[str]:
    """The ties and payments by which somebody connects others."""
    if name in scene.graph:
        for edges in (scene.graph.in_edges, scene.graph.out_edges):
            yield from (key for _, _, key in edges(name, keys=True))
    for ledger in scene.ledgers:
        if name in ledger.names:
            me = ledger.names.index(name)
            rows = np.flatnonzero((ledger.payer_agent == me) | (ledger.payee_agent == me))
            yield from (ledger.ids[row] for row in rows.tolist())


PATTERN = Pattern(
    "UB-47",
    "1",
    {"top": Parameter("0.0001", "1"), "own": Parameter("0", "1")},
    detect,
    (
        "Not applicable: it rests on the shape of all ties; shuffled payments leave those as they "
        "are.",
        "Niet van toepassing: het berust op de vorm van alle banden; geschudde betalingen laten "
        "die zoals zij zijn.",
    ),
)
