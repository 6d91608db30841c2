"""What is held about one person in words to read: the same parts on the page and on paper."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from flask_babel import force_locale, format_date, gettext

from app.held_words import TITLES
from app.words import word
from bureau.operations.person_exports import HeldBack, PersonExport
from bureau.rules.access import request_kinds
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
from reports.values.sheet import Part, Sheet, Table

Pairs = tuple[tuple[str, str], ...]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
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
PAYMENTS = ("on", "direction", "amount", "account", "other", "reference")
QUIET_INPUTS = ("threshold_version",)


def sheet(export: PersonExport, language: Language) -> Sheet:
    """What is held about a person as a report in `language`; needs an application context."""
    with force_locale(str(language)):
        return Sheet(
            name=f"{export.reference}-inzage",
            language=language,
            sender=export.authority[:1].upper() + export.authority[1:],
            title=gettext("What is held about %(name)s", name=export.name),
            mark=gettext("Confidential: for the person concerned"),
            reference=export.reference,
            dated=export.made_on,
            about=(
                (gettext("Case"), export.reference),
                (gettext("Responsible"), export.authority),
                (gettext("Made on"), format_date(export.made_on, "d MMMM yyyy")),
                (gettext("Basis"), "AVG 15"),
            ),
            intro=(gettext("Names and numbers of others are taken out of the text: […]."),),
            parts=(*parts(export, language), _held(export, language), _rights()),
            content=export.plain(language),
        )


def parts(export: PersonExport, language: Language) -> tuple[Part, ...]:
    """Every part of the export in words, each with the rules that keep something out of it."""
    names = _names(language)
    found = [_party(export, names)]
    for part, title in TITLES.items():
        rows = export.content[part]
        spelled = tuple(_record(part, row, names, language) for row in rows)
        table = part == "payments" and rows
        found.append(
            Part(
                str(title),
                text=tuple(_said(rows, export.withheld.get(part, ()), language)),
                records=() if table else spelled,
                tables=(_payments(rows),) if table else (),
            )
        )
    return tuple(found)


def _said(rows: object, withheld: Iterable[HeldBack], language: Language) -> Iterator[str]:
    if not rows:
        yield gettext("Nothing is told here.")
    for row in withheld:
        name = row.name.in_(language)
        yield gettext("Withheld by law: %(what)s (%(basis)s).", what=name, basis=row.basis)


def _party(export: PersonExport, names: Mapping[str, Mapping[str, str]]) -> Part:
    party = export.content["party"]
    facts = [(str(word(f"field_{name}")), text) for name, text in party["facts"].items()]
    facts += [(str(word(row["scheme"])), row["value"]) for row in party["identifiers"]]
    source = party["learnt"]["source"] or gettext("not released")
    roles_ = tuple(_record("party", row, names, Language.NL) for row in party["roles"])
    name = (str(word("held_name")), party["name"])
    return Part(gettext("Party"), facts=(name, *facts, (gettext("Source"), source)), records=roles_)


def _record(
    part: str, row: Mapping[str, Any], names: Mapping[str, Mapping[str, str]], language: Language
) -> Pairs:
    """One record as pairs of a label and a text, without what is empty."""
    return tuple(
        (str(word(f"held_{name}")), text)
        for name, value in row.items()
        if value not in (None, "", [], {}) and (text := _text(part, name, value, names, language))
    )


def _text(
    part: str,
    name: str,
    value: Any,
    names: Mapping[str, Mapping[str, str]],
    language: Language,
) -> str:
    match value:
        case bool():
            return str(gettext("yes") if value else gettext("no"))
        case dict():
            return str(value[language.value])
        case list():
            return "\n".join(_item(each, names, language) for each in value if _loud(each))
        case str() if _DAY.fullmatch(value):
            return str(format_date(date.fromisoformat(value), "d MMM yyyy"))
    return _word(part, name, str(value), names)


def _loud(item: Mapping[str, Any]) -> bool:
    return item.get("name") not in QUIET_INPUTS


def _item(
    item: Mapping[str, Any], names: Mapping[str, Mapping[str, str]], language: Language
) -> str:
    """One line of a list inside a record."""
    if set(item) == {"name", "value"}:
        return f"{item['name']}: {item['value']}"
    pairs = _record("", item, names, language)
    return "; ".join(f"{label}: {text}" for label, text in pairs)


def _word(part: str, name: str, value: str, names: Mapping[str, Mapping[str, str]]) -> str:
    if name == "kind" and part in KINDS:
        return str(word(KINDS[part] + value))
    if name in PREFIXES:
        return str(word(PREFIXES[name] + value))
    if name in names:
        return names[name].get(value, value)
    if name == "answer" and value.startswith("[{"):
        return _table(value, names["column"])
    return value if name in FREE else str(word(value))


FREE = frozenset({"text", "reason", "reasons", "before", "after", "reference", "label", "remark"})


def _table(value: str, columns: Mapping[str, str]) -> str:
    """An answer that is a table, a row a line."""
    return "\n".join(
        "; ".join(f"{columns.get(name, name)}: {word(str(cell))}" for name, cell in row.items())
        for row in json.loads(value)
    )


def _names(language: Language) -> dict[str, dict[str, str]]:
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


def _payments(rows: Iterable[Mapping[str, Any]]) -> Table:
    """The payments as one table: there may be thousands."""
    heads = tuple(str(word(f"held_{name}")) for name in PAYMENTS)
    lines = tuple(
        tuple(str(word(row[name])) if name == "direction" else row[name] for name in PAYMENTS)
        for row in rows
    )
    return Table(gettext("Payments of own accounts"), heads, lines, frozenset({2}))


def _held(export: PersonExport, language: Language) -> Part:
    title = gettext("What is held back, by rule")
    if not export.held:
        return Part(title, text=(gettext("Nothing was held back."),))
    lines = tuple((row.name.in_(language), row.basis, str(row.count)) for row in export.held)
    heads = (gettext("Rule"), gettext("Legal basis"), gettext("How many"))
    return Part(title, tables=(Table(gettext("Held back"), heads, lines, frozenset({2})),))


def _rights() -> Part:
    rights = gettext(
        "You may ask for correction, erasure or restriction, object to the processing, and complain"
        " to the Autoriteit Persoonsgegevens (AVG 15(1)(e) and (f))."
    )
    return Part(gettext("Your rights"), text=(rights,))
