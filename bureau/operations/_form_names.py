"""Whom the form names: persons and companies in the tables of its answers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bureau.model import Questionnaire
from bureau.operations import _answers
from bureau.operations._rows import Rows
from bureau.rules.answers import table_of
from bureau.rules.questionnaire import Question

WHO = ("name", "provider", "creditor")
TRADE_NAMES = "Q01.06"  # names of the person concerned, not of anybody else
NOBODY = (
    *("", "-", "geen", "niemand", "n.v.t", "nvt", "onbekend", "nee"),
    *("none", "nobody", "unknown", "no"),
)
COMPANIES = ("Q05.02", "Q14.02")
_FORM = re.compile(
    r"(?<!\w)(b\.?v|n\.?v|v\.?o\.?f|c\.?v|u\.?a|s\.?a|ltd|llc|gmbh|bank|stichting|vereniging"
    r"|co[o\N{LATIN SMALL LETTER O WITH DIAERESIS}]peratie|gemeente|belastingdienst)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FormName:
    """Somebody whom an answer names; `person` where nothing says that it is a company."""

    question: str
    name: str
    born: str
    person: bool


def named(rows: Rows) -> tuple[FormName, ...]:
    """Everybody whom an answer in any round of the form names, each name once."""
    found = {each.name.casefold(): each for each in reversed([*_all(rows)])}
    return tuple(reversed(found.values()))


def _all(rows: Rows) -> Iterator[FormName]:
    screening = rows.screening
    known = _answers.questions(screening.scope, screening.law_date) if screening else {}
    for form in rows.all(Questionnaire):
        for answer in form.answers:
            if answer.question in known and answer.question != TRADE_NAMES:
                for row in table_of(answer.text or "") or ():
                    yield from _told(known[answer.question], row)


def _told(question: Question, row: dict[str, Any]) -> Iterator[FormName]:
    columns = {column.code for column in question.columns}
    for name in (str(row.get(column, "")).strip() for column in WHO if column in columns):
        if name.casefold().strip(".") not in NOBODY:
            company = question.code in COMPANIES or _FORM.search(name) is not None
            yield FormName(question.code, name, str(row.get("born", "")), not company)
