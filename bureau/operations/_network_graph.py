"""The graph of a case: everything that may be drawn, and nobody who is protected."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from bureau.graph.project import project
from bureau.model import Case
from bureau.operations._network_rows import Who, flows, parties, ties
from bureau.rules.vocabulary import TieKind
from bureau.work import Work


def case_graph(
    work: Work,
    case: Case,
    language: str = "en",
    kinds: Collection[TieKind] | None = None,
    *,
    first: date | None = None,
    last: date | None = None,
    without: Collection[UUID] = (),
) -> tuple[Who, Any]:
    """The parties and the graph of their ties; payments are summed between two days.

    Payments and roles from the sources in `without` do not count.
    """
    who = parties(work, case, without=without)
    every = [
        *ties(work, case, who.names, language),
        *flows(work, case, who.names, first, last, without),
    ]
    graph = project(who.nodes, every)
    if kinds is not None:
        # Only after the protected are out: a hidden tie must not hide whose account it is.
        away = [
            (s, t, k) for s, t, k, kind in graph.edges(keys=True, data="kind") if kind not in kinds
        ]
        graph.remove_edges_from(away)
    return who, graph


def holders(graph: Any) -> dict[str, str]:
    """The one holder of each account that has one; a joint account stands for itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for source, target, kind in graph.edges(data="kind"):
        if kind is TieKind.HOLDS_ACCOUNT:
            found[target].add(source)
    return {account: next(iter(who)) for account, who in found.items() if len(who) == 1}
