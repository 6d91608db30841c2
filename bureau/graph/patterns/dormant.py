"""UB-28: an account or company that lay still suddenly moves large sums."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from bureau.graph.amounts import in_minor, money
from bureau.graph.ledger import DAY, Ints, Ledger, Rows, rows_by
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest


@dataclass(frozen=True, slots=True)
class _Life:
    """All payments of one agent by time, with running sums: of all, and of those that count."""

    rows: list[int]
    times: list[int]
    moved: list[int]
    burst: list[int]


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-28, dormant then burst.

    For an agent and a payment at t: known since at least `g_days` before t (it paid or was
    paid by then), moved in those `g_days` up to t, in and out together, <= `e_eur`, and from t
    on within `b_days`, in and out together, >= `x_eur`. What is paid to or got from a regulated
    hub counts as life before t but not for the burst. An agent of whom nothing older is known
    is not called dormant: nobody can see a gap before the first payment. Of bursts of one
    agent that overlap the greatest is kept. Regulated hubs are no subject.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        much = in_minor(settings["x_eur"], ledger.currency)
        rows, places = _both_sides(ledger)
        for agent in np.flatnonzero(np.diff(places.starts)).tolist():
            if scene.agents.is_hub(ledger.names[agent]):
                continue
            tried += 1
            theirs = np.sort(rows[places.of(agent) % len(rows)])
            if int(ledger.minor[theirs].sum()) < much:
                continue
            if not budget.spend(len(theirs)):
                break
            life = _life(ledger, theirs)
            seen = strongest(_sightings(ledger, life, settings))
            candidates += (_candidate(ledger, agent, life, one) for one in seen)
    return Found(tried, in_time(candidates))


def _both_sides(ledger: Ledger) -> tuple[Ints, Rows]:
    """The payments between agents, and where each agent pays or, further on, is paid."""
    rows = np.flatnonzero(ledger.payer_agent != ledger.payee_agent)
    sides = np.concatenate((ledger.payer_agent[rows], ledger.payee_agent[rows]))
    return rows, rows_by(sides, np.arange(len(sides)), len(ledger.names))


def _life(ledger: Ledger, rows: Ints) -> _Life:
    minor = ledger.minor[rows].tolist()
    counts = np.where(ledger.hub[rows], 0, ledger.minor[rows]).tolist()
    return _Life(
        rows.tolist(),
        ledger.begin[rows].tolist(),
        list(accumulate(minor, initial=0)),
        list(accumulate(counts, initial=0)),
    )


def _sightings(ledger: Ledger, life: _Life, settings: Settings) -> Iterator[Sighting]:
    quiet, loud = settings.seconds("g_days", DAY), settings.seconds("b_days", DAY)
    little, much = (in_minor(settings[name], ledger.currency) for name in ("e_eur", "x_eur"))
    for place, moment in enumerate(life.times):
        first = bisect_left(life.times, moment)
        since = bisect_right(life.times, moment - quiet)
        until = bisect_right(life.times, moment + loud)
        before = life.moved[first] - life.moved[since]
        after = life.burst[until] - life.burst[first]
        if place == first and since and before <= little and after >= much:
            end = life.times[until - 1]
            yield Sighting(moment, end, (after,), (since, first, until))


def _candidate(ledger: Ledger, agent: int, life: _Life, seen: Sighting) -> Candidate:
    since, first, until = seen.at
    burst = [row for row in life.rows[first:until] if not ledger.hub[row]]
    return Candidate(
        (ledger.names[agent],),
        tuple(ledger.ids[row] for row in (life.rows[since - 1], *life.rows[since:first], *burst)),
        {
            "currency": ledger.currency,
            "days_since_last": (seen.begin - life.times[first - 1]) // DAY,
            "moved_before": money(life.moved[first] - life.moved[since], ledger.currency),
            "moved_after": money(life.burst[until] - life.burst[first], ledger.currency),
            "payments": len(burst),
        },
        seen.begin,
        seen.end,
    )


PATTERN = Pattern(
    "UB-28",
    "1",
    {
        "g_days": Parameter("1", "3660"),
        "e_eur": Parameter("0", "1000000000"),
        "b_days": Parameter("0", "3660"),
        "x_eur": Parameter("0", "1000000000"),
    },
    detect,
)
