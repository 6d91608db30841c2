"""What is held about a person, value by value, in the words of the reader."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import format_date, format_decimal, gettext

from app.words import word
from bureau.rules import dates
from bureau.rules.access import request_kinds
from bureau.rules.answers import table_of
from bureau.rules.figures import figure_kinds
from bureau.rules.indicators import indicators
from bureau.rules.letters import kinds
from bureau.rules.patterns import patterns
from bureau.rules.procedure import states
from bureau.rules.questionnaire import documents, sections
from bureau.rules.roles import roles
from bureau.rules.schema import Texts
from bureau.rules.sources import sources
from bureau.rules.vocabulary import Language

Pairs = tuple[tuple[str, str], ...]
Names = Mapping[str, Mapping[str, str]]
QUIET_INPUTS = ("threshold_version",)
_AMOUNT = re.compile(r"-?\d+\.\d{2}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?", re.ASCII)
# Values that are codes of the law, by the field they stand in.
CODES: Mapping[str, Callable[[], Iterable[Any]]] = {
    "role": roles,
    "register": sources,
    "indicator": indicators,
    "figure": figure_kinds,
    "pattern": patterns,
    "letter": kinds,
    "request": request_kinds,
    "state": states,
    "document": documents,
}
# Values that are words of the house, by the field they stand in.
PREFIXES = {
    "part": "part_",
    "ground": "ground_",
    "channel": "channel_",
    "side": "side_",
    "financing": "financing_",
    "line": "line_",
}
KINDS = {"ties": "tie_", "deals": "deal_"}
DAYS = frozenset(("on", "from", "to", "until", "born"))
YES_NO = ("yes", "no")
# Fields that hold what somebody wrote, never a word of the house.
FREE = frozenset(
    [
        *("number", "kind", "title", "text", "reason", "reasons"),
        *("before", "after", "reference", "label", "remark"),
    ]
)


def record(part: str, row: Mapping[str, Any], called: Names, language: Language) -> Pairs:
    """One record as pairs of a label and a text, without what is empty."""
    if part == "ties":
        row = _turned(row)
    return tuple(
        (str(word(f"held_{name}")), said)
        for name, value in row.items()
        if value not in (None, "", [], {}) and (said := text(part, name, value, called, language))
    )


def _turned(row: Mapping[str, Any]) -> dict[str, Any]:
    """A tie that begins at the other party says so in words."""
    kind = str(word(KINDS["ties"] + row["kind"]))
    if not row.get("outward", True):
        kind = gettext("the other party %(tie)s this one", tie=kind)
    return {**{name: each for name, each in row.items() if name != "outward"}, "kind": kind}


def text(
    part: str,
    name: str,
    value: Any,
    called: Names,
    language: Language,
) -> str:
    """One value in words: a code by its name, a day as a day, a list line by line."""
    match value:
        case bool():
            return str(gettext("yes") if value else gettext("no"))
        case dict():
            return str(value[language.value])
        case list():
            return "\n".join(_item(each, called, language) for each in value if _loud(each))
        case str() if _dated(name) and _DAY.fullmatch(value):
            return dates.parse(value).display(language)
    return _word(part, name, str(value), called)


def _dated(name: str) -> bool:
    """Whether a field holds a day; what somebody wrote may only look like one."""
    return name in DAYS or name.endswith(("_on", "_from", "_to"))


def _loud(item: Mapping[str, Any]) -> bool:
    return item.get("name") not in QUIET_INPUTS


def _item(item: Mapping[str, Any], called: Names, language: Language) -> str:
    """One line of a list inside a record."""
    if set(item) == {"name", "value"}:
        return f"{item['name']}: {item['value']}"
    pairs = record("", item, called, language)
    return "; ".join(f"{label}: {said}" for label, said in pairs)


def _word(part: str, name: str, value: str, called: Names) -> str:
    if name == "kind" and part == "deals":
        return str(word(KINDS[part] + value))
    if name in PREFIXES:
        return str(word(PREFIXES[name] + value))
    if name in called:
        return called[name].get(value, value)
    if name == "answer" and (rows := table_of(value)) is not None:
        return _table(rows, called["column"])
    if _AMOUNT.fullmatch(value):
        return str(format_decimal(Decimal(value), "#,##0.00"))
    return value if name in FREE or part == "party" else _cell(value)


def _cell(value: str) -> str:
    """A word of the house in the reader's language; a number or a text as it is."""
    if value in YES_NO:
        return str(gettext("yes") if value == "yes" else gettext("no"))
    return value if len(value) == 1 or value.isdigit() else str(word(value))


def _table(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> str:
    """An answer that is a table, a row a line."""
    return "\n".join(
        "; ".join(f"{columns.get(name, name)}: {_cell(_plain(cell))}" for name, cell in row.items())
        for row in rows
    )


def _plain(cell: Any) -> str:
    """A cell as it was filled in: a tick as yes or no."""
    return YES_NO[not cell] if isinstance(cell, bool) else str(cell)


def names(language: Language) -> dict[str, dict[str, str]]:
    """What the codes of the law are called, by the field in which they stand."""
    found = {
        field: {row.code: _of(row.name, language) for row in table()}
        for field, table in CODES.items()
    }
    questions = [question for section in sections() for question in section.questions]
    columns = [column for question in questions for column in question.columns]
    found["question"] = {row.code: f"{row.code} {_of(row.text, language)}" for row in questions}
    found["column"] = {row.code: _of(row.name, language) for row in columns}
    return found


def _of(name: Texts, language: Language) -> str:
    return name.in_(language)


def paid(name: str, value: str) -> str:
    """A cell of the table of payments."""
    match name:
        case "on":
            return str(format_date(date.fromisoformat(value), "dd-MM-yyyy"))
        case "amount" if _AMOUNT.fullmatch(value):
            return str(format_decimal(Decimal(value), "#,##0.00"))
        case "direction":
            return str(word(value))
    return value
