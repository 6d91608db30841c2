"""The twenty indicators of a year, over the partnership cases that somebody may see."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from bureau.model import Action, Organisation
from bureau.operations import _measure_figures as measured
from bureau.operations import _picture_figures as picture
from bureau.operations import _process_figures as process
from bureau.operations import _sharing_figures as sharing
from bureau.operations import _survey_figures as survey
from bureau.operations import pattern_catalogue
from bureau.operations._came import Came
from bureau.operations._checks import begun_year
from bureau.operations._health_figures import health
from bureau.operations._partner_rows import PartnerRows, partner_rows
from bureau.policy import Permission
from bureau.rules import evaluation as law
from bureau.rules.evaluation import ConditionRow, EvaluationRow, Figure
from bureau.rules.events import EventKind
from bureau.work import Work

Line = tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True)
class Evaluated:
    """An indicator with its figures; none where the system does not hold it."""

    row: EvaluationRow
    figures: tuple[Figure, ...]
    held: bool


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The indicators of one year, and two of them by quarter."""

    year: int
    counted_on: date
    organisation: str
    cases: int
    indicators: tuple[Evaluated, ...]
    health: tuple[tuple[ConditionRow, tuple[Figure, ...]], ...]
    on_time: Line
    presence: Line


def read_evaluation(work: Work, year: int, *, handed_out: bool = False) -> Evaluation:
    """The indicators of a year, counts only; raises Invalid for a year that has not begun."""
    work.require(Permission.EVALUATION_READ)
    begun_year(work, year)
    rows = partner_rows(work)
    found = Evaluation(
        year,
        work.today,
        work.session.get_one(Organisation, work.actor.organisation_id).name,
        len(rows.cases),
        tuple(_indicators(work, rows, year)),
        tuple(_health(work, rows, year)),
        law.by_quarter([(a.due_on, held) for a, held in _due(rows, year, work.today)]),
        law.by_quarter([(day, there) for day, there, _ in process.seats(rows) if day.year == year]),
    )
    kind = EventKind.EVALUATION_EXPORTED if handed_out else EventKind.EVALUATION_READ
    work.record(kind, "evaluation:*", year=year, cases=found.cases)
    return found


def _health(
    work: Work, rows: PartnerRows, year: int
) -> Iterator[tuple[ConditionRow, tuple[Figure, ...]]]:
    told = health(rows, year, work.today)
    asked = survey.marks(work, year)
    for row in law.partnership_conditions().on(work.today):
        yield row, (*told.get(row.code, ()), *(each for each in asked if each.of == row.code))


def _due(rows: PartnerRows, year: int, today: date) -> list[tuple[Action, bool]]:
    return [row for row in process.actions(rows, today) if row[0].due_on.year == year]


def _indicators(work: Work, rows: PartnerRows, year: int) -> list[Evaluated]:
    today = work.today
    told: dict[str, Callable[[], tuple[Figure, ...]]] = {
        "EV-01": lambda: process.speed(rows, year),
        "EV-02": lambda: process.presence(rows, year),
        "EV-03": lambda: process.on_time(rows, year, today),
        "EV-04": lambda: sharing.complete(rows, year),
        "EV-05": lambda: survey.marks(work, year),
        "EV-06": lambda: process.fidelity(rows, year),
        "EV-07": lambda: measured.decided(rows, year),
        "EV-08": lambda: measured.objections(rows, year),
        "EV-10": lambda: picture.standing(rows, year),
        "EV-13": lambda: process.displacement(rows, year),
        "EV-15": lambda: measured.harm(rows, year, today),
        "EV-16": lambda: measured.false_alarms(_catalogue(work)),
        "EV-18": lambda: measured.costs(rows, year),
        "EV-19": lambda: measured.requests(rows, year, today),
        "EV-20": lambda: process.lessons(rows, year),
    }
    return [
        Evaluated(row, told[row.code]() if row.code in told else (), row.code in told)
        for row in law.evaluation_rows().on(today)
    ]


def _catalogue(work: Work) -> list[tuple[str, Came]]:
    return [(row.pattern.code, row.came) for row in pattern_catalogue.read_catalogue(work)]
