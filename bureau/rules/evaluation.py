"""The indicators by which a partnership judges its own work, and what may be told of a count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.rules.reckoning import days
from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, table

FEWEST_PEOPLE = 5  # a smaller number of people could point at one of them
FEWEST_VICTIMS = 10
QUARTER = 3  # months


class EvaluationKind(StrEnum):
    """What an indicator says something about."""

    PROCESS = "process"
    TRUST = "trust"
    IMPLEMENTATION = "implementation"
    OUTPUT = "output"
    LEGAL_QUALITY = "legal_quality"
    OUTCOME = "outcome"
    DISPLACEMENT = "displacement"
    UNINTENDED_HARM = "unintended_harm"
    VICTIMS = "victims"
    COST_BENEFIT = "cost_benefit"
    RIGHTS = "rights"
    LESSONS = "lessons"


class Unit(StrEnum):
    """What the value of a figure is a number of."""

    DAYS = "days"
    SHARE = "share"
    COUNT = "count"
    QUOTIENT = "quotient"
    CENTS = "cents"
    MARK = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationRow(Row):
    """An indicator: what it says, how it is measured, what to beware of.

    `elsewhere` says how to get it where the system does not hold it.
    """

    kind: EvaluationKind
    name: Texts
    measure: Texts
    caution: Texts
    elsewhere: Texts = NO_TEXTS


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow(Row):
    """One of the five conditions of a partnership that works, and by what it is shown."""

    name: Texts
    shown: Texts


@dataclass(frozen=True, slots=True)
class Figure:
    """A number under an indicator: what it is of, and over how many things it was counted.

    `value` is None where nothing was counted, and where `few` says that it is kept back because
    it is of too few people. A share goes from 0 to 100. At an `end` the value is told as so much
    or less (-1), or more (1). `people` is on how many people it rests, 0 where on none.
    One that is `silent` is kept back for what stands beside it, and need not be below `few`.
    """

    name: str
    of: str
    value: float | None
    unit: Unit
    counted: int
    few: int = 0
    end: int = 0
    people: int = 0
    silent: bool = False

    @property
    def below(self) -> int:
        """Below what the value lies that is kept back; 0 where that is not known of it."""
        return self.few if self.unit is Unit.COUNT and not self.silent else 0


def evaluation_rows() -> Table[EvaluationRow]:
    """The twenty indicators."""
    return table("evaluation", EvaluationRow)


def partnership_conditions() -> Table[ConditionRow]:
    """The five conditions of a partnership that works."""
    return table("partnership_conditions", ConditionRow)


def share(name: str, truths: Iterable[bool], of: str = "", fewest: int = 0) -> Figure:
    """How much of what was counted holds, from 0 to 100; kept back over fewer than `fewest`."""
    found = list(truths)
    counted = len(found)
    if 0 < counted < fewest:
        return Figure(name, of, None, Unit.SHARE, 0, fewest)
    value = round(100 * sum(found) / counted, 1) if counted else None
    return Figure(name, of, value, Unit.SHARE, counted)


def median(name: str, spans: Iterable[int], of: str = "", fewest: int = 0) -> Figure:
    """The median of days; kept back over fewer than `fewest`."""
    found = days(spans)
    if found is None:
        return Figure(name, of, None, Unit.DAYS, 0)
    if found.count < fewest:
        return Figure(name, of, None, Unit.DAYS, 0, fewest)
    return Figure(name, of, found.median, Unit.DAYS, found.count)


def count(name: str, number: int, of: str = "", unit: Unit = Unit.COUNT) -> Figure:
    """A number of things that are no people."""
    return Figure(name, of, number, unit, number)


def people(name: str, number: int, fewest: int = FEWEST_PEOPLE, of: str = "") -> Figure:
    """A number of people; below `fewest` only that it is below, nought included."""
    if number < fewest:
        return Figure(name, of, None, Unit.COUNT, 0, fewest)
    return Figure(name, of, number, Unit.COUNT, number)


def quarter(day: date) -> date:
    """The first day of the quarter of `day`."""
    return date(day.year, (day.month - 1) // QUARTER * QUARTER + 1, 1)


def by_quarter(rows: Sequence[tuple[date, bool]]) -> tuple[tuple[date, float], ...]:
    """The share of each quarter in which anything was counted, from 0 to 100."""
    firsts = sorted({quarter(day) for day, _ in rows})
    told = {first: [holds for day, holds in rows if quarter(day) == first] for first in firsts}
    return tuple((first, round(100 * sum(of) / len(of), 1)) for first, of in told.items())
