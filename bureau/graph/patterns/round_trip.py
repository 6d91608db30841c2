"""UB-03: money leaves an agent and comes back through others within days, nearly whole."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

import networkx as nx

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.ledger import DAY, Ledger
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest

_FEWEST = 3


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-03, round trip within N days.

    Payments p1..pk between agents, 3 <= k <= k_max, with target(p_i) = source(p_i+1) and
    target(p_k) = source(p_1), all sources different; tau strictly increasing;
    tau_k - tau_1 <= N_days; every amount >= amin; min(a) / max(a) >= 1 - tol.
    A payment whose time of day is unknown is only before one of a later day.
    Depth first from each payment in time, cut off by window and by amount, among agents that
    can reach each other at all. Of trips along one ring that begin with the same payment,
    and then of those that overlap, the one of greatest smallest amount is kept.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        trails = _Trails(ledger, settings, budget)
        rings: dict[tuple[int, ...], list[Sighting]] = defaultdict(list)
        for start in trails.payers:
            if budget.exhausted:
                break
            tried += 1
            for ring, trip in trails.trips(start):
                rings[ring].append(trip)
        kept = (trip for trips in rings.values() for trip in strongest(trips))
        candidates += (_candidate(ledger, trip.at) for trip in kept)
    return Found(tried, in_time(candidates))


class _Trails:
    """Large enough payments of one ledger, ready to be followed forward in time."""

    def __init__(self, ledger: Ledger, settings: Settings, budget: Budget) -> None:
        self.budget = budget
        self.longest = int(settings["k_max"])
        self.span = settings.seconds("N_days", DAY)
        keep = 1 - settings["tol"]
        self.keep, self.of = keep.numerator, keep.denominator
        # Plain lists: a depth-first search reads single numbers, which numpy does slowly.
        self.begin, self.end, self.minor = (
            column.tolist() for column in (ledger.begin, ledger.end, ledger.minor)
        )
        self.payer, self.payee = ledger.payer_agent.tolist(), ledger.payee_agent.tolist()
        least = in_minor(settings["amin_eur"], ledger.currency)
        self.leaving: dict[int, list[int]] = defaultdict(list)
        self.returning: dict[tuple[int, int], list[int]] = defaultdict(list)
        self.last_in: dict[int, int] = {}
        rows = ledger.between_agents().tolist()
        self.payers = sorted({self.payer[row] for row in rows})
        for row in self._on_rings([row for row in rows if self.minor[row] >= least]):
            self.leaving[self.payer[row]].append(row)
            self.returning[self.payer[row], self.payee[row]].append(row)
            self.last_in[self.payee[row]] = self.begin[row]

    def _on_rings(self, rows: list[int]) -> Iterator[int]:
        """The rows between agents that can reach each other, in groups large enough for a ring."""
        paid = nx.DiGraph((self.payer[row], self.payee[row]) for row in rows)
        group = {
            agent: number
            for number, members in enumerate(nx.strongly_connected_components(paid))
            if len(members) >= _FEWEST
            for agent in members
        }
        for row in rows:
            if group.get(self.payer[row], -1) == group.get(self.payee[row], -2):
                yield row

    def trips(self, start: int) -> Iterator[tuple[tuple[int, ...], Sighting]]:
        """For each payment of an agent and each ring it began, the strongest trip along it."""
        for row in self.leaving.get(start, ()):
            if self.begin[row] < self.last_in.get(start, 0):
                best: dict[tuple[int, ...], Sighting] = {}
                for rows in self._follow((row,), self.minor[row], self.minor[row]):
                    ring, trip = self._ring(rows), self._sighting(rows)
                    if ring not in best or _better(trip, best[ring]):
                        best[ring] = trip
                yield from best.items()

    def _ring(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """The agents of a trip, turned alike for every member: the same ring is one ring."""
        agents = tuple(self.payer[row] for row in rows)
        turn = agents.index(min(agents))
        return agents[turn:] + agents[:turn]

    def _sighting(self, rows: tuple[int, ...]) -> Sighting:
        amounts = [self.minor[row] for row in rows]
        begin, end = self.begin[rows[0]], self.begin[rows[-1]]
        return Sighting(begin, end, (min(amounts), -max(amounts), begin - end), rows)

    def _follow(self, trip: tuple[int, ...], low: int, high: int) -> Iterator[tuple[int, ...]]:
        at = self.payee[trip[-1]]
        if len(trip) + 1 >= _FEWEST:
            home = self.returning.get((at, self.payer[trip[0]]), ())
            yield from ((*trip, row) for row, _, _ in self._next(home, trip, low, high))
        if len(trip) + 2 <= self.longest:
            visited = {self.payer[row] for row in trip}
            visited.add(at)
            for row, least, most in self._next(self.leaving.get(at, ()), trip, low, high):
                if self.payee[row] not in visited:
                    yield from self._follow((*trip, row), least, most)

    def _next(
        self, rows: list[int] | tuple[()], trip: tuple[int, ...], low: int, high: int
    ) -> Iterator[tuple[int, int, int]]:
        """Rows certainly after the trip so far, inside its window and of like amount."""
        latest = self.begin[trip[0]] + self.span
        for place in range(bisect_right(rows, self.end[trip[-1]], key=self._begins), len(rows)):
            row = rows[place]
            if self.begin[row] > latest or not self.budget.spend():
                return
            least, most = min(low, self.minor[row]), max(high, self.minor[row])
            if least * self.of >= most * self.keep:
                yield row, least, most

    def _begins(self, row: int) -> int:
        return int(self.begin[row])


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
