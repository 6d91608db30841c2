"""UB-42: different owners on paper, one financier or manager behind many units of one area."""

from collections import defaultdict
from collections.abc import Iterator

from bureau.graph.facts import known_span, period
from bureau.graph.ledger import last_second, second
from bureau.graph.places import area_of
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import EntityKind, TieKind

_BEHIND = (TieKind.OWNS, TieKind.DIRECTS, TieKind.MANAGES, TieKind.LENDS, TieKind.MORTGAGES)
_OWNERS = 2
_Held = dict[str, dict[str, set[str]]]  # unit, owner: ids of ties


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-42, concentration in an area by a hidden common financier.

    c stands behind a unit if c owns, directs, manages or lends to an owner of the unit, or
    manages it, holds a mortgage on it, or owns it. Hit for c and an area if c stands behind
    at least `k` units in that area that have at least two different owners on paper other
    than c. The area is the part of a postcode that the case gives an address; it tells which
    units lie together and nothing about who lives there. Regulated hubs (banks, housing
    corporations, insurers) are never c.
    """
    held = _owners(scene)
    behind: dict[tuple[str, str], _Held] = defaultdict(lambda: defaultdict(dict))
    for unit, owners in sorted(held.items()):
        area = area_of(scene, unit)
        for owner, ties in owners.items():
            if not budget.spend(1 + len(scene.graph.in_edges(owner))):
                break
            for name, tie in _behind(scene, unit, owner, ties):
                if area and not scene.agents.is_hub(name):
                    behind[name, area][unit].setdefault(owner, set()).update({*ties, tie})
    hits = (_candidate(scene, key, units, settings) for key, units in sorted(behind.items()))
    return Found(len(behind), in_time(hit for hit in hits if hit is not None))


def _owners(scene: Scene) -> _Held:
    """Units with their owners and the ties that say so; hubs own no unit in this sense."""
    held: _Held = {}
    for source, target, key, kind in scene.graph.edges(keys=True, data="kind"):
        unit = scene.graph.nodes[target]["kind"] is EntityKind.PROPERTY
        if unit and kind is TieKind.OWNS and not scene.agents.is_hub(source):
            held.setdefault(target, {}).setdefault(source, set()).add(key)
    return held


def _behind(scene: Scene, unit: str, owner: str, ties: set[str]) -> Iterator[tuple[str, str]]:
    """Everybody who stands behind this owner or this unit, with the tie that says so."""
    for at in (owner, unit):
        for source, _, key, kind in scene.graph.in_edges(at, keys=True, data="kind"):
            if kind in _BEHIND and key not in ties:
                yield source, key
    yield owner, min(ties)


def _candidate(
    scene: Scene, key: tuple[str, str], units: _Held, settings: Settings
) -> Candidate | None:
    name, _ = key
    owners = {owner for held in units.values() for owner in held} - {name}
    if len(units) < settings["k"] or len(owners) < _OWNERS:
        return None
    proof = {tie for held in units.values() for ids in held.values() for tie in ids}
    days = [
        day
        for _, _, at, tie in scene.graph.edges(keys=True, data=True)
        if at in proof and (day := period(tie)[0])
    ]
    first, last = known_span(scene)
    return Candidate(
        (name, *sorted(owners), *sorted(units)),
        tuple(sorted(proof)),
        {"units": len(units), "owners_on_paper": len(owners)},
        second(min(days)) if days else first,
        last_second(max(days)) if days else last,
    )


PATTERN = Pattern(
    "UB-42",
    "1",
    {"k": Parameter("2", "10000", whole=True)},
    detect,
    (
        "Not applicable: it rests on ownership and loans; shuffled payments do not change them.",
        "Niet van toepassing: het berust op eigendom en leningen; geschudde betalingen veranderen "
        "die niet.",
    ),
)
