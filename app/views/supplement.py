"""What is missing, put before the reader by section of the form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from flask_babel import ngettext

from app.forms.screening import SupplementForm
from app.views import answers
from bureau.operations.case_files import CaseView
from bureau.rules.deadlines import usual_end
from bureau.rules.questionnaire import Gap, documents
from bureau.rules.tables import Texts

ALL, NONE = "all", "none"


@dataclass(frozen=True, slots=True)
class Group:
    """What is missing in one section of the form."""

    code: str
    name: Texts
    gaps: tuple[Gap, ...]


def groups(case: CaseView, gaps: Iterable[Gap]) -> tuple[Group, ...]:
    """The gaps by section, in the order of the form; questions before documents."""
    found = list(gaps)
    made = [
        Group(row.code, row.name, tuple(gap for gap in found if gap.section == row.code))
        for row in answers.sections(case)
    ]
    return tuple(group for group in made if group.gaps)


def addressed(case: CaseView) -> bool:
    """Whether there is somebody to ask: an applicant who is recorded."""
    return bool(case.screening and case.screening.applicant_id)


def propose(form: SupplementForm, gaps: Iterable[Gap], today: date) -> None:
    """Ask for all that is missing within the usual term; whoever asks may choose otherwise."""
    found = list(gaps)
    form.until.data = usual_end("DL03", today)
    form.gaps.data = [gap.code for gap in found]
    form.reason.data = ngettext(
        "%(num)s question or document is missing.",
        "%(num)s questions or documents are missing.",
        len(found),
    )


def ticked(form: SupplementForm, made: Iterable[Group], sent: Mapping[str, str]) -> bool:
    """Tick or untick a whole section when its button was pressed; whether one was."""
    for word in (ALL, NONE):
        code = sent.get(word)
        group = next((each for each in made if each.code == code), None)
        if group:
            section = {gap.code for gap in group.gaps}
            kept = set(form.gaps.data or ()) - section
            form.gaps.data = sorted(kept | section if word == ALL else kept)
            return True
    return False


def words(case: CaseView) -> dict[str, Texts]:
    """What each question and document of this form is called, by code."""
    questions = [row for section in answers.sections(case) for row in section.questions]
    day = case.screening.law_date if case.screening else case.opened_on
    found = {row.code: row.text for row in questions}
    return found | {row.code: row.name for row in documents().on(day)}
