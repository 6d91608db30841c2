"""UB-01: two agents pay each other back and forth until little is left of much."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.ledger import DAY, Ints, Ledger
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest, windows


@dataclass(frozen=True, slots=True)
class _Pair:
    """The payments of two agents in time, with running counts and sums from A to B."""

    ledger: Ledger
    rows: list[int]
    agents: tuple[int, int]
    forward: list[int]
    forward_count: list[int]
    gross: list[int]

    def between(self, first: int, stop: int) -> tuple[int, int, int]:
        """Sum from A to B, sum both ways and count from A to B, of some payments in a row."""
        forward, gross, count = (
            sums[stop] - sums[first] for sums in (self.forward, self.gross, self.forward_count)
        )
        return forward, gross, count


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-01, offsetting bilateral flows.

    For agents A, B and a window W of `W_days` days that slides over their payments:
    F = sum(A->B in W), R = sum(B->A in W), G = F + R;
    hit if G >= Gmin and min(nF, nR) >= k and 1 - |F - R| / G >= theta.
    Of overlapping windows of a pair the one of greatest G, then of best offset, is kept.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        pairs = _Pairs(ledger)
        looked = 0 if budget.exhausted else len(pairs)
        for place, pair in pairs.large(settings):
            if budget.exhausted:
                break
            seen = strongest(_sightings(pair, settings, budget))
            candidates += (_candidate(pair, one) for one in seen)
            looked = place + 1 if budget.exhausted else looked
        tried += looked
    return Found(tried, in_time(candidates))


class _Pairs:
    """The payments between agents, grouped by the two of them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        rows = ledger.between_agents()
        low = np.minimum(ledger.payer_agent[rows], ledger.payee_agent[rows]).astype(np.int64)
        high = np.maximum(ledger.payer_agent[rows], ledger.payee_agent[rows])
        code = low * len(ledger.names) + high
        order = np.argsort(code, kind="stable")
        self._rows = rows[order]
        self._cuts = np.flatnonzero(np.diff(code[order], prepend=-1))
        self._onward = ledger.payer_agent[self._rows] == low[order]

    def __len__(self) -> int:
        return len(self._cuts)

    def large(self, settings: Settings) -> Iterator[tuple[int, _Pair]]:
        """Pairs whose payments together can meet the definition, with their place among all."""
        if not len(self):
            return
        least = in_minor(settings["Gmin_eur"], self._ledger.currency)
        gross = np.add.reduceat(self._ledger.minor[self._rows], self._cuts)
        onward = np.add.reduceat(self._onward.astype(np.int64), self._cuts)
        sizes = np.diff(self._cuts, append=len(self._rows))
        fewest = np.minimum(onward, sizes - onward)
        enough = (gross >= -(-least // 1)) & (fewest >= int(settings["k"]))
        for place in np.flatnonzero(enough).tolist():
            first = self._cuts[place]
            yield place, _pair(self._ledger, self._rows[first : first + sizes[place]])


def _pair(ledger: Ledger, rows: Ints) -> _Pair:
    sides = sorted((int(ledger.payer_agent[rows[0]]), int(ledger.payee_agent[rows[0]])))
    onward = [bool(flag) for flag in ledger.payer_agent[rows] == sides[0]]
    minor = [int(amount) for amount in ledger.minor[rows]]
    return _Pair(
        ledger,
        [int(row) for row in rows],
        (sides[0], sides[1]),
        list(accumulate((m if f else 0 for m, f in zip(minor, onward, strict=True)), initial=0)),
        list(accumulate(map(int, onward), initial=0)),
        list(accumulate(minor, initial=0)),
    )


def _sightings(pair: _Pair, settings: Settings, budget: Budget) -> Iterator[Sighting]:
    """Every window in which the pair meets the definition."""
    least = in_minor(settings["Gmin_eur"], pair.ledger.currency)
    times = [int(moment) for moment in pair.ledger.begin[pair.rows]]
    for window in windows(times, settings.seconds("W_days", DAY)):
        if not budget.spend():
            return
        forward, gross, count = pair.between(window.first, window.stop)
        kept = gross - abs(2 * forward - gross)
        fewest = min(count, window.stop - window.first - count)
        if gross >= least and fewest >= settings["k"] and kept >= settings["theta"] * gross:
            begin, end = times[window.first], times[window.stop - 1]
            yield Sighting(begin, end, (gross, kept), (window.first, window.stop))


def _candidate(pair: _Pair, seen: Sighting) -> Candidate:
    ledger, (first, stop) = pair.ledger, seen.at
    forward, gross, count = pair.between(first, stop)
    remainder = abs(2 * forward - gross)
    return Candidate(
        (ledger.names[pair.agents[0]], ledger.names[pair.agents[1]]),
        tuple(ledger.ids[row] for row in pair.rows[first:stop]),
        {
            "currency": ledger.currency,
            "forward": money(forward, ledger.currency),
            "backward": money(gross - forward, ledger.currency),
            "gross": money(gross, ledger.currency),
            "remainder": money(remainder, ledger.currency),
            "offset": share(gross - remainder, gross),
            "payments_forward": count,
            "payments_backward": stop - first - count,
        },
        seen.begin,
        seen.end,
    )


PATTERN = Pattern(
    "UB-01",
    "1",
    {
        "W_days": Parameter("1", "3660"),
        "Gmin_eur": Parameter("0", "1000000000"),
        "k": Parameter("1", "10000", whole=True),
        "theta": Parameter("0", "1"),
    },
    detect,
)
