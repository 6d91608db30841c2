"""UB-18: cash packed as criminal cash is packed."""

from bureau.graph.amounts import money
from bureau.graph.recorded import NOT_PAYMENTS, Event, events
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import RecordKind

FEATURES = frozenset(
    (
        *("elastic_bundles", "bundles_of_hundred", "double_bundled", "vacuum_packed"),
        *("numbered_notes", "sums_without_names"),
    )
)


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-18, criminal packaging signature.

    For all cash seen or found on one day with one holder or, where there is none, on one
    premises: the number of different features of the closed list >= `min_attr`. The list:
    small elastic bands, bundles of a hundred notes, bundles bundled again, vacuum packs,
    numbered notes, sums without names. Other words for packaging do not count. Regulated hubs
    are no subject.
    """
    tried = 0
    candidates: list[Candidate] = []
    seen: dict[tuple[int, str], list[Event]] = {}
    for event in events(scene, RecordKind.CASH_HELD):
        party = event.record.party("holder") or event.record.party("premises")
        if party is not None and event.record.on and not scene.agents.is_hub(party):
            seen.setdefault((event.record.on.toordinal(), party), []).append(event)
    for (_, party), cash in sorted(seen.items()):
        if not budget.spend(len(cash)):
            break
        tried += 1
        found = {each for event in cash for each in _features(event)}
        if len(found) >= settings["min_attr"]:
            candidates.append(_candidate(party, cash, found))
    return Found(tried, in_time(candidates))


def _features(event: Event) -> frozenset[str]:
    return FEATURES & frozenset(map(str, event.record.fields.get("features") or ()))


def _candidate(party: str, cash: list[Event], found: set[str]) -> Candidate:
    places = (event.record.party("premises") for event in cash)
    return Candidate(
        tuple(dict.fromkeys((party, *sorted({place for place in places if place})))),
        tuple(event.id for event in cash if _features(event)),
        {
            "currency": "EUR",
            "features": len(found),
            "which": ", ".join(sorted(found)),
            "cash": money(sum(event.minor for event in cash), "EUR"),
        },
        cash[0].begin,
        cash[-1].begin,
    )


PATTERN = Pattern(
    "UB-18",
    "1",
    {"min_attr": Parameter("1", str(len(FEATURES)), whole=True)},
    detect,
    NOT_PAYMENTS,
)
