"""Who had what part in a property over time, as the places of a drawing that the page puts down."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bureau.operations.estates import PropertyView, Span

WIDTH, LEFT, RIGHT, TOP, ROW, BAR = 920.0, 190.0, 20.0, 30.0, 30.0, 16.0
MOST_YEARS, SHORTEST = 12, 4.0
MARGIN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Bar:
    """One span as a bar; `fades` where its begin or end is not known."""

    part: str
    label: str
    x: float
    y: float
    width: float
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A year of the axis."""

    year: int
    x: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A price or a permit on its day, with its number in the table."""

    x: float
    jump: bool
    works: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing: bars in rows, years below each other, marks on a line of their own."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    marks_y: float


def timeline(found: PropertyView, today: date) -> Timeline | None:
    """Where everything stands; nothing where no day is known."""
    days = [day for span in found.spans for day in (span.begins, span.ends) if day]
    days += [price.on for price in found.prices] + [day for day, _ in found.works]
    if not days:
        return None
    first, last = min(days) - MARGIN, max(*days, today) + MARGIN
    scale = (WIDTH - LEFT - RIGHT) / max((last - first).days, 1)

    def at(day: date) -> float:
        return round(LEFT + (day - first).days * scale, 1)

    bars = tuple(
        _bar(span, row, at(span.begins or first), at(span.ends or last))
        for row, span in enumerate(found.spans)
    )
    marks_y = TOP + ROW * len(bars) + ROW / 2
    return Timeline(
        width=WIDTH,
        height=marks_y + ROW,
        bars=bars,
        ticks=tuple(Tick(year, at(date(year, 1, 1))) for year in _years(first, last)),
        marks=(
            *(Mark(at(price.on), price.jump, works=False) for price in found.prices),
            *(Mark(at(day), jump=False, works=True) for day, _ in found.works),
        ),
        marks_y=marks_y,
    )


def _bar(span: Span, row: int, begin: float, end: float) -> Bar:
    return Bar(
        part=span.part,
        label=span.who,
        x=begin,
        y=TOP + ROW * row,
        width=max(end - begin, SHORTEST),
        open_left=span.begins is None,
        open_right=span.ends is None,
    )


def _years(first: date, last: date) -> Iterable[int]:
    """The years that begin inside, at most a dozen of them."""
    years = range(first.year + 1, last.year + 1)
    return years[:: max(1, -(-len(years) // MOST_YEARS))]
