"""How far from the persons concerned the evidence of a run may lie."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np

from bureau.graph.columns import Columns, Ids, columns_of
from bureau.graph.project import barred
from bureau.graph.values import CaseEvidence, Edge, Node
from bureau.rules.vocabulary import EntityKind, TieKind

_Ways = dict[str, dict[str, int]]  # from each party to the next, in ties
_OWN = (TieKind.HOLDS_ACCOUNT, TieKind.USES)
_FACTS = ("edges", "loans", "sales", "permits", "records", "mortgages", "leases")
_ROLES = (
    *("source", "target", "lender", "borrower", "property", "seller", "buyer", "holder"),
    *("landlord", "tenant"),
)


def within(evidence: CaseEvidence, centres: Collection[str], hops: int) -> CaseEvidence:
    """The part of a case that touches a party within `hops` ties of one of `centres`.

    Every relation, deal, payment and record between two parties is one tie; an account, phone
    or other thing stands where its only holder stands. A fact is in if it touches such a party:
    its other side is then seen in that fact, with who holds that side, and nothing further.
    Nothing is reached through a regulated hub or a protected person. Facts about nobody
    (reference prices, market rents) are always in, and so are accounts that hang together with
    accounts only and of which no holder is known: they bring nobody near.
    """
    out = evidence.barred | barred(evidence.nodes, evidence.edges)
    hubs = {node.id for node in evidence.nodes if node.hub}
    paid = columns_of(evidence.payments)
    ways = _ways(evidence, paid)
    reached = _reached(ways, set(centres) - out, hops, hubs | out)
    reached |= _unheld(evidence.nodes, ways) - out
    kept: dict[str, Any] = {
        name: tuple(fact for fact in getattr(evidence, name) if _touches(fact, reached))
        for name in _FACTS
    }
    kept["payments"] = near = _touching(paid, reached)
    ends = np.unique(np.concatenate((near.source, near.target))).tolist()
    seen = reached | {near.accounts[at] for at in ends}
    seen |= {one for name in _FACTS for fact in kept[name] for one in sides(fact)}
    seen |= {e.source for e in evidence.edges if e.kind in _OWN and e.target in seen}
    own = (e for e in evidence.edges if e.kind in _OWN and {e.source, e.target} <= seen)
    kept["edges"] = tuple({edge.id: edge for edge in (*kept["edges"], *own)}.values())
    return replace(evidence, nodes=tuple(_nodes(evidence.nodes, seen)), barred=out, **kept)


def sides(fact: Any) -> set[str]:
    """Everybody who takes part in a tie, payment, deal or record."""
    if hasattr(fact, "parties"):
        return {name for _, name in fact.parties}
    return {getattr(fact, role) for role in _ROLES if hasattr(fact, role)}


def _touches(fact: Any, reached: set[str]) -> bool:
    parties = sides(fact)
    return not parties or not parties.isdisjoint(reached)


def _nodes(nodes: Iterable[Node], seen: set[str]) -> Iterator[Node]:
    """The parties that are seen and those in control of them."""
    wanted = set(seen)
    above = {node.id: node.agent for node in nodes if node.agent}
    for name in seen:
        chain = name
        while (chain := above.get(chain) or "") and chain not in wanted:
            wanted.add(chain)
    yield from (node for node in nodes if node.id in wanted)


def _reached(ways: _Ways, centres: set[str], hops: int, closed: set[str]) -> set[str]:
    """Parties within so many ties, by a search that goes along free steps first."""
    away = dict.fromkeys(sorted(centres), 0)
    queue = deque(away)
    while queue:
        name = queue.popleft()
        for other, cost in ways.get(name, {}).items():
            far = away[name] + cost
            if other not in closed and far <= hops and far < away.get(other, hops + 1):
                away[other] = far
                (queue.append if cost else queue.appendleft)(other)
    return set(away)


def _unheld(nodes: Iterable[Node], ways: _Ways) -> set[str]:
    """Accounts in parts of the case where there is nothing but accounts."""
    accounts = {node.id for node in nodes if node.kind is EntityKind.ACCOUNT}
    alone: set[str] = set()
    done: set[str] = set()
    for start in sorted(accounts):
        if start in done:
            continue
        part, queue = {start}, [start]
        while queue:
            more = ways.get(queue.pop(), {}).keys() - part
            part |= more
            queue += more
        done |= part
        if part <= accounts:
            alone |= part
    return alone


def _ways(evidence: CaseEvidence, paid: Columns) -> _Ways:
    """From each party to the next: one step along a fact, none between holder and own thing."""
    ways: dict[str, dict[str, int]] = defaultdict(dict)
    for name in _FACTS:
        for fact in getattr(evidence, name):
            for one, other in combinations(sides(fact), 2):
                ways[one].setdefault(other, 1)
                ways[other].setdefault(one, 1)
    for one, other in _pairs(paid):
        ways[one].setdefault(other, 1)
        ways[other].setdefault(one, 1)
    holders = _holders(evidence.edges)
    for thing, held_by in holders.items():
        for holder in held_by:
            ways[holder][thing] = 0
            ways[thing][holder] = 0 if len(held_by) == 1 else 1
    return ways


def _pairs(paid: Columns) -> Iterator[tuple[str, str]]:
    """The accounts between which money moved, each pair once."""
    size = len(paid.accounts)
    codes = np.unique(paid.source.astype(np.int64) * size + paid.target)
    for code in codes.tolist():
        source, target = divmod(code, size)
        if source != target:
            yield paid.accounts[source], paid.accounts[target]


def _touching(paid: Columns, reached: set[str]) -> Columns:
    """The payments of which one side or the other is reached."""
    near = np.array([name in reached for name in paid.accounts], dtype=np.bool_)
    rows = np.flatnonzero(near[paid.source] | near[paid.target])
    return replace(
        paid,
        begin=paid.begin[rows],
        timed=paid.timed[rows],
        minor=paid.minor[rows],
        source=paid.source[rows],
        target=paid.target[rows],
        currency=paid.currency[rows],
        keys=Ids(paid.keys, rows.astype(np.int32)),
    )


def _holders(edges: Iterable[Edge]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.kind in _OWN:
            found[edge.target].add(edge.source)
    return found
