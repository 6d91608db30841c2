"""What partners write down when they plan together and look back, question by question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.errors import Invalid
from bureau.rules.tables import Row, Table, Texts, table

LONGEST = 8000


class Sheet(StrEnum):
    """The kinds of worksheet."""

    PROBLEM = "problem"
    OPTION = "option"
    THEORY = "theory"
    EVALUATION = "evaluation"
    MEASURE = "measure"
    LESSON = "lesson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Row):
    """One question of a worksheet; a required one must be answered before the sheet is complete."""

    sheet: str
    name: Texts
    hint: Texts
    required: bool

    @property
    def field(self) -> str:
        """The name of the answer, without that of the sheet."""
        return self.code.partition(".")[2]


def worksheets() -> Table[Question]:
    """The questions of every worksheet, in the order of the form."""
    return table("worksheets", Question)


def questions(sheet: Sheet, on: date) -> tuple[Question, ...]:
    """The questions of one worksheet that are in force on a day."""
    return tuple(row for row in worksheets().on(on) if row.sheet == sheet)


def answered(sheet: Sheet, told: Mapping[str, str], on: date) -> dict[str, str]:
    """The answers as they are kept, by field; empty ones are left out.

    Raises Invalid where nothing at all is answered, and for an answer that is too long.
    """
    rows = questions(sheet, on)
    kept = {row.field: told.get(row.field, "").strip() for row in rows}
    for row in rows:
        if len(kept[row.field]) > LONGEST or "\0" in kept[row.field]:
            raise Invalid(
                "The answer to “{question}” is too long or holds a character that cannot be kept.",
                where={"field": row.field},
                hint="Use at most {most} characters.",
                question=row.name,
                most=LONGEST,
            )
    if not any(kept.values()):
        raise Invalid(
            "Nothing was filled in.",
            where={"field": rows[0].field},
            hint="Answer at least one question; the others can follow.",
        )
    return {field: text for field, text in kept.items() if text}


def open_questions(sheet: Sheet, kept: Mapping[str, str], on: date) -> tuple[Question, ...]:
    """The required questions that are not answered yet."""
    return tuple(row for row in questions(sheet, on) if row.required and not kept.get(row.field))
