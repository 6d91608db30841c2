"""UB-48: cash that comes in here and goes out there in step, with a fixed lag."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from bureau.graph.facts import euros, span
from bureau.graph.ledger import DAY
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import RecordKind

_MOST_THROWS = 200_000
_CHUNK = 2_000
_WEEK = 7
_FLAT = 1e-9  # what is smaller does not vary
_Floats = npt.NDArray[np.float64]
_Both = tuple[_Floats, _Floats]
_Daily = dict[int, list[tuple[int, str]]]  # day since 1970: cents and record
_IN = {RecordKind.DEPOSIT: "account", RecordKind.HAND_OVER: "taker"}
_OUT = {RecordKind.WITHDRAWAL: "account", RecordKind.HAND_OVER: "giver"}


@dataclass(frozen=True, slots=True)
class _Pair:
    """Cash-in at one and payout at another: lag in days, correlation and chance."""

    names: tuple[str, str]
    lag: int
    r: float
    p: float
    days: int


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-48, timing coupling; a statistical lead that never leaves the graph by itself.

    Daily sums in euros: cash in at A (deposits, cash taken over), payout at B (withdrawals,
    cash handed over), A and B different agents and no regulated hubs, over the days from the
    later first to the earlier last day of both, with lags of 0 to `lag` days; A and B each
    active on at least `days` days of them. From both series the effect of weekday and of month
    is first removed (least squares). r = the largest correlation over the lags; hit if r >= r0 and
    p <= alpha after the step-up rule of Benjamini and Hochberg over all pairs tried.
    p comes from a permutation test: the days of B are dealt out anew, as often as alpha and
    the number of pairs ask (at most 200,000 times), each time with the largest r over the
    lags; p = (1 + as high) / (1 + times). Chance starts from a seed that follows from the
    evidence. A pair with r < r0 cannot be a hit and counts in the rule with p = 1. The
    number of pairs tried stands with the run and with every hit.
    """
    into, out_of = _daily(scene, _IN), _daily(scene, _OUT)
    tested, tried = _tested(into, out_of, settings, budget)
    how = _throws(tried, settings), int(settings["lag"])
    chance = np.random.Generator(np.random.PCG64(_seed(scene)))
    judged = []
    for pair, series in tested:
        if not budget.spend(_work(pair.days, *how)):
            break
        judged.append(replace(pair, p=_chance(series, pair.r, how, chance)))
    kept = _step_up(judged, tried, float(settings["alpha"]))
    return Found(tried, in_time(_candidate(pair, into, out_of, tried) for pair in kept))


def _tested(
    into: dict[str, _Daily], out_of: dict[str, _Daily], settings: Settings, budget: Budget
) -> tuple[list[tuple[_Pair, _Both]], int]:
    """The pairs that correlate enough to be put to the test, and how many were tried."""
    tested: list[tuple[_Pair, _Both]] = []
    tried, adjusted = 0, _Adjusted()
    for a, b in ((a, b) for a in sorted(into) for b in sorted(out_of) if a != b):
        if not budget.spend(1 + len(into[a]) + len(out_of[b])):
            break
        series = _series((a, into[a]), (b, out_of[b]), settings, adjusted)
        if series is not None:
            tried += 1
            lag, r = _strongest(*series, int(settings["lag"]))
            if r >= float(settings["r0"]):
                tested.append((_Pair((a, b), lag, r, 1.0, len(series[0])), series))
    return tested, tried


def _daily(scene: Scene, kinds: dict[RecordKind, str]) -> dict[str, _Daily]:
    found: dict[str, _Daily] = defaultdict(lambda: defaultdict(list))
    for kind, role in kinds.items():
        for row in scene.records.get(kind, ()):
            name, when, minor = row.party(role), span(row), euros(row, scene)
            if name and when and row.on and minor and minor > 0:
                agent = scene.agents.of(name, row.on)
                if not scene.agents.is_hub(agent, name):
                    found[agent][when[0] // DAY].append((minor, row.id))
    return found


def _series(
    one: tuple[str, _Daily], other: tuple[str, _Daily], settings: Settings, adjusted: "_Adjusted"
) -> _Both | None:
    """Both series over their common days, without weekday and month; None if too few days."""
    a, b = one[1], other[1]
    first, last = max(min(a), min(b)), min(max(a), max(b))
    active = (sum(first <= day <= last for day in daily) for daily in (a, b))
    if min(active) < settings["days"]:
        return None
    return adjusted.of("in", *one, first, last), adjusted.of("out", *other, first, last)


class _Adjusted:
    """The series of each agent on each side over each stretch of days, reckoned once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int, int], _Floats] = {}

    def of(self, side: str, name: str, daily: _Daily, first: int, last: int) -> _Floats:
        """Its daily sums from the first to the last day, without weekday and month."""
        key = side, name, first, last
        if key not in self._known:
            self._known[key] = _without_calendar(np.arange(first, last + 1), daily)
        return self._known[key]


def _without_calendar(days: npt.NDArray[np.int64], daily: _Daily) -> _Floats:
    """Daily sums minus what weekday and month explain."""
    sums = np.array([sum(minor for minor, _ in daily.get(int(d), ())) for d in days], dtype=float)
    months = (days.astype("datetime64[D]").astype("datetime64[M]")).astype(np.int64)
    week = (days[:, None] % _WEEK == np.arange(_WEEK)).astype(float)
    month = (months[:, None] == np.unique(months)[1:]).astype(float)
    effect = np.hstack((week, month))
    explained, *_ = np.linalg.lstsq(effect, sums, rcond=None)
    return np.asarray(sums - effect @ explained)


def _strongest(a: _Floats, b: _Floats, most: int) -> tuple[int, float]:
    """The lag of highest correlation, the shorter of equals, and that correlation."""
    found = [float(_correlations(a, b[None, :], lag)[0]) for lag in range(most + 1)]
    best = int(np.argmax(np.round(found, 12)))
    return best, found[best]


def _correlations(a: _Floats, many: _Floats, lag: int) -> _Floats:
    """Of `a` with each row of `many`, so many days later; nought where one does not vary."""
    size = len(a) - lag
    if size <= 1:
        return np.zeros(len(many))
    one, others = a[:size] - a[:size].mean(), many[:, lag:]
    others = others - others.mean(axis=1, keepdims=True)
    scale = np.sqrt((one**2).sum() * (others**2).sum(axis=1))
    product = others @ one
    found: _Floats = np.zeros(len(many))
    np.divide(product, scale, out=found, where=scale > _FLAT)
    return found


def _chance(
    series: tuple[_Floats, _Floats],
    r: float,
    how: tuple[int, int],
    chance: np.random.Generator,
) -> float:
    a, b = series
    throws, most = how
    as_high = 0
    for start in range(0, throws, _CHUNK):
        size = min(_CHUNK, throws - start)
        many = chance.permuted(np.tile(b, (size, 1)), axis=1)
        best = np.max([_correlations(a, many, lag) for lag in range(most + 1)], axis=0)
        as_high += int((best >= r - 1e-12).sum())
    return (1 + as_high) / (1 + throws)


def _work(days: int, throws: int, most: int) -> int:
    """The steps of one permutation test: ten thousand products are one."""
    return max(1, throws * days * (most + 1) // 10_000)


def _throws(tried: int, settings: Settings) -> int:
    """Enough to let the smallest p pass the rule for one pair alone among all tried."""
    asked = int(2 * max(1, tried) / max(float(settings["alpha"]), 1e-6))
    return min(_MOST_THROWS, max(999, asked))


def _seed(scene: Scene) -> int:
    digest = hashlib.sha256()
    for kind in sorted({*_IN, *_OUT}):
        for row in scene.records.get(kind, ()):
            digest.update(f"{row.id} {row.on} {row.seconds} {row.amount_minor}\n".encode())
    return int.from_bytes(digest.digest()[:8], "big")


def _step_up(judged: list[_Pair], tried: int, alpha: float) -> list[_Pair]:
    """Benjamini and Hochberg: the pairs up to the last whose p <= rank * alpha / tried."""
    ordered = sorted(judged, key=lambda pair: (pair.p, pair.names))
    last = max(
        (rank for rank, pair in enumerate(ordered, 1) if pair.p <= rank * alpha / tried), default=0
    )
    return ordered[:last]


def _candidate(
    pair: _Pair, into: dict[str, _Daily], out_of: dict[str, _Daily], tried: int
) -> Candidate:
    a, b = into[pair.names[0]], out_of[pair.names[1]]
    first, last = max(min(a), min(b)), min(max(a), max(b))
    rows = [
        name
        for daily in (a, b)
        for day in sorted(daily)
        if first <= day <= last
        for _, name in daily[day]
    ]
    return Candidate(
        pair.names,
        tuple(dict.fromkeys(rows)),
        {
            "lag_days": pair.lag,
            "r": f"{pair.r:.3f}",
            "p": f"{pair.p:.3g}",
            "days": pair.days,
            "pairs_tried": tried,
        },
        first * DAY,
        last * DAY + DAY - 1,
    )


PATTERN = Pattern(
    "UB-48",
    "1",
    {
        "r0": Parameter("0.01", "1"),
        "alpha": Parameter("0.00001", "0.5"),
        "lag": Parameter("0", "30", whole=True),
        "days": Parameter("5", "3660", whole=True),
    },
    detect,
    (
        "Not applicable: chance is reckoned by the permutation test of each pair; shuffled "
        "payments would not touch the cash.",
        "Niet van toepassing: het toeval volgt uit de permutatietoets van elk paar; geschudde "
        "betalingen raken het contante geld niet.",
    ),
)
