"""What is still missing from a form and its documents, from the stored rows of a case."""

from bureau.model import Questionnaire, Requirement, Screening
from bureau.operations import _answers
from bureau.operations._rows import Rows
from bureau.rules import questionnaire
from bureau.rules.questionnaire import Gap

NEEDED = (Screening, Questionnaire, Requirement)
THERE = ("received", "accepted", "not_needed")


def gaps(rows: Rows) -> tuple[Gap, ...]:
    """Every required question and document that is missing; nothing before a form was sent."""
    screening = rows.screening
    if screening is None or not rows.all(Questionnaire):
        return ()
    there = {row.code for row in rows.all(Requirement) if row.status in THERE}
    answers = _answers.answered(rows)
    return questionnaire.gaps(screening.scope, answers, there, screening.law_date)
