"""Answers to the form as text that can be kept, and back as what the rules expect."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import cast

from bureau.errors import N_, Invalid
from bureau.model import Answer as Kept
from bureau.model import Questionnaire
from bureau.operations._checks import fitting
from bureau.operations._rows import Rows
from bureau.rules import questionnaire
from bureau.rules.answers import NO, YES, slips
from bureau.rules.questionnaire import Answer, Cell, Column, Question, QuestionKind
from bureau.rules.tables import remembered

MISSING = "missing"
MOST_ROWS = 500


@remembered
def questions(scope: str, on: date) -> Mapping[str, Question]:
    """The questions that may be asked for this decision, by code."""
    return MappingProxyType(
        {
            question.code: question
            for section in questionnaire.sections_for(scope, on)
            for question in section.questions
        }
    )


def write(question: Question, given: Answer, today: date | None = None) -> str:
    """`given` as text; raises Invalid for the first place where it does not fit the question."""
    if question.kind is not QuestionKind.TABLE or isinstance(given, str | bool):
        for slip in slips(question, given, today):
            raise slip
        return _cell(question, cast("Cell", given))
    _shape(question, given)
    for slip in slips(question, given, today):
        raise slip
    return json.dumps(_rows(question, given), ensure_ascii=False) if given else ""


def read(question: Question, text: str) -> Answer:
    """The kept text as the rules expect it."""
    if question.kind is QuestionKind.TABLE:
        return cast("Sequence[Mapping[str, Cell]]", json.loads(text)) if text else []
    if question.kind is QuestionKind.YESNO and text:
        return text == YES
    return text


def latest(rows: Rows) -> Mapping[str, Kept]:
    """The newest answer to each question, over every round of the form."""
    forms: list[Questionnaire] = rows.all(Questionnaire)
    return {answer.question: answer for form in forms for answer in form.answers}


def answered(rows: Rows) -> Mapping[str, Answer]:
    """What was answered so far, as the rules expect it."""
    screening = rows.screening
    if screening is None:
        return {}
    known = questions(screening.scope, screening.law_date)
    return {
        code: read(known[code], answer.text)
        for code, answer in latest(rows).items()
        if code in known and answer.status != MISSING and answer.text
    }


def _shape(question: Question, given: Sequence[Mapping[str, Cell]]) -> None:
    """Raises Invalid for more rows than are kept and for a column that was not asked."""
    if len(given) > MOST_ROWS:
        raise _unfit(question.code, N_("Give at most {most} rows."), most=MOST_ROWS)
    columns = {column.code for column in question.columns}
    for row in given:
        if strange := set(row) - columns:
            names = ", ".join(sorted(strange))[:80]
            raise _unfit(question.code, N_("Unknown column: {names}"), names=names)


def _rows(question: Question, given: Sequence[Mapping[str, Cell]]) -> list[dict[str, Cell]]:
    columns = {column.code: column for column in question.columns}
    return [
        {code: _back(columns[code], _cell(columns[code], cell)) for code, cell in row.items()}
        for row in given
    ]


def _back(column: Column, text: str) -> Cell:
    return text == YES if column.kind is QuestionKind.YESNO and text else text


def _cell(asked: Question | Column, given: Cell) -> str:
    if isinstance(given, bool):
        return YES if given else NO
    return fitting(given, asked.code)


def _unfit(code: str, hint: str, **params: object) -> Invalid:
    return Invalid(
        "The answer to {code} does not fit the question.",
        where={"field": code, "place": code},
        hint=hint,
        code=code,
        **params,
    )
