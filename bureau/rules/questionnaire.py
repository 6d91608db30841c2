"""What may be asked of an applicant, which documents belong to it, and what is still missing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.rules.schema import NO_TEXTS
from bureau.rules.scope import scope
from bureau.rules.tables import Mark, Row, Table, Texts, table
from bureau.rules.vocabulary import DecisionKind

# One cell of an answer is text (a decimal string, a date) or yes/no; a table is a list of rows.
Cell = str | bool
Answer = Cell | Sequence[Mapping[str, Cell]]


class QuestionKind(StrEnum):
    """What an answer looks like."""

    TEXT = "text"
    MONEY = "money"
    DATE = "date"
    YESNO = "yesno"
    PERCENT = "percent"
    TABLE = "table"


class DocumentUse(StrEnum):
    """Whether the applicant hands a document in, or the authority adds it for the Bureau."""

    FORM = "form"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class AppliesTo:
    """The decisions and scopes for which a section counts; none named means all."""

    decisions: tuple[DecisionKind, ...] = ()
    scopes: tuple[str, ...] = ()

    def covers(self, decision: DecisionKind, scope_code: str) -> bool:
        """Whether a decision of this kind and scope falls under the section."""
        kind = not self.decisions or decision in self.decisions
        return kind and (not self.scopes or scope_code in self.scopes)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a question that is answered with a table.

    A date never lies before the one in the column `after`. Per cents of one kind, which stands in
    the column `per`, add up to at most 100 over the rows in which the column `until` is empty.
    A date that lies in the `past` by its nature, such as a birth, is never in the future.
    """

    code: str
    name: Texts
    kind: QuestionKind
    after: str = ""
    per: str = ""
    until: str = ""
    past: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question; with `when` it is only asked after a yes to that other question."""

    code: str
    text: Texts
    kind: QuestionKind
    required: bool
    when: str = ""
    columns: tuple[Column, ...] = ()
    mark: Mark = Mark.KNOWLEDGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Row):
    """A heading of Annex 1 of the regulation, with the questions under it."""

    name: Texts
    applies_to: AppliesTo
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Row):
    """A document to hand in, the sections it supports and what to check in it."""

    name: Texts
    sections: tuple[str, ...]
    use: DocumentUse
    required: bool
    when: str = ""
    check: Texts = NO_TEXTS


@dataclass(frozen=True, slots=True)
class Gap:
    """A question or document that is still missing, fit for the letter of Awb 4:5."""

    code: str
    section: str
    text: Texts


def sections() -> Table[Section]:
    """The sections, Q01 to Q16."""
    return table("questionnaire", Section)


def documents() -> Table[Document]:
    """The documents, DC01 to DC26."""
    return table("documents", Document)


def sections_for(scope_code: str, on: date) -> tuple[Section, ...]:
    """The sections of the form for a decision; raises NotFound for an unknown scope."""
    kind = scope(scope_code, on).decision
    return tuple(row for row in sections().on(on) if row.applies_to.covers(kind, scope_code))


def documents_for(scope_code: str, on: date) -> tuple[Document, ...]:
    """The documents the applicant may be asked for with this decision."""
    asked = {section.code for section in sections_for(scope_code, on)}
    return tuple(
        row
        for row in documents().on(on)
        if row.use is DocumentUse.FORM and asked.intersection(row.sections)
    )


def gaps(
    scope_code: str, answers: Mapping[str, Answer], handed_in: Collection[str], on: date
) -> tuple[Gap, ...]:
    """Every required question and document that is missing, in the order of the form."""
    asked = sections_for(scope_code, on)
    unanswered = (
        Gap(question.code, section.code, question.text)
        for section in asked
        for question in section.questions
        if wanted(question, answers) and not _answered(answers.get(question.code))
    )
    absent = (
        Gap(row.code, row.sections[0], row.name)
        for row in documents_for(scope_code, on)
        if wanted(row, answers) and row.code not in handed_in
    )
    return (*unanswered, *absent)


def wanted(item: Question | Document, answers: Mapping[str, Answer]) -> bool:
    """Whether an answer or document must be there, given the answers so far."""
    return item.required and (not item.when or answers.get(item.when) is True)


def _answered(answer: Answer | None) -> bool:
    if answer is None:
        return False
    if isinstance(answer, bool):
        return True
    if isinstance(answer, str):
        return bool(answer.strip())
    return any(_answered(cell) for row in answer for cell in row.values())
