"""Answers to the form for the smaller stories: what is told, and for the rest the usual."""

from collections.abc import Mapping
from datetime import date

from bureau.rules.questionnaire import Answer, Cell, Column, Question, QuestionKind, sections_for

USUAL: Mapping[QuestionKind, Cell] = {
    QuestionKind.TEXT: "zie de bijlagen bij de aanvraag",
    QuestionKind.MONEY: "0.00",
    QuestionKind.PERCENT: "100",
    QuestionKind.YESNO: False,
}


def usual(scope: str, on: date, told: Mapping[str, Answer]) -> dict[str, Answer]:
    """An answer to every question that must be answered; `told` goes before the usual."""
    asked = [question for section in sections_for(scope, on) for question in section.questions]
    return {
        question.code: told.get(question.code, _usual(question, on))
        for question in asked
        if question.code in told or (question.required and not question.when)
    }


def _usual(question: Question, on: date) -> Answer:
    if question.kind is QuestionKind.TABLE:
        return [{column.code: _cell(column, on) for column in question.columns}]
    return _cell(question, on)


def _cell(asked: Question | Column, on: date) -> Cell:
    return on.isoformat() if asked.kind is QuestionKind.DATE else USUAL[asked.kind]
