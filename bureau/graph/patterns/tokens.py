"""UB-17: a one-time token, sent in a message, lets one stranger hand cash to another."""

from collections.abc import Iterator

import networkx as nx

from bureau.graph.amounts import in_minor, money
from bureau.graph.recorded import NOT_PAYMENTS, Event, events, follows, text
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import RecordKind

_HOUR = 3_600
_ROLES = ("giver", "taker", "courier")
_FEWEST = 2

Matched = tuple[Event, Event]  # the message and the hand-over that its token opened


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-17, token-based hand-over chain.

    A token in a message and in a hand-over at most `w_hours` after it opens that hand-over;
    tokens are compared without capitals and spaces. A chain is a weakly connected set of such
    hand-overs that share a courier or a phone. Hit if a chain has at least two hand-overs, or
    one of `x_eur` or more in all. Of several messages with the token the last before the
    hand-over counts. Where a time of day is missing, the same day counts as after.
    """
    matched = list(_matched(scene, settings, budget))
    candidates = [
        _candidate(chain)
        for chain in _chains(matched)
        if len(chain) >= _FEWEST or _total(chain) >= in_minor(settings["x_eur"], "EUR")
    ]
    return Found(len(matched), in_time(candidates))


def _token(event: Event) -> str:
    return text(event.record, "token").replace(" ", "")


def _matched(scene: Scene, settings: Settings, budget: Budget) -> Iterator[Matched]:
    messages: dict[str, list[Event]] = {}
    for message in events(scene, RecordKind.MESSAGE):
        if _token(message):
            messages.setdefault(_token(message), []).append(message)
    for hand_over in events(scene, RecordKind.HAND_OVER):
        sent = messages.get(_token(hand_over), [])
        if not budget.spend(1 + len(sent)):
            return
        within = settings.seconds("w_hours", _HOUR)
        before = [message for message in sent if follows(message, hand_over, within)]
        if before:
            yield before[-1], hand_over


def _chains(matched: list[Matched]) -> list[list[Matched]]:
    """Hand-overs that share a courier or a phone, together."""
    graph = nx.Graph()
    by_id = {hand_over.id: (message, hand_over) for message, hand_over in matched}
    graph.add_nodes_from(("hand_over", name) for name in by_id)
    for name, (_, hand_over) in by_id.items():
        for role in ("courier", "phone"):
            if (shared := hand_over.record.party(role)) is not None:
                graph.add_edge(("hand_over", name), ("shared", shared))
    return [
        sorted(
            (by_id[name] for sort, name in members if sort == "hand_over"),
            key=lambda pair: (pair[1].begin, pair[1].id),
        )
        for members in nx.connected_components(graph)
    ]


def _total(chain: list[Matched]) -> int:
    return sum(hand_over.minor for _, hand_over in chain)


def _candidate(chain: list[Matched]) -> Candidate:
    known = (
        party
        for _, hand_over in chain
        for role in _ROLES
        if (party := hand_over.record.party(role))
    )
    couriers = {party for _, each in chain if (party := each.record.party("courier"))}
    return Candidate(
        tuple(dict.fromkeys(known)),
        tuple(dict.fromkeys(event.id for pair in chain for event in pair)),
        {
            "currency": "EUR",
            "hand_overs": len(chain),
            "tokens": len({_token(hand_over) for _, hand_over in chain}),
            "couriers": len(couriers),
            "handed_over": money(_total(chain), "EUR"),
        },
        min(message.begin for message, _ in chain),
        chain[-1][1].begin,
    )


PATTERN = Pattern(
    "UB-17",
    "1",
    {"w_hours": Parameter("0", "8784"), "x_eur": Parameter("0", "1000000000")},
    detect,
    NOT_PAYMENTS,
)
