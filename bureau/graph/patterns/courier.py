"""UB-19: one person takes cash from many givers to one place."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from bureau.graph.amounts import money, share
from bureau.graph.ledger import DAY
from bureau.graph.recorded import NOT_PAYMENTS, Event, events, follows
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest, windows
from bureau.rules.vocabulary import RecordKind

_HOUR = 3_600
_MOST = Fraction(4, 5)  # of the visits end at one place

Ends = list[dict[str, Event]]  # for each visit the first sighting at each place


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-19, courier star.

    For whoever carries the cash (the courier of a hand-over, else the taker) and a window of
    `w_days` that slides over those hand-overs: hit if distinct givers >= `k` and at least
    80 per cent of the visits (each hand-over is one) are followed, within `h_hours`, by a
    sighting of the carrier, or of the vehicle of that hand-over, at one and the same premises.
    Where a time of day is missing, the same day counts as after. Regulated hubs carry lawfully and
    are no subject.
    Of overlapping windows the one of most givers, then of most visits, is kept.
    """
    tried = 0
    candidates: list[Candidate] = []
    sightings = _seen(scene)
    for carrier, visits in _visits(scene).items():
        if budget.exhausted:
            break
        tried += 1
        ends = _ends(carrier, visits, sightings, settings, budget)
        found = strongest(_sightings(visits, ends, settings, budget))
        candidates += (_candidate(carrier, visits, ends, one) for one in found)
    return Found(tried, in_time(candidates))


def _visits(scene: Scene) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events(scene, RecordKind.HAND_OVER):
        carrier = event.record.party("courier") or event.record.party("taker")
        giver = event.record.party("giver")
        if carrier and giver and carrier != giver and not scene.agents.is_hub(carrier):
            found.setdefault(carrier, []).append(event)
    return dict(sorted(found.items()))


def _seen(scene: Scene) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events(scene, RecordKind.SIGHTING):
        who, premises = event.record.party("who"), event.record.party("premises")
        if who and premises:
            found.setdefault(who, []).append(event)
    return found


def _ends(
    carrier: str,
    visits: list[Event],
    sightings: dict[str, list[Event]],
    settings: Settings,
    budget: Budget,
) -> Ends:
    ends: Ends = []
    for visit in visits:
        there: dict[str, Event] = {}
        looked = [
            sighting
            for who in {carrier, visit.record.party("vehicle") or carrier}
            for sighting in sightings.get(who, ())
        ]
        if budget.spend(1 + len(looked)):
            for sighting in sorted(looked, key=lambda one: (one.begin, one.id)):
                if follows(visit, sighting, settings.seconds("h_hours", _HOUR)):
                    there.setdefault(sighting.record.party("premises") or "", sighting)
        ends.append(there)
    return ends


def _sightings(
    visits: list[Event], ends: Ends, settings: Settings, budget: Budget
) -> Iterator[Sighting]:
    times = [visit.begin for visit in visits]
    for window in windows(times, settings.seconds("w_days", DAY)):
        count = window.stop - window.first
        if not budget.spend(count):
            return
        givers = {visit.record.party("giver") for visit in visits[window.first : window.stop]}
        place, there = _place(ends[window.first : window.stop])
        if len(givers) >= settings["k"] and place and there >= _MOST * count:
            begin, end = times[window.first], times[window.stop - 1]
            yield Sighting(begin, end, (len(givers), count), (window.first, window.stop))


def _place(ends: Ends) -> tuple[str, int]:
    """The premises at which most visits end, and how many do."""
    counted = Counter(place for there in ends for place in there)
    return min(((place, n) for place, n in counted.items()), key=_most, default=("", 0))


def _most(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _candidate(carrier: str, visits: list[Event], ends: Ends, seen: Sighting) -> Candidate:
    inside, after = visits[slice(*seen.at)], ends[slice(*seen.at)]
    place, there = _place(after)
    arrived = [each[place] for each in after if place in each]
    return Candidate(
        (carrier, place),
        tuple(dict.fromkeys(event.id for event in (*inside, *arrived))),
        {
            "currency": "EUR",
            "givers": len({visit.record.party("giver") for visit in inside}),
            "hand_overs": len(inside),
            "at_one_place": there,
            "part_at_one_place": share(there, len(inside)),
            "handed_over": money(sum(visit.minor for visit in inside), "EUR"),
        },
        seen.begin,
        max(event.begin for event in (*inside, *arrived)),
    )


PATTERN = Pattern(
    "UB-19",
    "1",
    {
        "k": Parameter("2", "1000", whole=True),
        "w_days": Parameter("1", "3660"),
        "h_hours": Parameter("0", "8784"),
    },
    detect,
    NOT_PAYMENTS,
)
