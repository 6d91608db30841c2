"""Between the fields of a page of the applicant and the answers that are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from app.errors import remedy, said
from app.views import answers
from app.views.answers import Sheet
from bureau.errors import NotFound
from bureau.operations.applicant_forms import FormView
from bureau.rules.answers import slips
from bureau.rules.questionnaire import Answer, Column, Question, QuestionKind

ADD, REMOVE = "add", "remove"


@dataclass(frozen=True, slots=True)
class Page:
    """One part of the form as the applicant sees it, with its neighbours."""

    sheet: Sheet
    open: frozenset[str]
    missing: frozenset[str]
    number: int
    count: int
    following: str


def page(view: FormView, code: str) -> Page:
    """The part of the form with this code; raises NotFound for one that was not asked."""
    for number, part in enumerate(view.parts, 1):
        if part.section.code == code:
            present = {each: answers.kept(row) for each, row in part.answers.items()}
            versions = {each: row.version for each, row in part.answers.items()}
            later = next((each.section.code for each in view.parts[number:] if each.open), "")
            sheet = Sheet(part.section, present, versions)
            return Page(sheet, part.open, part.missing, number, len(view.parts), later)
    raise NotFound("There is nothing here that you may see.")


def beginning(view: FormView) -> str:
    """The first part in which something can be filled in and is missing; nothing where none is."""
    lacking = (part for part in view.parts if part.open & part.missing)
    return next((part.section.code for part in lacking), "")


def filled(on: Page, sent: MultiDict[str, str]) -> dict[str, Answer]:
    """What was filled in for the questions that can be answered now, as the house writes it."""
    given = answers.read(on.sheet, sent)
    return {code: value for code, value in given.items() if code in on.open}


def pressed(on: Page, sent: MultiDict[str, str]) -> dict[str, Any] | None:
    """The page with a row more or less where that button was pressed; None where none was."""
    add, (remove, _, number) = sent.get(ADD, ""), sent.get(REMOVE, "").partition(":")
    tables = {
        each.code: list(answers.rows_of(each, sent))
        for each in on.sheet.section.questions
        if each.kind is QuestionKind.TABLE
    }
    if add in tables:
        found = MultiDict(sent)
        rows = {**tables, add: [*tables[add], {}]}
    elif remove in tables and number.isdecimal():
        found = MultiDict(sent)
        kept = [row for n, row in enumerate(tables[remove]) if n != int(number)]
        rows = {**tables, remove: kept}
    else:
        return None
    return {**{code: found.get(code, "") for code in on.sheet.present}, **rows}


def wrong(on: Page, given: Mapping[str, Answer], today: date) -> dict[str, str]:
    """What does not fit, by the place where it stands, in the reader's language."""
    found: dict[str, str] = {}
    for question in on.sheet.section.questions:
        if question.code not in given:
            continue
        for slip in slips(question, given[question.code], today):
            words = " ".join(each for each in (said(slip), remedy(slip)) if each)
            found.setdefault(str(slip.where["place"]), words)
    return found


def rows(question: Question, value: Any) -> list[dict[str, str]]:
    """The rows of a table as they are shown, at least one."""
    empty = {column.code: "" for column in question.columns}
    return [{**empty, **row} for row in value if isinstance(value, list)] or [empty]


def spoken(asked: Question | Column, text: str) -> str:
    """A kept value as people here write it."""
    if asked.kind is QuestionKind.DATE or (isinstance(asked, Column) and asked.after):
        try:
            return date.fromisoformat(text).strftime("%d-%m-%Y")
        except ValueError:
            return text
    return text
