"""What the rounds of the form say of the financing, and where one differs from the one before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from bureau.errors import Invalid
from bureau.model import Questionnaire
from bureau.operations import _answers
from bureau.operations._indicator_answers import ORIGINS, OWN, PROVIDERS, TOTAL
from bureau.operations._rows import Rows
from bureau.rules import money
from bureau.rules.money import Money

# Each amount of the form under its question; a row of a table adds who or whence.
Amounts = Mapping[tuple[str, str], Money]


@dataclass(frozen=True, slots=True)
class Difference:
    """One amount that a later round of the form states otherwise; None where it is not named."""

    question: str
    about: str
    before: Money | None
    after: Money | None


@dataclass(frozen=True, slots=True)
class Change:
    """What changed from one round of the form to the next."""

    before: int
    after: int
    returned_on: date | None
    differences: tuple[Difference, ...]


def changes(rows: Rows) -> tuple[Change, ...]:
    """The differences between rounds of the form that both say something of the financing."""
    rounds = [(form, amounts) for form in rows.all(Questionnaire) if (amounts := _said(rows, form))]
    found = (
        Change(one.round, two.round, two.returned_on, _differences(before, after))
        for (one, before), (two, after) in pairwise(rounds)
    )
    return tuple(change for change in found if change.differences)


def _differences(before: Amounts, after: Amounts) -> tuple[Difference, ...]:
    """What differs, in the order of the form; only questions that both rounds answer."""
    both = {question for question, _ in before} & {question for question, _ in after}
    keys = sorted({*before, *after})
    return tuple(
        Difference(question, about, before.get((question, about)), after.get((question, about)))
        for question, about in keys
        if question in both and before.get((question, about)) != after.get((question, about))
    )


def _said(rows: Rows, form: Questionnaire) -> Amounts:
    screening = rows.screening
    known = _answers.questions(screening.scope, screening.law_date) if screening else {}
    found: dict[tuple[str, str], Money] = {}
    for answer in form.answers:
        if answer.question not in known or not answer.text:
            continue
        given = _answers.read(known[answer.question], answer.text)
        if answer.question in (TOTAL, OWN):
            _add(found, (answer.question, ""), given)
        elif answer.question in (ORIGINS, PROVIDERS) and not isinstance(given, str | bool):
            column = "origin" if answer.question == ORIGINS else "provider"
            for row in given:
                _add(found, (answer.question, str(row.get(column, ""))), row.get("amount"))
    return found


def _add(found: dict[tuple[str, str], Money], key: tuple[str, str], text: Any) -> None:
    """Add an amount under its key; what is no amount is left to the reader of the form."""
    try:
        amount = money.parse(str(text or "0"))
    except Invalid:
        return
    found[key] = found.get(key, Money(0)) + amount
