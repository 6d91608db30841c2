"""Between the fields of a section of the form and the answers that are kept."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from bureau.errors import NotFound
from bureau.operations.case_files import CaseView
from bureau.rules import money
from bureau.rules.questionnaire import Answer, Column, Question, QuestionKind, Section, sections_for

BLANK_ROWS = 2
MOST_ROWS = 500
LONGEST = 20_000
YES = "yes"
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One section of the form with the answers and versions that were kept."""

    section: Section
    present: Mapping[str, Any]
    versions: Mapping[str, int]


def sections(case: CaseView) -> tuple[Section, ...]:
    """The sections of the form that belong to this decision."""
    screening = case.screening
    return sections_for(screening.scope, screening.law_date) if screening else ()


def newest(case: CaseView) -> dict[str, Any]:
    """The newest stored answer to each question that was asked."""
    return {answer.question: answer for form in case.questionnaires for answer in form.answers}


def sheet(case: CaseView, code: str) -> Sheet:
    """One section with what was answered; raises NotFound for one of which nothing was asked."""
    asked = newest(case)
    for section in sections(case):
        codes = [row.code for row in section.questions if row.code in asked]
        if section.code == code and codes:
            present = {each: kept(asked[each]) for each in codes}
            return Sheet(section, present, {each: asked[each].version for each in codes})
    raise NotFound("There is nothing here that you may see.")


def read(on: Sheet, sent: MultiDict[str, str]) -> dict[str, Answer]:
    """What was filled in for the questions of one section that were asked."""
    questions = [each for each in on.section.questions if each.code in on.present]
    return {question.code: _plain(question, _read(question, sent)) for question in questions}


def _read(question: Question, sent: MultiDict[str, str]) -> Answer:
    if question.kind is QuestionKind.TABLE:
        return [row for row in rows_of(question, sent) if any(row.values())]
    return sent.get(question.code, "")[:LONGEST].strip()


def rows_of(question: Question, sent: MultiDict[str, str]) -> Iterable[dict[str, str]]:
    """The rows of a table as they were sent, the empty ones too."""
    for number in range(MOST_ROWS):
        names = {
            column.code: f"{question.code}-{number}-{column.code}" for column in question.columns
        }
        if not any(name in sent for name in names.values()):
            return
        yield {code: sent.get(name, "")[:LONGEST].strip() for code, name in names.items()}


def changed(on: Sheet, given: Mapping[str, Answer]) -> dict[str, Answer]:
    """Only the answers that say something else than what is kept."""
    return {code: value for code, value in given.items() if shown(value) != on.present[code]}


def kept(answer: Any) -> Any:
    """A stored answer as a form shows it: a text, or rows of texts."""
    text = answer.text or ""
    return [_texts(row) for row in json.loads(text)] if text.startswith("[{") else text


def shown(value: Answer) -> Any:
    """A value of the form in the shape of a stored one."""
    if isinstance(value, str | bool):
        return value
    return [_texts(row) for row in value] or ""


def _texts(row: Mapping[str, Any]) -> dict[str, str]:
    return {
        key: (YES if value else "no") if isinstance(value, bool) else str(value)
        for key, value in row.items()
    }


def versions(sent: MultiDict[str, str], codes: Iterable[str]) -> dict[str, int]:
    """The versions of the answers that were on the screen."""
    found = {code: sent.get(f"version-{code}", "") for code in codes}
    return {code: int(text) for code, text in found.items() if text.isdecimal()}


def blank(question: Question, rows: Any) -> list[dict[str, str]]:
    """The rows of a table question with a few empty ones to go on."""
    empty = {column.code: "" for column in question.columns}
    filled = rows if isinstance(rows, list) else []
    return [{**empty, **row} for row in filled] + [dict(empty) for _ in range(BLANK_ROWS)]


def _plain(question: Question, value: Answer) -> Answer:
    if isinstance(value, str):
        return _written(question, value)
    if isinstance(value, bool):
        return value
    columns = {column.code: column for column in question.columns}
    return [
        {code: _written(columns[code], str(cell)) for code, cell in row.items()} for row in value
    ]


def _written(asked: Question | Column, text: str) -> str:
    """A date or an amount as people write it, in the one way in which it is kept."""
    dated = asked.kind is QuestionKind.DATE or (isinstance(asked, Column) and asked.after)
    if dated and (found := _DAY.fullmatch(text)):
        return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}"
    if asked.kind is QuestionKind.MONEY:
        return money.typed(text)
    return text
