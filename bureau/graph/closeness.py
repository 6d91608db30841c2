"""How near two parties are to each other along ties of chosen kinds, direction aside."""

from collections.abc import Collection

import networkx as nx

from bureau.graph.scene import Scene
from bureau.rules.vocabulary import TieKind


def undirected(scene: Scene, kinds: Collection[TieKind]) -> nx.Graph:
    """The ties of these kinds without direction, and none of a regulated hub."""
    graph = nx.Graph()
    graph.add_edges_from(
        (source, target)
        for source, target, kind in scene.graph.edges(data="kind")
        if kind in kinds and not scene.agents.is_hub(source, target)
    )
    return graph


class Closeness:
    """Ties between two parties, counted; nothing is near through a regulated hub.

    Two customers of one bank, or two employees of one municipality, are strangers.
    """

    def __init__(self, scene: Scene, kinds: Collection[TieKind], most: int) -> None:
        self._agents, self._most = scene.agents, most
        self._graph = undirected(scene, kinds)
        self._reached: dict[str, dict[str, int]] = {}

    def near(self, one: str, other: str) -> bool:
        """Whether these are the same, or at most so many ties apart."""
        if self._agents.same_hand(one, other):
            return True
        return any(
            end in self._around(start)
            for start in self._agents.holders(one)
            for end in self._agents.holders(other)
        )

    def _around(self, name: str) -> dict[str, int]:
        if name not in self._reached:
            found = {name: 0}
            if name in self._graph:
                found = dict(
                    nx.single_source_shortest_path_length(self._graph, name, cutoff=self._most)
                )
            self._reached[name] = found
        return self._reached[name]
