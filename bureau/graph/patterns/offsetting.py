"""UB-01: two agents pay each other back and forth until little is left of much."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.ledger import DAY, Ints, Ledger
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Window, strongest, windows


@dataclass(frozen=True, slots=True)
class _Pair:
    """The payments of two agents in time, with running counts and sums from A to B."""

    ledger: Ledger
    rows: list[int]
    agents: tuple[int, int]
    forward: list[int]
    forward_count: list[int]
    gross: list[int]


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
        for pair in _pairs(ledger):
            if budget.exhausted:
                break
            tried += 1
            candidates += _hits(pair, settings, budget)
    return Found(tried, strongest(candidates))


def _pairs(ledger: Ledger) -> Iterator[_Pair]:
    rows = ledger.between_agents()
    low = np.minimum(ledger.payer_agent[rows], ledger.payee_agent[rows]).astype(np.int64)
    high = np.maximum(ledger.payer_agent[rows], ledger.payee_agent[rows])
    code = low * len(ledger.names) + high
    order = np.argsort(code, kind="stable")
    cuts = np.flatnonzero(np.diff(code[order])) + 1
    for group in np.split(rows[order], cuts):
        if len(group):
            yield _pair(ledger, group)


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


def _hits(pair: _Pair, settings: Settings, budget: Budget) -> Iterator[Candidate]:
    least = in_minor(settings["Gmin_eur"], pair.ledger.currency)
    count = pair.forward_count[-1]
    if pair.gross[-1] < least or min(count, len(pair.rows) - count) < settings["k"]:
        return
    times = [int(pair.ledger.begin[row]) for row in pair.rows]
    for window in windows(times, settings.seconds("W_days", DAY)):
        if not budget.spend():
            return
        if (hit := _measured(pair, window, settings)) is not None:
            yield hit


def _measured(pair: _Pair, window: Window, settings: Settings) -> Candidate | None:
    """The window as a candidate, or None where it does not meet the definition."""
    forward, gross, count = (
        sums[window.stop] - sums[window.first]
        for sums in (pair.forward, pair.gross, pair.forward_count)
    )
    ledger, back = pair.ledger, window.stop - window.first - count
    kept = gross - abs(2 * forward - gross)
    if (
        gross < in_minor(settings["Gmin_eur"], ledger.currency)
        or min(count, back) < settings["k"]
        or kept < settings["theta"] * gross
    ):
        return None
    rows = pair.rows[window.first : window.stop]
    subjects = (ledger.names[pair.agents[0]], ledger.names[pair.agents[1]])
    return Candidate(
        (ledger.currency, *subjects),
        subjects,
        tuple(ledger.ids[row] for row in rows),
        {
            "currency": ledger.currency,
            "forward": money(forward, ledger.currency),
            "backward": money(gross - forward, ledger.currency),
            "gross": money(gross, ledger.currency),
            "remainder": money(gross - kept, ledger.currency),
            "offset": share(kept, gross),
            "payments_forward": count,
            "payments_backward": back,
        },
        int(ledger.begin[rows[0]]),
        int(ledger.begin[rows[-1]]),
        (gross, kept),
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
