"""A timeline with a lane for each party: bars for what held, dots for what happened."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bureau.rules.dates import parse

WIDE, LEFT, TOP, ROW, EDGE = 960.0, 200.0, 34.0, 22.0, 10.0
MOST_MARKS, SHORTEST = 14, 5.0
_YEAR = 365


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that held or happened to a party, between two partial dates; "" is not known."""

    party: str
    on: str
    until: str
    text: str
    moment: bool
    edge: str = ""  # empty for payments, which are taken together


@dataclass(frozen=True, slots=True)
class Shape:
    """A bar or a dot in the drawing; a side is open where the day on it is not known.

    `before` is how much of its row is free on the left of it.
    """

    happening: Happening
    x: float
    y: float
    width: float
    open_left: bool
    open_right: bool
    before: float


@dataclass(frozen=True, slots=True)
class Swimlane:
    """The lane of one party and what is drawn in it."""

    party: str
    y: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Swimming:
    """The drawing: lanes below each other, and marks of the axis with their text."""

    lanes: tuple[Swimlane, ...]
    marks: tuple[tuple[float, str], ...]
    height: float


def swimming(happenings: Iterable[Happening], parties: Sequence[str]) -> Swimming | None:
    """Where everything stands, a lane for each party in the order given; None without a day."""
    dated = [each for each in happenings if each.on or each.until]
    days = [day for each in dated for day in _days(each)]
    if not days:
        return None
    first, last = min(days), max(days)
    scale = (WIDE - LEFT - EDGE * 2) / max((last - first).days, 1)

    def at(day: date) -> float:
        return round(LEFT + EDGE + (day - first).days * scale, 1)

    lanes, y = [], TOP
    for party in parties:
        own = sorted(
            (e for e in dated if e.party == party), key=lambda e: (e.on or e.until, e.text)
        )
        shapes, rows = _laid(own, at, y, (first, last))
        lanes.append(Swimlane(party, y, rows * ROW + 8, tuple(shapes)))
        y += rows * ROW + 8
    return Swimming(tuple(lanes), tuple(_marks(first, last, at)), y + 6)


def _days(each: Happening) -> list[date]:
    found = (parse(each.on).earliest(), parse(each.until).latest(), parse(each.on).latest())
    return [day for day in found if day]


def _laid(
    own: Sequence[Happening], at: Callable[[date], float], top: float, ends: tuple[date, date]
) -> tuple[list[Shape], int]:
    """The shapes of one lane, in as many rows as are needed for none to cover another."""
    free: list[float] = []
    shapes = []
    for each in own:
        begin, end = parse(each.on).earliest(), parse(each.until).latest()
        if each.moment:
            end = parse(each.on).latest()
        x, right = at(begin or ends[0]), at(end or ends[1])
        width = max(SHORTEST, right - x)
        row = next((n for n, edge in enumerate(free) if edge + 4 <= x), len(free))
        room = x - (free[row] if row < len(free) else LEFT)
        free[row:] = [x + width, *free[row + 1 :]]
        opens, y = (begin is None, end is None and not each.moment), top + row * ROW + 6
        shapes.append(Shape(each, x, y, width, *opens, room))
    return shapes, max(1, len(free))


def _marks(first: date, last: date, at: Callable[[date], float]) -> Iterable[tuple[float, str]]:
    """Years, or months where all lies within two years; at most a dozen or so."""
    if (last - first).days > 2 * _YEAR:
        years = range(first.year + 1, last.year + 1)
        for year in years[:: max(1, -(-len(years) // MOST_MARKS))]:
            yield at(date(year, 1, 1)), str(year)
        return
    months = [
        date(first.year + n // 12, n % 12 + 1, 1)
        for n in range(first.month, first.month + (last - first).days // 28 + 2)
    ]
    inside = [month for month in months if first <= month <= last]
    for month in inside[:: max(1, -(-len(inside) // MOST_MARKS))]:
        yield at(month), f"{month:%Y-%m}"
