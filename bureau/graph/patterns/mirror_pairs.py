"""UB-06: a payment in one country is mirrored by a payment of equal value in another."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from bureau.graph.amounts import money
from bureau.graph.ledger import DAY, Ledger
from bureau.graph.linking import countries
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time

_HOUR = DAY // 24
_BESIDE = 7 * DAY

Pair = tuple[int, int]  # the payment and its mirror


@dataclass(frozen=True, slots=True, eq=False)
class _Home:
    """Payments that stay in one country, by time, with what is needed to compare them."""

    rows: list[int]
    times: list[int]
    country: list[int]
    minor: list[int]
    ends: list[tuple[int, int]]  # agents behind payer and payee
    direct: dict[tuple[int, int], list[int]]  # moments of all payments between two agents


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-06, mirror transfer pairs.

    p1 from A to B within country X and p2 from C to D within country Y, X != Y, all four
    different, |t1 - t2| <= h_hours and |a1 - a2| / max(a1, a2) <= tol + s (s: the fee), and no
    payment between a party of p1 and a party of p2 within 7 days of either;
    hit if at least m pairs share who was paid in p1 (an intermediary that takes in) or who
    paid in p2 (one that pays out), no payment being in two of its pairs. Pairs are taken in
    order of time. The country of an account is that of its number; amounts in another currency
    are compared where a rate is known. Hubs take no part.
    """
    tried = 0
    candidates: dict[tuple[str, ...], Candidate] = {}
    for ledger in scene.ledgers:
        home = _home(scene, ledger)
        shared: dict[tuple[int, int], list[Pair]] = defaultdict(list)
        for one, other in _pairs(home, settings, budget):
            shared[0, home.ends[one][1]].append((one, other))
            shared[1, home.ends[other][0]].append((one, other))
        tried += len(home.rows)
        for (_, agent), pairs in sorted(shared.items()):
            kept = _once(pairs)
            if len(kept) >= settings["m"]:
                found = _candidate(ledger, home, agent, kept)
                known = candidates.get(found.evidence)
                candidates[found.evidence] = found if known is None else _both(known, found)
    return Found(tried, in_time(candidates.values()))


def _home(scene: Scene, ledger: Ledger) -> _Home:
    places, _ = countries(scene, ledger)
    rows = ledger.between_agents()
    direct: dict[tuple[int, int], list[int]] = defaultdict(list)
    if not places.any():
        return _Home([], [], [], [], [], direct)
    source, target = places[ledger.payer[rows]], places[ledger.payee[rows]]
    stays = rows[(source == target) & (source > 0)]
    payer, payee = ledger.payer_agent, ledger.payee_agent
    moments = ledger.begin[rows].tolist()
    for one, other, moment in zip(payer[rows].tolist(), payee[rows].tolist(), moments, strict=True):
        direct[min(one, other), max(one, other)].append(moment)
    return _Home(
        stays.tolist(),
        ledger.begin[stays].tolist(),
        places[ledger.payer[stays]].tolist(),
        ledger.minor[stays].tolist(),
        list(zip(payer[stays].tolist(), payee[stays].tolist(), strict=True)),
        direct,
    )


def _pairs(home: _Home, settings: Settings, budget: Budget) -> Iterator[Pair]:
    """Every payment and mirror that meet the definition, either of the two first."""
    span, band = settings.seconds("h_hours", _HOUR), settings["tol"] + settings["s"]
    for one, other in _near(home, span):
        if not budget.spend():
            return
        low, high = sorted((home.minor[one], home.minor[other]))
        four = len({*home.ends[one], *home.ends[other]}) == 4  # noqa: PLR2004 - all differ
        if four and high - low <= band * high and _apart(home, one, other):
            yield one, other
            yield other, one


def _near(home: _Home, span: int) -> Iterator[Pair]:
    """Payments within so many seconds of each other in two countries, from the rarer country."""
    by: dict[int, list[int]] = defaultdict(list)
    for place, country in enumerate(home.country):
        by[country].append(place)
    for pair in combinations(sorted(by), 2):
        few, many = sorted((by[country] for country in pair), key=len)
        times = [home.times[place] for place in many]
        for one in few:
            first = bisect_left(times, home.times[one] - span)
            stop = bisect_right(times, home.times[one] + span)
            yield from ((one, other) for other in many[first:stop])


def _apart(home: _Home, one: int, other: int) -> bool:
    """Whether the parties of the two did not pay each other about then."""
    first, last = sorted((home.times[one], home.times[other]))
    for a in home.ends[one]:
        for b in home.ends[other]:
            moments = home.direct.get((min(a, b), max(a, b)), [])
            place = bisect_left(moments, first - _BESIDE)
            if place < len(moments) and moments[place] <= last + _BESIDE:
                return False
    return True


def _once(pairs: list[Pair]) -> list[Pair]:
    """Pairs in order of time, no payment in two of them."""
    used: set[int] = set()
    kept = []
    for pair in sorted(pairs, key=lambda pair: (max(pair), pair)):
        if used.isdisjoint(pair):
            used.update(pair)
            kept.append(pair)
    return kept


def _candidate(ledger: Ledger, home: _Home, agent: int, pairs: list[Pair]) -> Candidate:
    rows = sorted(home.rows[place] for pair in pairs for place in pair)
    sums = [sum(home.minor[pair[side]] for pair in pairs) for side in (0, 1)]
    return Candidate(
        (ledger.names[agent],),
        tuple(ledger.ids[row] for row in rows),
        {
            "currency": ledger.currency,
            "pairs": len(pairs),
            "paid_here": money(sums[0], ledger.currency),
            "paid_there": money(sums[1], ledger.currency),
        },
        int(ledger.begin[rows[0]]),
        int(ledger.begin[rows[-1]]),
    )


def _both(one: Candidate, other: Candidate) -> Candidate:
    """The same payments with an intermediary at either end are one hit of both."""
    subjects = tuple(sorted({*one.subjects, *other.subjects}))
    return Candidate(subjects, one.evidence, one.metrics, one.begin, one.end)


PATTERN = Pattern(
    "UB-06",
    "1",
    {
        "h_hours": Parameter("1", "8784"),
        "tol": Parameter("0", "0.5"),
        "s": Parameter("0", "0.5"),
        "m": Parameter("2", "1000", whole=True),
    },
    detect,
)
