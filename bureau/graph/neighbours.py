"""Neighbourhoods as networkx graphs, cut out of columns without a graph of the whole."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt

from bureau.graph.columns import DAY, EPOCH, Columns, Ids
from bureau.graph.compiled import compiled, first_call
from bureau.graph.knots_fast import Grouped, Indexes
from bureau.graph.rings_fast import grouped
from bureau.sweeping import unswept

Said = dict[str, Any]
Words = Callable[[Indexes], list[Said]]


@compiled
def _reach(
    out: Grouped, into: Grouped, ends: tuple[Indexes, Indexes], start: int, hops: int
) -> Any:
    """The places within so many steps of `start`, nearest first, direction aside."""
    source, target = ends
    far = np.zeros(len(out[0]) - 1, dtype=np.bool_)
    found = np.empty(len(far), dtype=np.int32)
    found[0], far[start] = start, True
    first, count = 0, 1
    for _ in range(hops):
        last = count
        for at in found[first:last]:
            for group, other in ((out, target), (into, source)):
                for row in group[1][group[0][at] : group[0][at + 1]]:
                    to = other[row]
                    if not far[to]:
                        far[to], found[count], count = True, to, count + 1
        first = last
    return found[:count], far


@compiled
def _inside(out: Grouped, target: Indexes, kept: Indexes, far: npt.NDArray[np.bool_]) -> Indexes:
    """The rows that begin and end among the kept places, by the place where they begin."""
    room = 0
    for at in kept:
        for row in out[1][out[0][at] : out[0][at + 1]]:
            room += far[target[row]]
    rows, count = np.empty(room, dtype=np.int32), 0
    for at in kept:
        for row in out[1][out[0][at] : out[0][at + 1]]:
            if far[target[row]]:
                rows[count], count = row, count + 1
    return rows


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """Ties as columns, from which the surroundings of a node can be cut out at once."""

    names: Sequence[str]
    places: Mapping[str, int]
    source: Indexes
    target: Indexes
    keys: Sequence[str]
    nodes_said: Words
    ties_said: Words
    out: Grouped
    into: Grouped

    @classmethod
    def of(cls, graph: nx.MultiDiGraph) -> "Neighbours":
        """The ties of a graph, which must not change afterwards."""
        names = list(graph)
        places = {name: place for place, name in enumerate(names)}
        ties = list(graph.edges(keys=True, data=True))
        ends = [(places[source], places[target]) for source, target, _, _ in ties]
        said, nodes = [tie[3] for tie in ties], [graph.nodes[name] for name in names]
        return cls._grouped(
            names,
            np.array(ends, dtype=np.int32).reshape(-1, 2),
            [tie[2] for tie in ties],
            lambda chosen: [nodes[place].copy() for place in chosen.tolist()],
            lambda chosen: [said[row].copy() for row in chosen.tolist()],
        )

    @classmethod
    def of_payments(cls, columns: Columns) -> "Neighbours":
        """Payments between accounts, each a tie of its own that says day, amount and currency."""
        ends = np.column_stack((columns.source, columns.target))
        return cls._grouped(
            columns.accounts,
            ends,
            columns.keys,
            lambda chosen: [{} for _ in chosen],
            _said_by(columns),
        )

    @classmethod
    def _grouped(
        cls,
        names: Sequence[str],
        ends: Indexes,
        keys: Sequence[str],
        nodes_said: Words,
        ties_said: Words,
    ) -> "Neighbours":
        source, target = (np.ascontiguousarray(ends[:, side]) for side in (0, 1))
        places = {name: place for place, name in enumerate(names)}
        out, into = (grouped(side, len(names)) for side in (source, target))
        return cls(names, places, source, target, keys, nodes_said, ties_said, out, into)

    def around(self, centre: str, hops: int) -> nx.MultiDiGraph:
        """All within so many hops of `centre`, direction aside, with every tie among them."""
        ends = (self.source, self.target)
        kept, far = _reach(self.out, self.into, ends, self.places[centre], hops)
        rows = _inside(self.out, self.target, kept, far)
        return self._drawn(kept, rows)

    def whole(self) -> nx.MultiDiGraph:
        """Every node and every tie."""
        rows = np.arange(len(self.source), dtype=np.int32)
        return self._drawn(np.arange(len(self.names), dtype=np.int32), rows)

    def _drawn(self, kept: Indexes, rows: Indexes) -> nx.MultiDiGraph:
        """A graph filled by hand: networkx would look up both ends of every tie again."""
        graph, names = nx.MultiDiGraph(), self.names
        shown = [names[place] for place in kept.tolist()]
        sides = (self.source[rows].tolist(), self.target[rows].tolist())
        with unswept():
            graph._node.update(zip(shown, self.nodes_said(kept), strict=True))  # noqa: SLF001
            succ, pred = graph._succ, graph._pred  # noqa: SLF001 - as above
            succ.update((name, {}) for name in shown)
            pred.update((name, {}) for name in shown)
            keys, told = _keys(self.keys, rows), self.ties_said(rows)
            last = -1
            for at, to, key, said in zip(*sides, keys, told, strict=True):
                if at != last:  # the ties of one giver stand together
                    last, giver, given = at, names[at], succ[names[at]]
                taker = names[to]
                ties = given.get(taker)
                if ties is None:
                    ties = given[taker] = pred[taker][giver] = {}
                ties[key] = said
        return graph


def _keys(keys: Sequence[str], rows: Indexes) -> list[str]:
    return keys.many(rows) if isinstance(keys, Ids) else [keys[row] for row in rows.tolist()]


def _said_by(columns: Columns) -> Words:
    def said(rows: Indexes) -> list[Said]:
        days = (columns.begin[rows] // DAY).tolist()
        dates = {day: date.fromordinal(EPOCH + day) for day in set(days)}
        told = days, columns.minor[rows].tolist(), columns.currency[rows].tolist()
        coins = columns.currencies
        return [
            {"on": dates[day], "amount_minor": minor, "currency": coins[coin]}
            for day, minor, coin in zip(*told, strict=True)
        ]

    return said


@first_call
def _example() -> object:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="x")
    return Neighbours.of(graph).around("a", 1)
