"""Where a property lies, who is known to work where, and what two companies have in common."""

from collections.abc import Iterator

from bureau.graph.scene import Scene
from bureau.rules.vocabulary import TieKind


def ends(scene: Scene, name: str, kind: TieKind, *, into: bool = False) -> Iterator[str]:
    """The other ends of ties of one kind that leave `name`, or with `into` that arrive there."""
    if name in scene.graph:
        edges = scene.graph.in_edges if into else scene.graph.out_edges
        for source, target, found in edges(name, data="kind"):
            if found is kind:
                yield source if into else target


def area_of(scene: Scene, name: str) -> str:
    """The area of a property or address, or of the address at which it lies; "" if unknown.

    It tells which units lie together, and nothing about anybody who lives or works there.
    """
    if name not in scene.graph:
        return ""
    known = {scene.graph.nodes[name]["area"]}
    known |= {scene.graph.nodes[at]["area"] for at in ends(scene, name, TieKind.LOCATED_AT)}
    return min(known - {""}, default="")


def staff_of(scene: Scene, name: str) -> int | None:
    """How many people a company employs, as a register or its ties say; None if unknown."""
    if name not in scene.graph:
        return None
    hired = len(set(ends(scene, name, TieKind.EMPLOYS)))
    said = scene.graph.nodes[name]["staff"]
    return hired or None if said is None else max(int(said), hired)
