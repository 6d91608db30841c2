"""UB-15: daily takings too even to be real, beyond what the place can do, or on closed days."""

from collections.abc import Iterator
from fractions import Fraction

from bureau.graph.amounts import money, share
from bureau.graph.facts import number
from bureau.graph.recorded import NOT_PAYMENTS, Event, covers, events
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Record
from bureau.graph.windows import Candidate, Metrics, in_time
from bureau.rules.vocabulary import RecordKind, TieKind

_FEWEST = 30  # days of takings below which an even run says nothing
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SEATS = frozenset({TieKind.LOCATED_AT, TieKind.OPERATES_AT, TieKind.OWNS})


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-15, turnover curve too flat or impossible capacity.

    For the takings of a company, per day and in euros, three shapes, each a hit of its own:
    flat: over at least 30 days with takings, standard deviation / mean <= `cv`;
    capacity: days with takings / (units * price * hours) >= `q`, the product added up over the
    premises of the company whose capacity was recorded for that day, all three known;
    closed: days with takings above 0 on a weekday on which none of those premises is open.
    Premises are those that a record of capacity names with the company, or at which it is
    located, works or which it owns. Two takings of one day are added up.
    """
    tried = 0
    candidates: list[Candidate] = []
    for company, takings in _by_company(scene).items():
        if not budget.spend(len(takings)):
            break
        tried += 1
        limits = _Limits(scene, company)
        for shape in (_flat, _beyond, _closed):
            candidates += shape(company, takings, limits, settings)
    return Found(tried, in_time(candidates))


Takings = list[tuple[list[Event], int]]  # those of one day, and their sum in cents


def _by_company(scene: Scene) -> dict[str, Takings]:
    days: dict[str, dict[int, list[Event]]] = {}
    for event in events(scene, RecordKind.TAKINGS):
        company = event.record.party("company")
        if company is not None and event.minor > 0:
            days.setdefault(company, {}).setdefault(event.begin, []).append(event)
    return {
        company: [(day, sum(event.minor for event in day)) for _, day in sorted(found.items())]
        for company, found in sorted(days.items())
    }


class _Limits:
    """What the premises of one company can take in on a day, and when they are open."""

    def __init__(self, scene: Scene, company: str) -> None:
        seats: set[str] = set()
        if company in scene.graph:
            ties = scene.graph.out_edges(company, data="kind")
            seats = {target for _, target, kind in ties if kind in _SEATS}
        self._records = [
            record
            for record in scene.records.get(RecordKind.CAPACITY, ())
            if record.party("company") == company
            or (record.party("company") is None and record.party("premises") in seats)
        ]

    def on(self, day: Event) -> list[Record]:
        """The capacities recorded for a day."""
        return [record for record in self._records if covers(record, day.begin, day.end)]

    def most(self, day: Event) -> Fraction | None:
        """The most that can be taken in on a day, in cents; None where it is not known."""
        parts = [
            [number(record, name) for name in ("units", "price_per_unit", "hours_per_day")]
            for record in self.on(day)
        ]
        if not parts or any(value is None or value <= 0 for part in parts for value in part):
            return None
        known = [[value for value in part if value is not None] for part in parts]
        return sum((100 * units * price * hours for units, price, hours in known), Fraction(0))

    def closed(self, day: Event) -> bool:
        """Whether it is known that none of the premises is open on the weekday."""
        opened = [record.fields.get("open_days") for record in self.on(day)]
        weekday = _DAYS[day.record.on.weekday()] if day.record.on else ""
        return bool(opened) and all(each and weekday not in each for each in opened)


def _flat(company: str, takings: Takings, _: _Limits, settings: Settings) -> Iterator[Candidate]:
    count, total = len(takings), sum(minor for _, minor in takings)
    squares = sum(minor * minor for _, minor in takings)
    spread = count * squares - total * total  # n^2 times the variance
    if count >= _FEWEST and spread <= settings["cv"] ** 2 * total * total:
        part = f"{(spread**0.5) / total:.6f}"
        said: Metrics = {"mean": money(round(Fraction(total, count)), "EUR"), "variation": part}
        yield _candidate(company, "flat", takings, (), said)


def _beyond(
    company: str, takings: Takings, limits: _Limits, settings: Settings
) -> Iterator[Candidate]:
    over: Takings = []
    used: dict[str, None] = {}
    largest = Fraction(0)
    for day, minor in takings:
        most = limits.most(day[0])
        if most is not None and minor >= settings["q"] * most:
            over.append((day, minor))
            used.update(dict.fromkeys(record.id for record in limits.on(day[0])))
            largest = max(largest, minor / most)
    if over:
        said: Metrics = {"largest_ratio": share(largest)}
        yield _candidate(company, "capacity", over, tuple(used), said)


def _closed(company: str, takings: Takings, limits: _Limits, _: Settings) -> Iterator[Candidate]:
    shut = [(day, minor) for day, minor in takings if limits.closed(day[0])]
    if shut:
        used = dict.fromkeys(record.id for day, _ in shut for record in limits.on(day[0]))
        yield _candidate(company, "closed", shut, tuple(used), {})


def _candidate(
    company: str, shape: str, takings: Takings, used: tuple[str, ...], said: Metrics
) -> Candidate:
    return Candidate(
        (company,),
        (*(event.id for day, _ in takings for event in day), *used),
        {
            "currency": "EUR",
            "shape": shape,
            "days_counted": len(takings),
            "takings": money(sum(minor for _, minor in takings), "EUR"),
            **said,
        },
        takings[0][0][0].begin,
        takings[-1][0][0].begin,
    )


PATTERN = Pattern(
    "UB-15",
    "1",
    {"cv": Parameter("0", "10"), "q": Parameter("0.01", "1000")},
    detect,
    NOT_PAYMENTS,
)
