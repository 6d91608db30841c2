"""UB-05: value comes in in one country, and a linked party pays as much out in another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, product

import numpy as np

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.ledger import DAY, Indexes, Ints, Ledger
from bureau.graph.linking import countries, linked
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest, windows


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """Payments in to a hub here, out of those linked to it there, and across between them."""

    hub: str
    others: tuple[str, ...]
    here: str
    there: str
    rows: list[int]
    sums: tuple[list[int], list[int], list[int]]  # running: in, out, across


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-05, hub value balance across places.

    For an agent H and the parties L linked to it (one tie of closeness, or a shared phone or
    device) and two countries c1, c2: V = what others paid into accounts of H in c1, U = what
    L paid to others from accounts in c2, X = what H or L moved between accounts in c1 and c2;
    in a window of `W_days`: hit if V >= Vmin and U > 0 and |V - U| / max(V, U) <= tol and
    X < q * V. The country of an account is that of its number. Currencies are brought to
    euros where a rate is known. Of overlapping windows the one of greatest V is kept.
    """
    tried = 0
    candidates: list[Candidate] = []
    ties = linked(scene)
    for ledger in scene.ledgers:
        places, known = countries(scene, ledger)
        for case in _cases(ledger, ties, (places, known), budget):
            if budget.exhausted:
                break
            tried += 1
            seen = strongest(_sightings(ledger, case, settings, budget))
            candidates += (_candidate(ledger, case, one) for one in seen)
    return Found(tried, in_time(candidates))


def _cases(
    ledger: Ledger,
    ties: Mapping[str, frozenset[str]],
    lands: tuple[Indexes, tuple[str, ...]],
    budget: Budget,
) -> Iterator[_Case]:
    """Each hub with each two countries; going through all payments once is work each time."""
    places, known = lands
    number = {name: place for place, name in enumerate(ledger.names)}
    rows = ledger.between_agents()
    source, target = places[ledger.payer[rows]], places[ledger.payee[rows]]
    work = len(rows) // 1000 + 1
    for hub in sorted(set(ties) & set(number)):
        if not budget.spend(work):
            return
        others = sorted(number[name] for name in ties[hub] if name in number)
        into, out_of, inside = _flows(ledger, rows, number[hub], others)
        into, out_of = into & (target > 0), out_of & (source > 0)
        ends = product(np.unique(target[into]).tolist(), np.unique(source[out_of]).tolist())
        for here, there in ((here, there) for here, there in ends if here != there):
            if not budget.spend(work):
                return
            across = (source == here) & (target == there) | (source == there) & (target == here)
            flags = into & (target == here), out_of & (source == there), inside & across
            whole = flags[0] | flags[1] | flags[2]
            came, left, moved = (_running(ledger.minor[rows], each, whole) for each in flags)
            who = tuple(ledger.names[other] for other in others)
            chosen = rows[whole].tolist()
            yield _Case(hub, who, known[here], known[there], chosen, (came, left, moved))


def _flows(ledger: Ledger, rows: Ints, hub: int, others: list[int]) -> tuple[Ints, Ints, Ints]:
    """Which payments come in to the hub, go out of those linked to it, or stay among them."""
    payer, payee = ledger.payer_agent[rows], ledger.payee_agent[rows]
    ours = np.isin(payer, others), np.isin(payee, others)
    mine = payer == hub, payee == hub
    inside = (mine[0] | ours[0]) & (mine[1] | ours[1])
    return mine[1] & ~ours[0], ours[0] & ~mine[1] & ~ours[1], inside


def _running(minor: Ints, flags: Ints, among: Ints) -> list[int]:
    return list(accumulate(np.where(flags, minor, 0)[among].tolist(), initial=0))


def _sightings(
    ledger: Ledger, case: _Case, settings: Settings, budget: Budget
) -> Iterator[Sighting]:
    least = in_minor(settings["Vmin_eur"], ledger.currency)
    if case.sums[0][-1] < least:
        return
    times = ledger.begin[case.rows].tolist()
    for window in windows(times, settings.seconds("W_days", DAY)):
        if not budget.spend():
            return
        came, left, across = (sums[window.stop] - sums[window.first] for sums in case.sums)
        even = abs(came - left) <= settings["tol"] * max(came, left)
        if came >= least and left > 0 and even and across < settings["q"] * came:
            begin, end = times[window.first], times[window.stop - 1]
            yield Sighting(begin, end, (came, -abs(came - left)), (window.first, window.stop))


def _candidate(ledger: Ledger, case: _Case, seen: Sighting) -> Candidate:
    first, stop = seen.at
    came, left, across = (sums[stop] - sums[first] for sums in case.sums)
    rows = case.rows[first:stop]
    payers = {ledger.names[ledger.payer_agent[row]] for row in rows}
    return Candidate(
        (case.hub, *(name for name in case.others if name in payers)),
        tuple(ledger.ids[row] for row in rows),
        {
            "currency": ledger.currency,
            "received_in": case.here,
            "paid_in": case.there,
            "received": money(came, ledger.currency),
            "paid": money(left, ledger.currency),
            "across": money(across, ledger.currency),
            "difference": share(abs(came - left), max(came, left)),
        },
        seen.begin,
        seen.end,
    )


PATTERN = Pattern(
    "UB-05",
    "1",
    {
        "W_days": Parameter("1", "366"),
        "tol": Parameter("0", "1"),
        "q": Parameter("0", "1"),
        "Vmin_eur": Parameter("0", "1000000000"),
    },
    detect,
)
