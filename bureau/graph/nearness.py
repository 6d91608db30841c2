"""Who is close to whom: two ties of closeness or fewer, so that family is no row of strangers."""

from collections.abc import Collection, Iterable
from fractions import Fraction

import networkx as nx

from bureau.graph.closeness import undirected
from bureau.graph.project import EDGES, Reading
from bureau.graph.scene import Scene

CLOSE = 2
_KINDS = frozenset(kind for kind, spec in EDGES.items() if spec.reading is Reading.CLOSE)


class Nearness:
    """Ties of closeness of a case, without direction and whatever their date.

    Two agents are related if they are at most two ties apart: owning, directing, managing,
    employing, leasing, family or company kept. A tie that nobody recorded is not known.
    Two who are tied to one regulated hub, or to the municipality, are not related by that.
    """

    def __init__(self, scene: Scene) -> None:
        self._agents = scene.agents
        self._graph = undirected(scene, _KINDS)
        self._around: dict[str, frozenset[str]] = {}

    def around(self, name: str) -> frozenset[str]:
        """Everybody related to an agent, the people behind it included."""
        if name not in self._around:
            found = set(self._agents.holders(name)) | {name}
            for holder in sorted(found & set(self._graph)):
                found |= nx.single_source_shortest_path_length(self._graph, holder, CLOSE).keys()
            self._around[name] = frozenset(found)
        return self._around[name]

    def related(self, one: str, other: str) -> bool:
        """Whether these two are one, or close."""
        return not self.around(one).isdisjoint(self._agents.holders(other) | {other})

    def strangers(self, names: Iterable[str], to: str) -> list[str]:
        """Those of `names` who are not related to `to`, in order."""
        return sorted({name for name in names if not self.related(to, name)})

    def circles(self, names: Iterable[str]) -> int:
        """How many of `names` stand apart: those related to each other count for one."""
        inside = set(names)
        ties = nx.Graph()
        known = self._around
        for name in inside:
            around = known.get(name) or self.around(name)
            if len(around) > 1:
                ties.add_edges_from((name, other) for other in around & inside)
        return len(inside) - len(ties) + int(nx.number_connected_components(ties))

    def at_least(self, least: Fraction, names: Collection[str]) -> bool:
        """Whether so many of these different names stand apart."""
        return len(names) >= least and self.circles(names) >= least
