"""UB-34: the same goods, or only their invoices, that go round a circle of firms."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from bureau.graph.amounts import share
from bureau.graph.facts import number, text
from bureau.graph.invoices import Invoice, invoices
from bureau.graph.ledger import DAY, last_second, second
from bureau.graph.places import ends
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest
from bureau.rules.vocabulary import TieKind

_FEWEST = 3
_Trip = tuple[Invoice, ...]


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-34, circular goods trade.

    Invoices i1..ik of one goods code, 3 <= k <= k_max, with buyer(i_j) = seller(i_j+1) and
    buyer(i_k) = seller(i_1), all sellers different, on strictly later days, the last at most
    N_days after the first. The price of each next is 1 - m to 1 + m times the one before:
    unit prices, or whole amounts where a unit price is missing. At least one hop is between
    firms that share a director, a manager or an address. Regulated hubs are passed over.
    Of circles of the same firms that overlap in time the one of most hops so shared is kept.
    """
    tried = 0
    candidates: list[Candidate] = []
    for code, rows in sorted(_by_goods(scene).items()):
        trails = _Trails(rows, settings, budget)
        rings: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
        kept: dict[tuple[int, ...], _Trip] = {}
        for place, start in enumerate(rows):
            if budget.exhausted:
                break
            tried += 1
            for trip in trails.follow((start,)):
                if shared := sum(_together(scene, one) for one in trip):
                    at = (place, len(kept))
                    kept[at] = trip
                    rings[_ring(trip)].append(_sighting(trip, shared, at))
        for trips in rings.values():
            candidates += (_candidate(kept[seen.at], code, seen) for seen in strongest(trips))
    return Found(tried, in_time(candidates))


def _by_goods(scene: Scene) -> dict[str, list[Invoice]]:
    found: dict[str, list[Invoice]] = defaultdict(list)
    for one in invoices(scene):
        code = text(one.record, "goods_code")
        if code and one.seller != one.buyer and not scene.agents.is_hub(one.seller, one.buyer):
            found[code].append(one)
    return found


class _Trails:
    """Invoices of one goods code, ready to be followed from firm to firm."""

    def __init__(self, rows: list[Invoice], settings: Settings, budget: Budget) -> None:
        self._budget, self._margin = budget, settings["m"]
        self._longest, self._days = int(settings["k_max"]), int(settings["N_days"])
        self._leaving: dict[str, list[Invoice]] = defaultdict(list)
        for one in rows:
            self._leaving[one.seller].append(one)

    def follow(self, trip: _Trip) -> Iterator[_Trip]:
        """Every circle that begins with these invoices."""
        first, last = trip[0], trip[-1]
        sold = {one.seller for one in trip}
        for one in self._leaving[last.buyer]:
            if not self._budget.spend():
                return
            if not last.on < one.on or (one.on - first.on).days > self._days:
                continue
            if not self._alike(last, one):
                continue
            if one.buyer == first.seller:
                if len(trip) + 1 >= _FEWEST:
                    yield (*trip, one)
            elif one.buyer not in sold and len(trip) + 1 < self._longest:
                yield from self.follow((*trip, one))

    def _alike(self, one: Invoice, other: Invoice) -> bool:
        before, after = number(one.record, "unit_price"), number(other.record, "unit_price")
        ratio = after / before if before and after else Fraction(other.minor, one.minor)
        return 1 - self._margin <= ratio <= 1 + self._margin


def _together(scene: Scene, one: Invoice) -> bool:
    """Whether seller and buyer share a director, a manager or an address."""
    return not _tied(scene, one.seller).isdisjoint(_tied(scene, one.buyer))


def _tied(scene: Scene, name: str) -> set[str]:
    found = set(ends(scene, name, TieKind.LOCATED_AT))
    for kind in (TieKind.DIRECTS, TieKind.MANAGES):
        found |= set(ends(scene, name, kind, into=True))
    return found


def _ring(trip: _Trip) -> tuple[str, ...]:
    sellers = tuple(one.seller for one in trip)
    turn = sellers.index(min(sellers))
    return sellers[turn:] + sellers[:turn]


def _sighting(trip: _Trip, shared: int, at: tuple[int, ...]) -> Sighting:
    begin, end = second(trip[0].on), last_second(trip[-1].on)
    return Sighting(begin, end, (shared, begin - end), at)


def _candidate(trip: _Trip, code: str, seen: Sighting) -> Candidate:
    low, high = (end(one.minor for one in trip) for end in (min, max))
    return Candidate(
        tuple(one.seller for one in trip),
        tuple(one.id for one in trip),
        {
            "goods_code": code,
            "invoices": len(trip),
            "shared_hops": int(seen.strength[0]),
            "kept": share(low, high),
            "days": (seen.end + 1 - seen.begin) // DAY - 1,
        },
        seen.begin,
        seen.end,
    )


PATTERN = Pattern(
    "UB-34",
    "1",
    {
        "m": Parameter("0", "0.99"),
        "N_days": Parameter("1", "3660", whole=True),
        "k_max": Parameter("3", "8", whole=True),
    },
    detect,
    (
        "Not applicable: the circle is one of invoices; shuffled payments do not change it.",
        "Niet van toepassing: de kring bestaat uit facturen; geschudde betalingen veranderen "
        "die niet.",
    ),
)
