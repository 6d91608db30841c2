"""UB-03: money leaves an agent and comes back through others within days, nearly whole."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.ledger import DAY, Ledger
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, strongest

_FEWEST = 3


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-03, round trip within N days.

    Payments p1..pk between agents, 3 <= k <= k_max, with target(p_i) = source(p_i+1) and
    target(p_k) = source(p_1), all sources different; tau strictly increasing;
    tau_k - tau_1 <= N_days; every amount >= amin; min(a) / max(a) >= 1 - tol.
    A payment whose time of day is unknown is only before one of a later day.
    Depth first from each payment in time, cut off by window and by amount; of overlapping
    trips along the same ring the one of greatest smallest amount is kept.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        trails = _Trails(ledger, settings, budget)
        for start in trails.payers:
            if budget.exhausted:
                break
            tried += 1
            candidates += (_candidate(ledger, trip) for trip in trails.trips(start))
    return Found(tried, strongest(candidates))


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
        for row in rows:
            if self.minor[row] >= least:
                self.leaving[self.payer[row]].append(row)
                self.returning[self.payer[row], self.payee[row]].append(row)
                self.last_in[self.payee[row]] = self.begin[row]

    def trips(self, start: int) -> Iterator[tuple[int, ...]]:
        """Every round trip from one agent, as rows."""
        for row in self.leaving.get(start, ()):
            if self.begin[row] < self.last_in.get(start, 0):
                amount = self.minor[row]
                yield from self._follow((row,), amount, amount)

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


def _candidate(ledger: Ledger, trip: tuple[int, ...]) -> Candidate:
    agents = tuple(ledger.names[ledger.payer_agent[row]] for row in trip)
    turn = agents.index(min(agents))
    amounts = [int(ledger.minor[row]) for row in trip]
    begin, end = int(ledger.begin[trip[0]]), int(ledger.begin[trip[-1]])
    low, high = min(amounts), max(amounts)
    return Candidate(
        # The same ring seen from another member is the same ring.
        (ledger.currency, *agents[turn:], *agents[:turn]),
        agents,
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
        (low, -high, begin - end),
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
