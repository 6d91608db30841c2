"""Whether an answer fits its question: each cell by itself, a row in itself, a table as a whole."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from bureau.errors import N_, Invalid
from bureau.rules import dates, money
from bureau.rules.questionnaire import Answer, Cell, Column, Question, QuestionKind
from bureau.rules.schema import Texts

YES, NO = "yes", "no"
WHOLE = Decimal(100)
_LONGEST_SHARE = 20
ENDED = N_("Nothing ends before it began; check both dates.")
REPAID = N_("A loan is not paid back before it was given; check both dates.")


def slips(question: Question, given: Answer, today: date | None = None) -> list[Invalid]:
    """Everything in `given` that does not fit; `where` has the question and the very place.

    The place is the code of the question, with row (from 0) and column where it is a table.
    With `today` a day that lies behind us, such as a birth, may not lie after it.
    """
    if question.kind is not QuestionKind.TABLE:
        if not isinstance(given, str | bool):
            return [_unfit(question.code, question.code, N_("Give one value."))]
        return list(_cell(question, question, given, question.code))
    if isinstance(given, str | bool):
        hint = N_("Give the rows of this table, each with its columns.")
        return [_unfit(question.code, question.code, hint)]
    ahead = _ahead(question, given, today) if today else ()
    return [*_cells(question, given), *ahead, *_rows(question, given), *_wholes(question, given)]


def table_of(text: str) -> list[dict[str, Any]] | None:
    """The rows of an answer that is kept as a table; None for any other text."""
    if not text.startswith("[{"):
        return None
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if all(isinstance(row, dict) for row in found) else None


def _cells(question: Question, rows: Sequence[Mapping[str, Cell]]) -> Iterator[Invalid]:
    for number, row in enumerate(rows):
        for column in question.columns:
            place = f"{question.code}-{number}-{column.code}"
            yield from _cell(question, column, row.get(column.code, ""), place)


def _cell(
    question: Question, asked: Question | Column, given: Cell, place: str
) -> Iterator[Invalid]:
    if asked.kind is QuestionKind.YESNO:
        if not isinstance(given, bool) and given not in (YES, NO, ""):
            yield _unfit(question.code, place, N_("Answer yes or no."))
    elif isinstance(given, bool):
        yield _unfit(question.code, place, N_("Give a text, an amount or a date."))
    elif given.strip():
        yield from _written(question, asked, given.strip(), place)


def _written(
    question: Question, asked: Question | Column, text: str, place: str
) -> Iterator[Invalid]:
    try:
        if asked.kind is QuestionKind.MONEY:
            _amount(text)
        elif asked.kind is QuestionKind.DATE:
            dates.parse(text)
        elif asked.kind is QuestionKind.PERCENT:
            percent(text)
    except Invalid as refusal:
        where = {"field": question.code, "place": place, "kind": asked.kind}
        yield Invalid(refusal.template, where=where, hint=refusal.hint_template, **refusal.params)


def _amount(text: str) -> None:
    if money.parse(text).minor < 0:
        raise Invalid(
            "An amount cannot be less than nought: {value}.",
            hint="Write the amount without a minus sign.",
            value=text[:40],
        )


def percent(text: str) -> Decimal:
    """A share of 0 to 100 as it is written: 40, 40.5, 40,5 or 40%; raises Invalid otherwise."""
    plain = text.strip().removesuffix("%").strip().replace(",", ".")
    try:
        found = Decimal(plain) if len(plain) <= _LONGEST_SHARE else Decimal(-1)
    except InvalidOperation:
        found = Decimal(-1)
    if not (found.is_finite() and 0 <= found <= WHOLE):
        raise Invalid(
            "{value} is no share between 0 and 100 per cent.",
            where={"value": text[:40]},
            hint="Write the share in per cent, for instance 40 or 33.3.",
            value=text[:40],
        )
    return found


def _ahead(
    question: Question, rows: Sequence[Mapping[str, Cell]], today: date
) -> Iterator[Invalid]:
    """The days that lie behind us by their nature and are written in the future."""
    for number, row in enumerate(rows):
        for column in question.columns:
            day = _day(row.get(column.code, "")) if column.past else None
            first = day.earliest() if day else None
            if first and first > today:
                yield Invalid(
                    "{name}: {day} lies in the future.",
                    where={
                        "field": question.code,
                        "place": f"{question.code}-{number}-{column.code}",
                    },
                    hint="Give a date up to today, {today}.",
                    name=column.name,
                    day=str(day),
                    today=today.isoformat(),
                )


def _rows(question: Question, rows: Sequence[Mapping[str, Cell]]) -> Iterator[Invalid]:
    """What lies before the date that comes first: an end before a start, a loan paid back early."""
    names = {column.code: column.name for column in question.columns}
    for number, row in enumerate(rows):
        for column in question.columns:
            first, second = (_day(row.get(code, "")) for code in (column.after, column.code))
            if column.after and first and second and second.before(first):
                yield Invalid(
                    "{later} ({second}) lies before {sooner} ({first}).",
                    where={
                        "field": question.code,
                        "place": f"{question.code}-{number}-{column.code}",
                    },
                    hint=ENDED if column.kind is QuestionKind.DATE else REPAID,
                    later=names[column.code],
                    sooner=names[column.after],
                    second=str(second),
                    first=str(first),
                )


def _day(cell: Cell) -> dates.PartialDate | None:
    """The date that a cell holds, if it holds one."""
    try:
        return dates.parse(cell.strip()) if isinstance(cell, str) else None
    except Invalid:
        return None


def _wholes(question: Question, rows: Sequence[Mapping[str, Cell]]) -> Iterator[Invalid]:
    """Shares of one kind that together are more than there is."""
    for column in question.columns:
        if column.kind is not QuestionKind.PERCENT:
            continue
        for kind, total in _totals(column, rows).items():
            if total > WHOLE:
                yield Invalid(
                    "The shares held now add up to {total} per cent ({kind}).",
                    where={"field": question.code, "place": question.code},
                    hint="Shares of one kind held at the same time are at most 100 per cent"
                    " together. Give a last day to what somebody no longer holds.",
                    total=f"{total.normalize():f}",
                    kind=kind[:40] or Texts("zonder soort", "no kind given"),
                )


def _totals(column: Column, rows: Sequence[Mapping[str, Cell]]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        if str(row.get(column.until, "")).strip():
            continue
        try:
            found[str(row.get(column.per, "")).strip().lower()] += percent(str(row[column.code]))
        except (Invalid, KeyError):
            continue  # said of the cell itself, or nothing was filled in
    return found


def _unfit(code: str, place: str, hint: str) -> Invalid:
    return Invalid(
        "The answer to {code} does not fit the question.",
        where={"field": code, "place": place},
        hint=hint,
        code=code,
    )
