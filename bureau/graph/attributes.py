"""What parties share: phones, devices, units, accounts and directors, with when they had them."""

from collections.abc import Iterator
from dataclasses import dataclass

from bureau.graph.scene import Scene
from bureau.rules.vocabulary import EntityKind, TieKind

_FROM_HOLDER = frozenset(
    (TieKind.USES, TieKind.LOCATED_AT, TieKind.OPERATES_AT, TieKind.LIVES_AT, TieKind.HOLDS_ACCOUNT)
)
AGENTS = frozenset((EntityKind.PERSON, EntityKind.COMPANY))


@dataclass(frozen=True, slots=True)
class Use:
    """A party that has something others may have too, from and until a partial date."""

    holder: str
    shared: str
    tie: str
    on: str
    until: str

    def overlaps(self, other: "Use") -> bool:
        """Whether nothing shows that one had ended before the other began."""
        return not (_before(self.until, other.on) or _before(other.until, self.on))

    def dated_with(self, other: "Use") -> bool:
        """Whether both beginnings are known, so that the overlap is a fact and no guess."""
        return bool(self.on and other.on)


def _before(end: str, start: str) -> bool:
    size = min(len(end), len(start))
    return bool(size) and end[:size] < start[:size]


def uses(scene: Scene) -> dict[str, list[Use]]:
    """Every phone, device, unit, account and director by what it is, with who has it.

    A unit is an address or a property as it stands in the case: two rooms of one building
    are two. Whoever directs a company counts as what that company has.
    """
    found: dict[str, list[Use]] = {}
    for use in sorted(_uses(scene), key=lambda one: (one.shared, one.holder, one.on, one.tie)):
        if not scene.agents.is_hub(use.shared, use.holder):
            found.setdefault(use.shared, []).append(use)
    return found


def _uses(scene: Scene) -> Iterator[Use]:
    kinds = scene.graph.nodes(data="kind")
    for source, target, key, tie in scene.graph.edges(keys=True, data=True):
        if tie["kind"] in _FROM_HOLDER and kinds[source] in AGENTS:
            yield Use(source, target, key, tie["on"], tie["valid_to"])
        elif tie["kind"] is TieKind.DIRECTS and kinds[target] in AGENTS:
            yield Use(target, source, key, tie["on"], tie["valid_to"])
