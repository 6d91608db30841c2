"""UB-12: cash put on one account in places too far apart for one person on one day."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from bureau.graph.facts import number
from bureau.graph.ledger import DAY
from bureau.graph.recorded import NOT_PAYMENTS, Event, events, text
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest
from bureau.rules.vocabulary import RecordKind, TieKind

_EARTH_KM = 6371.0088
_NEAR_KM = 10  # nearer than this, the clocks of two machines tell more than the road
_HOUR = 3_600
_SEATS = frozenset({TieKind.LOCATED_AT, TieKind.OPERATES_AT})
_DEGREES = ("latitude", "longitude")


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-12, geographically impossible or dispersed deposits.

    Of one account, outside the places where its holder is registered or works (by the place
    of the address): hit if (a) two deposits that follow each other within 24 hours, both with
    a time of day and a position, at least 10 km apart as the crow flies, ask for more than
    `v_kmh`; or (b) deposits in at least `places` different places fall certainly within 24
    hours of each other. Deposits by two different named depositors are not compared under (a):
    two people can be in two places. Places are compared by name, positions in degrees.
    Accounts of regulated hubs are no subject. Of overlapping stretches the one of most places,
    then of greatest speed, is kept.
    """
    tried = 0
    candidates: list[Candidate] = []
    for account, deposits in _accounts(scene).items():
        if not budget.spend(len(deposits)):
            break
        tried += 1
        seen = strongest([*_hasty(deposits, settings), *_spread(deposits, settings, budget)])
        candidates += (_candidate(account, deposits, one) for one in seen)
    return Found(tried, in_time(candidates))


def _accounts(scene: Scene) -> dict[str, list[Event]]:
    """Deposits by account, without those in a place where its holder has a branch."""
    by_account: dict[str, list[Event]] = {}
    branches = _branches(scene)
    for event in events(scene, RecordKind.DEPOSIT):
        account = event.record.party("account")
        if account is not None and event.record.on is not None:
            agent = scene.agents.of(account, event.record.on)
            home = {place for who in scene.agents.holders(agent) for place in branches.get(who, ())}
            away = text(event.record, "place") not in home
            if away and not scene.agents.is_hub(account, agent):
                by_account.setdefault(account, []).append(event)
    return dict(sorted(by_account.items()))


def _branches(scene: Scene) -> Mapping[str, set[str]]:
    """The places of the addresses at which each party is registered or works."""
    found: dict[str, set[str]] = {}
    for source, target, kind in scene.graph.edges(data="kind"):
        place = scene.graph.nodes[target]["place"]
        if kind in _SEATS and place:
            found.setdefault(source, set()).add(" ".join(place.casefold().split()))
    return found


def kilometres(one: Event, other: Event) -> float | None:
    """The distance as the crow flies, or None where a position is missing."""
    spots = [number(event.record, name) for event in (one, other) for name in _DEGREES]
    if None in spots:
        return None
    north, east, north_, east_ = (radians(float(spot or 0)) for spot in spots)
    half = sin((north_ - north) / 2) ** 2 + cos(north) * cos(north_) * sin((east_ - east) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))


def _speed(one: Event, other: Event) -> float:
    """Kilometres an hour between two deposits; 0 where one person may well have made both.

    Deposits in the same second are taken to be one second apart.
    """
    timed = one.begin == one.end and other.begin == other.end
    people = [event.record.party("depositor") for event in (one, other)]
    if not timed or other.begin - one.begin > DAY or (all(people) and people[0] != people[1]):
        return 0.0
    apart = kilometres(one, other)
    if apart is None or apart < _NEAR_KM:
        return 0.0
    return apart * _HOUR / max(1, other.begin - one.begin)


def _hasty(deposits: list[Event], settings: Settings) -> Iterator[Sighting]:
    timed = [i for i, event in enumerate(deposits) if event.begin == event.end]
    for first, then in pairwise(timed):
        one, other = deposits[first], deposits[then]
        speed = _speed(one, other)
        if speed > settings["v_kmh"]:
            yield Sighting(one.begin, other.begin, (2, int(speed)), (first, then))


def _spread(deposits: list[Event], settings: Settings, budget: Budget) -> Iterator[Sighting]:
    for start, one in enumerate(deposits):
        inside: list[int] = []
        places: set[str] = set()
        for i, other in enumerate(deposits[start:], start):
            if not budget.spend() or other.begin - one.begin > DAY:
                break
            place = text(other.record, "place")
            if place and other.end - one.begin <= DAY:
                inside.append(i)
                places.add(place)
        if len(places) >= settings["places"]:
            end = deposits[inside[-1]].begin
            yield Sighting(one.begin, end, (len(places), len(inside)), tuple(inside))


def _candidate(account: str, deposits: list[Event], seen: Sighting) -> Candidate:
    inside = [deposits[i] for i in seen.at]
    speeds = [_speed(one, other) for one, other in pairwise(inside)]
    far = [km for one, other in pairwise(inside) if (km := kilometres(one, other)) is not None]
    return Candidate(
        (account,),
        tuple(event.id for event in inside),
        {
            "deposits": len(inside),
            "places": len({p for event in inside if (p := text(event.record, "place"))}),
            "kilometres": f"{max(far, default=0.0):.1f}",
            "kmh": f"{max(speeds, default=0.0):.0f}",
        },
        seen.begin,
        seen.end,
    )


PATTERN = Pattern(
    "UB-12",
    "1",
    {"v_kmh": Parameter("1", "100000"), "places": Parameter("2", "100", whole=True)},
    detect,
    NOT_PAYMENTS,
)
