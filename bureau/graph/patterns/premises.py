"""UB-20: premises where several signs of counting or keeping cash were seen together."""

from collections.abc import Iterator

from bureau.graph.ledger import DAY
from bureau.graph.licences import CASH_TRADES, licensed
from bureau.graph.recorded import NOT_PAYMENTS, Event, events
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest, windows
from bureau.rules.vocabulary import RecordKind, TieKind

CODES = frozenset(
    (
        *("counting_machine", "safe_hidden", "cash_bundles", "ledger_without_names"),
        *("cameras_inside", "heavy_door", "no_stock", "no_customers"),
        *("many_short_visits", "sim_cards", "phones_many", "currency_lists"),
    )
)
_WORKS_AT = frozenset({TieKind.LOCATED_AT, TieKind.OPERATES_AT})


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-20, counting or stash premises.

    For observations at one premises in a window of `W_days`: different codes of the closed
    list >= `min_obs`, and no licence that explains them: no observation there says that the
    business is licensed, and no company seen at, registered at or working from the premises
    stands in a register as provider of payment services or exchange in that period. A permit
    of the municipality explains no cash and is told in the metrics only. Regulated hubs at
    the premises explain what was seen. Of overlapping windows the one of most codes is kept.
    """
    tried = 0
    candidates: list[Candidate] = []
    for premises, seen in _by_premises(scene).items():
        if budget.exhausted:
            break
        tried += 1
        for one in strongest(_sightings(seen, settings, budget)):
            inside = seen[slice(*one.at)]
            if not _explained(scene, premises, inside, one):
                candidates.append(_candidate(scene, premises, inside, one))
    return Found(tried, in_time(candidates))


def _by_premises(scene: Scene) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events(scene, RecordKind.OBSERVATION):
        premises = event.record.party("premises")
        if premises is not None and _code(event) in CODES:
            found.setdefault(premises, []).append(event)
    return dict(sorted(found.items()))


def _code(event: Event) -> str:
    return str(event.record.fields.get("code") or "")


def _sightings(seen: list[Event], settings: Settings, budget: Budget) -> Iterator[Sighting]:
    times = [event.begin for event in seen]
    for window in windows(times, settings.seconds("W_days", DAY)):
        if not budget.spend(window.stop - window.first):
            return
        codes = {_code(event) for event in seen[window.first : window.stop]}
        if len(codes) >= settings["min_obs"]:
            begin, end = times[window.first], times[window.stop - 1]
            strength = len(codes), window.stop - window.first
            yield Sighting(begin, end, strength, (window.first, window.stop))


def _companies(scene: Scene, premises: str, inside: list[Event]) -> set[str]:
    """Companies seen at the premises, or tied to it."""
    found = {who for event in inside if (who := event.record.party("company"))}
    if premises in scene.graph:
        ties = scene.graph.in_edges(premises, data="kind")
        found |= {source for source, _, kind in ties if kind in _WORKS_AT}
    return found


def _explained(scene: Scene, premises: str, inside: list[Event], seen: Sighting) -> bool:
    companies = _companies(scene, premises, inside)
    return (
        any(event.record.fields.get("licensed") is True for event in inside)
        or scene.agents.is_hub(premises, *companies)
        or any(licensed(scene, company, seen.begin, seen.end, CASH_TRADES) for company in companies)
    )


def _permit(scene: Scene, premises: str, until: int) -> str:
    """What was last decided on a permit for the premises, or none."""
    decided = [
        event
        for event in events(scene, RecordKind.PERMIT_DECISION)
        if event.record.party("premises") == premises and event.begin <= until
    ]
    return str(decided[-1].record.fields.get("decision") or "none") if decided else "none"


def _candidate(scene: Scene, premises: str, inside: list[Event], seen: Sighting) -> Candidate:
    codes = sorted({_code(event) for event in inside})
    named = sorted({who for event in inside if (who := event.record.party("company"))})
    return Candidate(
        (premises, *named),
        tuple(event.id for event in inside),
        {
            "observations": len(codes),
            "which": ", ".join(codes),
            "permit": _permit(scene, premises, seen.end),
        },
        seen.begin,
        seen.end,
    )


PATTERN = Pattern(
    "UB-20",
    "1",
    {"min_obs": Parameter("1", str(len(CODES)), whole=True), "W_days": Parameter("1", "3660")},
    detect,
    NOT_PAYMENTS,
)
