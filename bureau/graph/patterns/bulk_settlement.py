"""UB-09: many small sums come in, and about as much goes out at once to a trader."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from bureau.graph.amounts import money
from bureau.graph.bulk_fast import bulk_rows
from bureau.graph.ledger import DAY, Ints, Ledger, rows_by
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time

_SMALL = Fraction(1, 5)
_LOW, _HIGH = Fraction(4, 5), Fraction(6, 5)
_SLACK = 1e-9
# Standard Industrial Classification (SBI): wholesale, jewellers, freight, exchange offices.
TRADE = ("46", "4777", "4778", "5229", "6419", "6612")


@dataclass(frozen=True, slots=True, eq=False)
class _Bulk:
    """One large payment out and the small ones in that it answers."""

    out: int
    ins: Ints


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-09, many small in, one bulk settlement out.

    For a payment out of a at time t by one agent: in (t - w, t] at least k others paid the
    agent, each payment at most a / 5, all together from 0.8 * a to 1.2 * a; the receiver is a
    trader (wholesale, precious metals, freight, exchange), or what it does is not known.
    Hit if there are at least r such payments out whose windows do not overlap.
    Cash deposits count where a statement shows them as payments. Regulated hubs are left out.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        rows, size = ledger.between_agents(), len(ledger.names)
        paid, pays = (
            rows_by(side, rows, size) for side in (ledger.payee_agent, ledger.payer_agent)
        )
        span, least = settings.seconds("w_days", DAY), int(settings["k"])
        bounds = (span, least, float(_LOW) - _SLACK, float(_HIGH) + _SLACK)
        outs = np.flatnonzero(bulk_rows(ledger, paid, pays, bounds))
        agents, often = np.unique(ledger.payer_agent[outs], return_counts=True)
        tried += int((np.diff(pays.starts) > 0).sum())
        for agent in agents[often >= int(settings["r"])].tolist():
            mine = outs[ledger.payer_agent[outs] == agent]
            if not budget.spend(len(mine)):
                break
            found = list(_bulks(scene, ledger, paid.of(agent), mine, settings))
            if len(found) >= settings["r"]:
                candidates.append(_candidate(ledger, agent, found))
    return Found(tried, in_time(candidates))


def _bulks(
    scene: Scene, ledger: Ledger, ins: Ints, outs: Ints, settings: Settings
) -> Iterator[_Bulk]:
    """Payments out that meet the definition, one after another without a shared credit."""
    span, free_from = settings.seconds("w_days", DAY), None
    moments = ledger.begin[ins]
    for out in outs.tolist():
        start = int(ledger.begin[out]) - span
        if (free_from is not None and start < free_from) or not _trades(scene, ledger, out):
            continue
        first = np.searchsorted(moments, start, side="right")
        stop = np.searchsorted(moments, ledger.end[out], side="right")
        near = ins[first:stop]
        if _meets(ledger, near, int(ledger.minor[out]), settings):
            free_from = int(ledger.end[out])
            yield _Bulk(out, near)


def _meets(ledger: Ledger, near: Ints, out: int, settings: Settings) -> bool:
    if not len(near):
        return False
    total = int(ledger.minor[near].sum())
    small = int(ledger.minor[near].max()) <= _SMALL * out
    payers = len(np.unique(ledger.payer_agent[near]))
    return small and payers >= settings["k"] and _LOW * out <= total <= _HIGH * out


def _trades(scene: Scene, ledger: Ledger, out: int) -> bool:
    sector = _sector(scene, ledger, out)
    return not sector or sector.startswith(TRADE)


def _sector(scene: Scene, ledger: Ledger, out: int) -> str:
    name = ledger.names[ledger.payee_agent[out]]
    said = scene.graph.nodes[name] if name in scene.graph else {}
    return str(said.get("sector") or "").replace(".", "")


def _candidate(ledger: Ledger, agent: int, found: list[_Bulk]) -> Candidate:
    rows = sorted({row for bulk in found for row in (*bulk.ins.tolist(), bulk.out)})
    takers = sorted({ledger.names[ledger.payee_agent[bulk.out]] for bulk in found})
    inside = np.concatenate([bulk.ins for bulk in found])
    return Candidate(
        (ledger.names[agent], *takers),
        tuple(ledger.ids[row] for row in rows),
        {
            "currency": ledger.currency,
            "times": len(found),
            "payers": len(np.unique(ledger.payer_agent[inside])),
            "payments_in": len(inside),
            "total_in": money(int(ledger.minor[inside].sum()), ledger.currency),
            "total_out": money(sum(int(ledger.minor[b.out]) for b in found), ledger.currency),
        },
        int(ledger.begin[rows[0]]),
        int(ledger.begin[rows[-1]]),
    )


PATTERN = Pattern(
    "UB-09",
    "1",
    {
        "w_days": Parameter("1", "366"),
        "k": Parameter("2", "10000", whole=True),
        "r": Parameter("1", "1000", whole=True),
    },
    detect,
)
