"""UB-03: money leaves an agent and comes back through others within days, nearly whole."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.ledger import DAY, Ledger
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.trips_fast import trips_of
from bureau.graph.windows import Candidate, Sighting, in_time, strongest

Ring = tuple[int, ...]


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-03, round trip within N days.

    Payments p1..pk between agents, 3 <= k <= k_max, with target(p_i) = source(p_i+1) and
    target(p_k) = source(p_1), all sources different; tau strictly increasing;
    tau_k - tau_1 <= N_days; every amount >= amin; min(a) / max(a) >= 1 - tol.
    A payment whose time of day is unknown is only before one of a later day.
    Depth first from each payment in time, cut off by window and by amount, among payments
    that lie on a round trip of any length at all. Of trips along one ring that begin with
    the same payment, and then of those that overlap, the one of greatest smallest amount is
    kept.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        if budget.exhausted:
            break
        trips, looked = _trips(ledger, settings, budget)
        tried += looked
        rings: dict[Ring, list[Sighting]] = defaultdict(list)
        for ring, trip in _best(ledger, trips):
            rings[ring].append(trip)
        kept = (trip for trips in rings.values() for trip in strongest(trips))
        candidates += (_candidate(ledger, trip.at) for trip in kept)
    return Found(tried, in_time(candidates))


def _trips(ledger: Ledger, settings: Settings, budget: Budget) -> tuple[list[tuple[int, ...]], int]:
    """Trips as rows of the ledger, and how many agents that pay were tried."""
    between = ledger.between_agents()
    least = in_minor(settings["amin_eur"], ledger.currency)
    rows = between[ledger.minor[between] >= -(-least // 1)]
    columns = (ledger.begin, ledger.end, ledger.payer_agent, ledger.payee_agent)
    begin, end, payer, payee = (column[rows] for column in columns)
    limits = (settings.seconds("N_days", DAY), int(settings["k_max"]), budget.left)
    payers = np.unique(ledger.payer_agent[between])
    keep = 1 - settings["tol"]
    found, steps, tried = trips_of(
        (begin, end, payer, payee), ledger.minor[rows], keep, payers, limits
    )
    budget.took(steps)
    return [tuple(int(rows[row]) for row in trip) for trip in found], tried


def _best(ledger: Ledger, trips: list[tuple[int, ...]]) -> Iterator[tuple[Ring, Sighting]]:
    """For each payment and each ring that it begins, the strongest trip along it."""
    best: dict[tuple[int, Ring], Sighting] = {}
    for rows in trips:
        key, trip = (rows[0], _ring(ledger, rows)), _sighting(ledger, rows)
        if key not in best or _better(trip, best[key]):
            best[key] = trip
    for (_, ring), trip in best.items():
        yield ring, trip


def _ring(ledger: Ledger, rows: tuple[int, ...]) -> Ring:
    """The agents of a trip, turned alike for every member: the same ring is one ring."""
    agents = tuple(int(ledger.payer_agent[row]) for row in rows)
    turn = agents.index(min(agents))
    return agents[turn:] + agents[:turn]


def _sighting(ledger: Ledger, rows: tuple[int, ...]) -> Sighting:
    amounts = [int(ledger.minor[row]) for row in rows]
    begin, end = int(ledger.begin[rows[0]]), int(ledger.begin[rows[-1]])
    return Sighting(begin, end, (min(amounts), -max(amounts), begin - end), rows)


def _better(one: Sighting, other: Sighting) -> bool:
    return (one.strength, other.at) > (other.strength, one.at)


def _candidate(ledger: Ledger, trip: tuple[int, ...]) -> Candidate:
    amounts = [int(ledger.minor[row]) for row in trip]
    begin, end = int(ledger.begin[trip[0]]), int(ledger.begin[trip[-1]])
    low, high = min(amounts), max(amounts)
    return Candidate(
        tuple(ledger.names[ledger.payer_agent[row]] for row in trip),
        tuple(ledger.ids[row] for row in trip),
        {
            "currency": ledger.currency,
            "payments": len(trip),
            "smallest": money(low, ledger.currency),
            "largest": money(high, ledger.currency),
            "kept": share(low, high),
            "days": share(end - begin, DAY),
        },
        begin,
        end,
    )


PATTERN = Pattern(
    "UB-03",
    "1",
    {
        "N_days": Parameter("0.01", "366"),
        "k_max": Parameter("3", "6", whole=True),
        "tol": Parameter("0", "0.99"),
        "amin_eur": Parameter("0", "1000000000"),
    },
    detect,
)
