"""Who is visibly close to whom, and in which country money moved: shared by several patterns."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from bureau.graph.ledger import Indexes, Ledger
from bureau.graph.project import EDGES, Reading
from bureau.graph.scene import Scene
from bureau.rules.vocabulary import EntityKind, TieKind

_SHARED = (EntityKind.PHONE, EntityKind.DEVICE)
_MOST_SHARED = 10  # users of one phone or device; what more people use ties nobody to anybody


def linked(scene: Scene) -> Mapping[str, frozenset[str]]:
    """Parties one tie of closeness away from each other, or users of one phone or device.

    Regulated hubs link nobody; a thing with more than ten users does not either.
    """
    found: dict[str, set[str]] = defaultdict(set)
    users: dict[str, set[str]] = defaultdict(set)
    for source, target, kind in scene.graph.edges(data="kind"):
        if scene.agents.is_hub(source, target):
            continue
        if EDGES[kind].reading is Reading.CLOSE:
            found[source].add(target)
            found[target].add(source)
        elif kind is TieKind.USES and scene.graph.nodes[target]["kind"] in _SHARED:
            users[target].add(source)
    for together in users.values():
        if len(together) <= _MOST_SHARED:
            for one in together:
                found[one] |= together - {one}
    return {name: frozenset(others - {name}) for name, others in found.items() if others - {name}}


def countries(scene: Scene, ledger: Ledger) -> tuple[Indexes, tuple[str, ...]]:
    """For each name of the ledger the place of its country in what follows; 0 is not known."""
    known = ("", *sorted({code for _, code in scene.graph.nodes(data="country") if code}))
    place = {code: number for number, code in enumerate(known)}
    nodes = scene.graph.nodes
    codes = (
        place[nodes[name].get("country") or ""] if name in nodes else 0 for name in ledger.names
    )
    return np.fromiter(codes, dtype=np.int32, count=len(ledger.names)), known
