"""The figures of an evaluation in words, and as rows for a spreadsheet or a program."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from flask_babel import format_decimal, gettext, ngettext

from app.money import amount
from app.words import word
from bureau.operations.evaluations import Evaluated, Evaluation
from bureau.rules.evaluation import Figure, Unit, partnership_conditions
from bureau.rules.measures import measure_kinds
from bureau.rules.partners import partners
from bureau.rules.patterns import patterns
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import Language

SCHEMA = "bureau-partnership-1"
MARK = "\ufeff"  # so that a spreadsheet reads the file as UTF-8
HEADS = (
    *("indicator", "figure", "of", "value", "unit", "counted", "kept_back_below", "caution"),
    "kept_back",
)
ELSEWHERE, NOTHING = "not held here", "nothing to count"


def rows(found: Evaluation, language: Language) -> Iterator[tuple[object, ...]]:
    """The figures row by row, each with the caution of its indicator."""
    yield HEADS
    for each in found.indicators:
        caution = each.row.caution.in_(language)
        for one in each.figures:
            value = "" if one.value is None else one.value
            few, back = one.below or "", "yes" if one.few else ""
            told = (value, one.unit, one.counted, few, caution, back)
            yield (each.row.code, one.name, one.of, *told)
        if not each.figures:
            why = NOTHING if each.held else ELSEWHERE
            yield (each.row.code, why, "", "", "", 0, "", caution, "")


def text(found: Evaluation, language: Language) -> str:
    """The figures as CSV, with the cautions in `language`."""
    lines = io.StringIO()
    csv.writer(lines).writerows(rows(found, language))
    return MARK + lines.getvalue()


def plain(found: Evaluation, language: Language) -> dict[str, object]:
    """The figures as plain values, for a program to read."""
    heads, *lines = rows(found, language)
    return {
        "schema": SCHEMA,
        "year": found.year,
        "counted_on": found.counted_on.isoformat(),
        "cases": found.cases,
        "figures": [dict(zip(map(str, heads), line, strict=True)) for line in lines],
    }


def named(figure: Figure, language: Language) -> str:
    """What a figure is called, with what it is of."""
    name = str(word(f"ev_{figure.name}"))
    if not figure.of:
        return name[:1].upper() + name[1:]
    return f"{_of(figure, language)}: {name}"


def said(figure: Figure) -> str:
    """The value of a figure as people read it; only a count is said to be small."""
    if figure.below:
        return str(gettext("fewer than %(least)s", least=figure.below))
    if figure.few:
        return str(gettext("not told"))
    if figure.value is None:
        return str(gettext("nothing to count"))
    if figure.end:
        return marked(figure.value, figure.end)
    return _valued(figure.value, figure.unit)


def marked(value: float, end: int) -> str:
    """A mean of the survey; at the ends of the scale only that it is there."""
    told = format_decimal(value)
    if end > 0:
        return str(gettext("%(mark)s or more", mark=told))
    return str(gettext("%(mark)s or less", mark=told)) if end else str(told)


def elsewhere(each: Evaluated, language: Language) -> str:
    """How to get what the system does not hold."""
    return each.row.elsewhere.in_(language)


def _valued(value: float, unit: Unit) -> str:
    if unit is Unit.SHARE:
        return f"{format_decimal(value)} %"
    if unit is Unit.DAYS and value == int(value):
        return str(ngettext("%(num)s day", "%(num)s days", int(value)))
    if unit is Unit.DAYS:
        return str(gettext("%(count)s days", count=format_decimal(value)))
    if unit is Unit.CENTS:
        return amount(int(value))
    return str(format_decimal(value))


def _of(figure: Figure, language: Language) -> str:
    tables: dict[str, Callable[[], Iterable[Any]]] = {
        "decided_of": measure_kinds,
        "seats_of": partners,
        "explained_of": patterns,
        "survey_mark": partnership_conditions,
    }
    if figure.name not in tables:
        return figure.of
    names: dict[str, Texts] = {row.code: row.name for row in tables[figure.name]()}
    if figure.of not in names:
        return str(word(figure.of))
    name = names[figure.of].in_(language)
    return name if figure.name == "seats_of" else f"{name} ({figure.of})"
