"""Who paid whom how much in a period: accounts taken together by their holder."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from bureau.errors import NotFound
from bureau.graph.rivers import Flow
from bureau.operations._network_graph import case_graph, holders
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import EntityKind, TieKind
from bureau.work import Work

__all__ = ["Flow", "FlowSheet", "Stream"]


@dataclass(frozen=True, slots=True)
class Stream:
    """Money from one party to another, with the edges that show the payments behind it."""

    flow: Flow
    edges: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class FlowSheet:
    """The streams of one currency, the largest first; `own` counts flows between own accounts."""

    streams: tuple[Stream, ...]
    labels: Mapping[str, str]
    kinds: Mapping[str, EntityKind]
    currency: str
    currencies: tuple[str, ...]
    own: int
    total: int


def read_flows(
    work: Work,
    case_id: UUID,
    party_id: UUID | None = None,
    *,
    first: date | None = None,
    last: date | None = None,
    currency: str = "",
) -> FlowSheet:
    """The money that moved between parties in a period, or to and from one of them.

    An account with one known holder counts as the holder; any other stands for itself.
    """
    case = work.case(case_id, Permission.NETWORK_READ)
    _, graph = case_graph(work, case, first=first, last=last)
    asked = str(party_id or "")
    if asked and asked not in graph:
        raise NotFound("There is nothing here that you may see.")
    holder = holders(graph)
    paid = [edge for edge in graph.edges(keys=True, data=True) if edge[3]["kind"] is TieKind.PAYS]
    known = _currencies(paid)
    chosen = currency if currency in known else next(iter(known), "EUR")
    streams = _streams(paid, holder, chosen, holder.get(asked, asked))
    between = [each for each in streams if each.flow.source != each.flow.target]
    between.sort(key=lambda each: (-each.flow.minor, each.flow.source, each.flow.target))
    work.record(EventKind.NETWORK_READ, case, flows=len(between), focus=party_id)
    names = {end for each in between for end in (each.flow.source, each.flow.target)}
    labels, kinds = ({n: graph.nodes[n][word] for n in names} for word in ("label", "kind"))
    sums = len(streams) - len(between), sum(each.flow.minor for each in between)
    return FlowSheet(tuple(between), labels, kinds, chosen, known, *sums)


def _currencies(paid: list[Any]) -> tuple[str, ...]:
    """The currencies paid in, the one with most flows first; unlike amounts are never added up."""
    counts: dict[str, int] = defaultdict(int)
    for *_, told in paid:
        counts[str(told["currency"] or "")] += 1
    counts.pop("", None)
    return tuple(sorted(counts, key=lambda each: (-counts[each], each)))


def _streams(paid: list[Any], holder: Mapping[str, str], currency: str, asked: str) -> list[Stream]:
    summed: dict[tuple[str, str], list[tuple[str, Mapping[str, Any]]]] = defaultdict(list)
    for source, target, key, told in paid:
        ends = holder.get(source, source), holder.get(target, target)
        if told["currency"] == currency and (not asked or asked in ends):
            summed[ends].append((key, told))
    return [
        Stream(
            flow=Flow(source, target, sum(told["amount_minor"] for _, told in lines)),
            edges=tuple(key for key, _ in lines),
            first=min(told["on"] for _, told in lines),
            last=max(told["valid_to"] for _, told in lines),
        )
        for (source, target), lines in summed.items()
    ]
