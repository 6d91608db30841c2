"""The figures of the survey of partners in a year: means of the latest round that was closed."""

from sqlalchemy import select

from bureau.model import Survey
from bureau.rules import evaluation as law
from bureau.rules import survey as rules
from bureau.rules.evaluation import Figure, Unit
from bureau.work import Work


def marks(work: Work, year: int) -> tuple[Figure, ...]:
    """How many answered and the mean of each condition; of too few answers only that."""
    row = latest(work, year)
    if row is None:
        return ()
    few = rules.fewest(row.opened_on)
    told = (
        Figure(
            "survey_mark",
            code,
            value,
            Unit.MARK,
            row.answered,
            end=rules.end_of(value, row.opened_on),
        )
        for code, value in sorted(row.results.items())
    )
    return (law.people("survey_answers", row.answered, few), *told)


def latest(work: Work, year: int) -> Survey | None:
    """The last round of the own house that was closed in a year."""
    own = work.actor.organisation_id
    query = select(Survey).where(Survey.organisation_id == own, Survey.closed_on.is_not(None))
    rows = [
        row for row in work.session.scalars(query) if row.closed_on and row.closed_on.year == year
    ]
    return max(rows, key=lambda row: (str(row.closed_on), row.opened_on, row.id), default=None)
