"""A measure as it is read: its row of the law, what is open, and the dates that follow."""

from dataclasses import dataclass
from datetime import date

from bureau.model import EnforcementMeasure
from bureau.operations import _harm
from bureau.rules import measures as law
from bureau.rules import worksheets
from bureau.rules.measures import MeasureKind
from bureau.rules.worksheets import Question, Sheet
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure with its row of the law, what is still open, and its dates that follow."""

    measure: EnforcementMeasure
    kind: MeasureKind
    open: tuple[Question, ...]
    objection_until: date | None
    harm_due: dict[int, date]
    owed: tuple[int, ...]


def view_of(work: Work, measure: EnforcementMeasure) -> MeasureView:
    """The measure as it is read today."""
    kind = law.measure_kinds().row(measure.code, measure.proposed_on)
    return MeasureView(
        measure,
        kind,
        worksheets.open_questions(Sheet.MEASURE, measure.told, measure.proposed_on),
        law.objection_until(kind, measure.known_on),
        _harm.due(measure),
        _harm.owed(measure, work.today),
    )
