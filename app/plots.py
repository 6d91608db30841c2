"""Plots as plain numbers for a drawing: lines over days and bars, told apart by shape too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 16, 36
TICKS = 4
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where, in pixels, and what stands beside it."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its name, the path, its points as (x, y, what is read out)."""

    name: str
    shape: int
    path: str
    points: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture of lines over time in pixels, with the ticks of both axes."""

    lines: tuple[Line, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    target: float | None = None
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    floor: int = HEIGHT - BOTTOM
    right: int = WIDTH - RIGHT


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a row of bars: how much of the whole it fills, from 0 to 100."""

    name: str
    value: float
    share: float


Series = Sequence[tuple[str, Sequence[tuple[date, float]]]]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where days and values stand: the first and last day, the lowest and highest value."""

    first: date
    last: date
    low: float
    high: float
    step: float

    def x(self, day: date) -> float:
        """How far across a day stands."""
        span = (self.last - self.first).days or 1
        return round(LEFT + (day - self.first).days / span * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        """How far down a value stands."""
        part = (value - self.low) / (self.high - self.low)
        return round(HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM), 1)

    def line(self, name: str, shape: int, points: Sequence[tuple[date, float]]) -> Line:
        """One line through its points."""
        path = "M" + " L".join(f"{self.x(day)} {self.y(value)}" for day, value in points)
        told = ((self.x(d), self.y(v), f"{d.isoformat()}: {plain(v)}") for d, v in points)
        return Line(name, shape, path, tuple(told))


def lines(series: Series, target: float | None = None) -> Plot | None:
    """The lines of (name, points) over days; None where there is nothing to draw."""
    given = [(name, sorted(points)) for name, points in series if points]
    if not given:
        return None
    days = [day for _, points in given for day, _ in points]
    values = [value for _, points in given for _, value in points]
    axis = _scale([*values, 0.0, *([target] if target is not None else [])])
    frame = Frame(min(days), max(days), *axis)
    drawn = tuple(frame.line(name, shape, points) for shape, (name, points) in enumerate(given))
    levels = (frame.low + frame.step * n for n in range(_steps(frame) + 1))
    up = tuple(Tick(frame.y(level), plain(level)) for level in levels)
    between = _days(days)
    across = tuple(Tick(frame.x(day), day.strftime("%m-%Y")) for day in between)
    return Plot(drawn, across, up, None if target is None else frame.y(target))


def bars(values: Sequence[tuple[str, float]], whole: float | None = None) -> tuple[Bar, ...]:
    """Bars of (name, value); the longest fills the row, or `whole` does."""
    most = whole if whole is not None else max((value for _, value in values), default=0)
    return tuple(
        Bar(name, value, round(min(100.0, 100 * value / most), 1) if most else 0.0)
        for name, value in values
    )


def plain(value: float) -> str:
    """A number without needless decimals."""
    return f"{value:g}" if abs(value) < 10**6 else f"{value:.0f}"


def _scale(values: Sequence[float]) -> tuple[float, float, float]:
    """Lowest, highest and step of an axis of round numbers around the values."""
    low, high = min(values), max(values)
    rough = (high - low or 1) / TICKS
    size = 10 ** floor(log10(rough))
    step = next(size * n for n in (1, 2, 5, 10) if size * n >= rough)
    return floor(low / step) * step, max(ceil(high / step), 1) * step, step


def _steps(frame: Frame) -> int:
    return round((frame.high - frame.low) / frame.step)


def _days(days: Sequence[date]) -> list[date]:
    """The days of the points where they are few, else first, last and three evenly between."""
    if len(found := sorted(set(days))) <= TICKS + 1:
        return found
    first, span = found[0], (found[-1] - found[0]).days
    return list(dict.fromkeys(first + ONE_DAY * round(span * n / TICKS) for n in range(TICKS + 1)))
