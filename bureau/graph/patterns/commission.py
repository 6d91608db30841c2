"""UB-07: what comes in minus what goes out is a stable small share, the price of a service."""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

import numpy as np

from bureau.graph.amounts import money, share
from bureau.graph.ledger import DAY, Ints, Ledger, rows_by
from bureau.graph.margins_fast import Pairs, margins
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time

_HOUR = DAY // 24
_SLACK = 1e-9


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-07, constant commission margin.

    Each payment out of an agent is paired with the oldest payment in, not yet paired, that it
    may follow within d_hours and of which it is at most the whole and at least the share
    1 - 2 * hi. m_j = (in_j - out_j) / in_j of the pairs; hit if there are at least n pairs,
    mean(m) in [lo, hi], the standard deviation of m <= sigma, and the paired credits are at
    least the share q of all that came in between the first and the last of them.
    Regulated hubs are left out.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        looked, close = _close(ledger, settings)
        tried += looked
        for agent, ins, pairs in close:
            if not budget.spend(len(pairs)):
                break
            if _stable(ledger, ins, pairs, settings):
                candidates.append(_candidate(ledger, agent, pairs))
    return Found(tried, in_time(candidates))


def _close(ledger: Ledger, settings: Settings) -> tuple[int, Iterator[tuple[int, Ints, Pairs]]]:
    """How many agents are paid and pay, and those with enough pairs of about steady margin."""
    rows, size = ledger.between_agents(), len(ledger.names)
    paid, pays = (rows_by(side, rows, size) for side in (ledger.payee_agent, ledger.payer_agent))
    bounds = (
        floor(settings["d_hours"] * _HOUR),
        float(1 - 2 * settings["hi"]) - _SLACK,
        int(settings["n"]),
        float(settings["sigma"]) + _SLACK,
    )
    found = margins((ledger.begin, ledger.end, ledger.minor), paid, pays, bounds)
    both = int(((np.diff(paid.starts) > 0) & (np.diff(pays.starts) > 0)).sum())
    return both, ((agent, paid.of(agent), pairs) for agent, pairs in found)


def _mean_and_spread(ledger: Ledger, pairs: Pairs) -> tuple[Fraction, Fraction]:
    """The mean of the margins and the mean square of how far each lies from it, exactly."""
    sums = zip(ledger.minor[pairs[:, 0]].tolist(), ledger.minor[pairs[:, 1]].tolist(), strict=True)
    kept = [Fraction(credit - debit, credit) for credit, debit in sums]
    mean = sum(kept, Fraction(0)) / len(kept)
    return mean, sum(((one - mean) ** 2 for one in kept), Fraction(0)) / len(kept)


def _stable(ledger: Ledger, ins: Ints, pairs: Pairs, settings: Settings) -> bool:
    mean, spread = _mean_and_spread(ledger, pairs)
    first, last = pairs[:, 0].min(), pairs[:, 0].max()
    among = ins[(ins >= first) & (ins <= last)]
    paired, all_in = int(ledger.minor[pairs[:, 0]].sum()), int(ledger.minor[among].sum())
    return (
        settings["lo"] <= mean <= settings["hi"]
        and spread <= settings["sigma"] ** 2
        and paired >= settings["q"] * all_in
    )


def _candidate(ledger: Ledger, agent: int, pairs: Pairs) -> Candidate:
    mean, spread = _mean_and_spread(ledger, pairs)
    rows = np.unique(pairs).tolist()
    sums = ledger.minor[pairs].sum(axis=0).tolist()
    return Candidate(
        (ledger.names[agent],),
        tuple(ledger.ids[row] for row in rows),
        {
            "currency": ledger.currency,
            "pairs": len(pairs),
            "total_in": money(sums[0], ledger.currency),
            "total_out": money(sums[1], ledger.currency),
            "mean_margin": share(mean),
            "spread": f"{float(spread) ** 0.5:.6f}",
        },
        int(ledger.begin[rows[0]]),
        int(ledger.begin[rows[-1]]),
    )


PATTERN = Pattern(
    "UB-07",
    "1",
    {
        "n": Parameter("2", "10000", whole=True),
        "lo": Parameter("0", "0.5"),
        "hi": Parameter("0", "0.5"),
        "sigma": Parameter("0", "0.5"),
        "d_hours": Parameter("1", "8784"),
        "q": Parameter("0", "1"),
    },
    detect,
)
