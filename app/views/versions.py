"""What changed in the answers of a form, version beside version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from app.views import answers
from bureau.operations.case_files import CaseView
from bureau.rules.questionnaire import Question


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that was written anew: what it said and says, and who wrote that."""

    question: Question
    number: int
    before: str
    after: str
    at: datetime
    by: str  # empty for the applicant


def changes(case: CaseView, kept: Mapping[UUID, Sequence[Any]]) -> list[Change]:
    """Every change of an answer in the order of the form; what was written once is none."""
    words = {row.code: row for section in answers.sections(case) for row in section.questions}
    found = []
    for form in case.questionnaires:
        for answer in form.answers:
            versions = kept.get(answer.id, ())
            for before, after in pairwise(versions):
                question = words[answer.question]
                found.append(
                    Change(
                        question=question,
                        number=after.number,
                        before=_text(question, before.text),
                        after=_text(question, after.text),
                        at=after.at,
                        by=after.by.name if after.by else "",
                    )
                )
    return found


def _text(question: Question, text: str) -> str:
    """A kept answer in lines, one for each row of a table."""
    shown = answers.kept(SimpleNamespace(text=text))
    if isinstance(shown, str):
        return shown
    codes = [column.code for column in question.columns]
    return "\n".join(" · ".join(row.get(code, "") or "-" for code in codes) for row in shown)
