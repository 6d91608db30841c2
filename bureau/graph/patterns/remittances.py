"""UB-30: many send to one, or one to many, by the same phone, from one address or in one row."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from bureau.graph.amounts import money
from bureau.graph.ledger import DAY
from bureau.graph.nearness import Nearness
from bureau.graph.recorded import NOT_PAYMENTS, Event, events, text
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest, windows
from bureau.rules.vocabulary import RecordKind, TieKind

_IN_A_ROW = 15 * 60  # seconds between two at one desk
_SIDES = (("receiver", "sender"), ("sender", "receiver"))


@dataclass(frozen=True, slots=True)
class _Star:
    """Remittances of one person with strangers, on one side of the desk."""

    centre: str
    side: str
    sent: list[Event]

    @property
    def other(self) -> str:
        """The role of the others."""
        return "sender" if self.side == "receiver" else "receiver"


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-30, many-to-one or one-to-many remittance cluster.

    For a receiver (or a sender) and a window of `w_days` that slides over its remittances:
    two of the others are linked if both remittances name one phone, if both live at one
    address (the same unit), or if both were at one desk at most 15 minutes apart, both with a
    time of day. Hit if a linked group holds at least `k` people not related to the receiver
    (sender), those related to each other counted once. Remittance agents are neither end.
    Of overlapping windows the one of most people, then of the greatest sum, is kept.
    People who send in a row may be paying off a debt to a smuggler: the victim check goes first.
    """
    near, homes = Nearness(scene), _homes(scene)
    tried = 0
    candidates: list[Candidate] = []
    for star in _stars(scene):
        if budget.exhausted:
            break
        tried += 1
        strangers = set(near.strangers(_others(star, star.sent), star.centre))
        kept = [event for event in star.sent if event.record.party(star.other) in strangers]
        star_ = _Star(star.centre, star.side, kept)
        found = strongest(_sightings(star_, near, homes, settings, budget))
        candidates += (_candidate(star_, near, one) for one in found)
    return Found(tried, in_time(candidates))


def _stars(scene: Scene) -> Iterator[_Star]:
    sent = events(scene, RecordKind.REMITTANCE)
    for side, other in _SIDES:
        by_centre: dict[str, list[Event]] = {}
        for event in sent:
            centre, end = event.record.party(side), event.record.party(other)
            if centre and end and centre != end and not scene.agents.is_hub(centre, end):
                by_centre.setdefault(centre, []).append(event)
        for centre, theirs in sorted(by_centre.items()):
            yield _Star(centre, side, theirs)


def _others(star: _Star, sent: list[Event]) -> set[str]:
    return {who for event in sent if (who := event.record.party(star.other))}


def _homes(scene: Scene) -> dict[str, set[str]]:
    """Where each person lives, by address."""
    found: dict[str, set[str]] = {}
    for source, target, kind in scene.graph.edges(data="kind"):
        if kind is TieKind.LIVES_AT:
            found.setdefault(source, set()).add(target)
    return found


def _sightings(
    star: _Star, near: Nearness, homes: dict[str, set[str]], settings: Settings, budget: Budget
) -> Iterator[Sighting]:
    if len(_others(star, star.sent)) < settings["k"]:
        return
    times = [event.begin for event in star.sent]
    for window in windows(times, settings.seconds("w_days", DAY)):
        count = window.stop - window.first
        if not budget.spend(count):
            return
        inside = range(window.first, window.stop)
        if len(_others(star, star.sent[window.first : window.stop])) < settings["k"]:
            continue
        if not budget.spend(count * count):
            return
        for group in _groups(star, inside, homes):
            members = [star.sent[place] for place in group]
            people = _others(star, members)
            if near.at_least(settings["k"], people):
                total = sum(event.minor for event in members)
                strength = near.circles(people), total
                yield Sighting(members[0].begin, members[-1].begin, strength, tuple(group))


def _groups(star: _Star, inside: range, homes: dict[str, set[str]]) -> Iterator[list[int]]:
    graph = nx.Graph()
    graph.add_nodes_from(inside)
    for one, other in combinations(inside, 2):
        if _linked(star, star.sent[one], star.sent[other], homes):
            graph.add_edge(one, other)
    for group in nx.connected_components(graph):
        yield sorted(group)


def _linked(star: _Star, one: Event, other: Event, homes: dict[str, set[str]]) -> bool:
    phones = [event.record.party("phone") for event in (one, other)]
    desks = [text(event.record, "desk") for event in (one, other)]
    timed = all(event.begin == event.end for event in (one, other))
    live = [homes.get(event.record.party(star.other) or "", set()) for event in (one, other)]
    return bool(
        (phones[0] and phones[0] == phones[1])
        or (live[0] & live[1])
        or (
            desks[0]
            and desks[0] == desks[1]
            and timed
            and abs(other.begin - one.begin) <= _IN_A_ROW
        )
    )


def _candidate(star: _Star, near: Nearness, seen: Sighting) -> Candidate:
    members = [star.sent[place] for place in seen.at]
    phones = {phone for event in members if (phone := event.record.party("phone"))}
    return Candidate(
        (star.centre,),
        tuple(event.id for event in members),
        {
            "currency": "EUR",
            "direction": "in" if star.side == "receiver" else "out",
            "people": near.circles(_others(star, members)),
            "remittances": len(members),
            "phones": len(phones),
            "sent": money(sum(event.minor for event in members), "EUR"),
        },
        seen.begin,
        seen.end,
    )


PATTERN = Pattern(
    "UB-30",
    "1",
    {"k": Parameter("2", "1000", whole=True), "w_days": Parameter("1", "3660")},
    detect,
    NOT_PAYMENTS,
)
