"""UB-10: repeated amounts that stay just under a limit."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate
from math import comb

import numpy as np

from bureau.graph.amounts import in_minor, money
from bureau.graph.ledger import DAY, Indexes, Ints, Ledger, rows_by
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest, windows


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-10, structuring under a threshold T.

    For what an agent receives, and for what it pays, D = amounts a with f*T <= a < T in a
    window of W_days; hit if |D| >= n and sum(D) >= T and p <= alpha. p is that of an exact
    one-sided binomial test: the band [f*T, T) against the band of equal width above,
    [T, (2 - f)*T), in the same window; were amounts spread evenly around T, each of the
    d + u payments would fall below it with chance 1/2, so
    p = sum over i >= d of C(d + u, i) / 2^(d + u).
    With none above T it takes seven below it to reach p <= 0.01, whatever n is.
    Of overlapping windows the one of most payments, then of least p, is kept.
    """
    tried = 0
    candidates: list[Candidate] = []
    limit = _Limit(settings["alpha"], budget)
    for ledger in scene.ledgers:
        threshold = in_minor(settings["T_eur"], ledger.currency)
        for side, agents in (("in", ledger.payee_agent), ("out", ledger.payer_agent)):
            subjects = np.unique(agents[ledger.between_agents()]).astype(np.int64)
            looked = 0 if budget.exhausted else len(subjects)
            for place, rows in _often_near(ledger, agents, subjects, settings):
                if budget.exhausted:
                    break
                for seen in strongest(_sightings(ledger, rows, settings, limit, budget)):
                    near = rows[seen.at[0] : seen.at[1]]
                    of = (int(subjects[place]), side)
                    candidates.append(_candidate(ledger, of, near, threshold))
                looked = place + 1 if budget.exhausted else looked
            tried += looked
    return Found(tried, _both_sides(in_time(candidates)))


def _often_near(
    ledger: Ledger, agents: Indexes, subjects: Ints, settings: Settings
) -> Iterator[tuple[int, Ints]]:
    """Subjects with enough below the threshold: their place, and their rows in either band."""
    threshold = in_minor(settings["T_eur"], ledger.currency)
    near = _near(ledger, ledger.between_agents(), settings)
    grouped = rows_by(agents, near, len(ledger.names))
    below = near[ledger.minor[near] < -(-threshold // 1)]
    count = np.bincount(agents[below], minlength=len(ledger.names))
    for place in np.flatnonzero(count[subjects] >= int(settings["n"])).tolist():
        yield place, grouped.of(int(subjects[place]))


def _near(ledger: Ledger, rows: Ints, settings: Settings) -> Ints:
    """The rows with an amount in either band."""
    threshold = in_minor(settings["T_eur"], ledger.currency)
    low, high = settings["f"] * threshold, (2 - settings["f"]) * threshold
    minor = ledger.minor[rows]
    # Whole numbers compare with a ceiling exactly as with the fraction itself.
    return rows[(minor >= -(-low // 1)) & (minor < -(-high // 1))]


class _Limit:
    """How many of so many payments must lie below the threshold for p <= alpha."""

    def __init__(self, alpha: Fraction, budget: Budget) -> None:
        self._alpha, self._budget = alpha, budget
        self._needed: dict[int, int] = {}

    def needed(self, of: int) -> int:
        """The fewest; more than `of` where even all would not do, or the work is spent."""
        if of not in self._needed:
            fewest, ways = of + 1, 0
            if self._budget.spend(of):
                while fewest and ways + comb(of, fewest - 1) <= self._alpha * 2**of:
                    fewest -= 1
                    ways += comb(of, fewest)
            self._needed[of] = fewest
        return self._needed[of]


def _sightings(
    ledger: Ledger, rows: Ints, settings: Settings, limit: _Limit, budget: Budget
) -> Iterator[Sighting]:
    """Every window in which the payments of one side of an agent meet the definition."""
    threshold = in_minor(settings["T_eur"], ledger.currency)
    amounts = [int(amount) for amount in ledger.minor[rows]]
    below = [amount < threshold for amount in amounts]
    counts = list(accumulate(map(int, below), initial=0))
    sums = list(accumulate((a if b else 0 for a, b in zip(amounts, below, strict=True)), initial=0))
    times = ledger.begin[rows].tolist()
    for window in windows(times, settings.seconds("W_days", DAY)):
        if not budget.spend():
            return
        under, total = (column[window.stop] - column[window.first] for column in (counts, sums))
        tested = window.stop - window.first
        if under < settings["n"] or total < threshold or under < limit.needed(tested):
            continue
        # With as many below, fewer above is the smaller p.
        begin, end = times[window.first], times[window.stop - 1]
        yield Sighting(begin, end, (under, -tested, total), (window.first, window.stop))


def tail(at_least: int, of: int) -> Fraction:
    """The chance of so many heads or more in `of` throws of a fair coin, exactly."""
    return Fraction(sum(comb(of, count) for count in range(at_least, of + 1)), 2**of)


def _candidate(ledger: Ledger, of: tuple[int, str], near: Ints, threshold: Fraction) -> Candidate:
    rows = [row for row in near.tolist() if ledger.minor[row] < threshold]
    total = sum(int(ledger.minor[row]) for row in rows)
    return Candidate(
        (ledger.names[of[0]],),
        tuple(ledger.ids[row] for row in rows),
        {
            "currency": ledger.currency,
            "direction": of[1],
            "payments_below": len(rows),
            "payments_above": len(near) - len(rows),
            "total_below": money(total, ledger.currency),
            "p": f"{float(tail(len(rows), len(near))):.3g}",
        },
        int(ledger.begin[rows[0]]),
        int(ledger.begin[rows[-1]]),
    )


def _both_sides(candidates: list[Candidate]) -> list[Candidate]:
    """What one agent pays is what another receives: the same payments are one hit of both."""
    by_evidence: dict[tuple[str, ...], Candidate] = {}
    for one in candidates:
        other = by_evidence.get(one.evidence)
        if other is None:
            by_evidence[one.evidence] = one
            continue
        payer, payee = (one, other) if one.metrics["direction"] == "out" else (other, one)
        by_evidence[one.evidence] = replace(
            payer,
            subjects=payer.subjects + payee.subjects,
            metrics={**payer.metrics, "direction": "between"},
        )
    return list(by_evidence.values())


PATTERN = Pattern(
    "UB-10",
    "1",
    {
        "T_eur": Parameter("0.01", "1000000000"),
        "f": Parameter("0.01", "0.99"),
        "W_days": Parameter("1", "3660"),
        "n": Parameter("1", "10000", whole=True),
        "alpha": Parameter("0", "1"),
    },
    detect,
)
