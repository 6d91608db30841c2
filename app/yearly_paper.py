"""The figures of a year outside the page: as rows for a spreadsheet and as a report on paper."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from flask_babel import force_locale, format_date, format_decimal, gettext, ngettext

from app.words import word
from bureau.operations.overviews import YearFigures
from bureau.rules.procedure import states
from bureau.rules.reckoning import Days
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import Language
from reports.values.sheet import Part, Sheet, Table

SCHEMA = "bureau-year-1"
MARK = "\ufeff"  # so that a spreadsheet reads the file as UTF-8


def text(found: YearFigures, language: Language = Language.NL) -> str:
    """The numbers as CSV, with what each code is called in `language`."""
    lines = io.StringIO()
    heads, *told = rows(found)
    names = {row.code: row.name.in_(language) for row in (*scopes(), *states())}
    writer = csv.writer(lines)
    writer.writerow((*heads, "name"))
    writer.writerows((*line, names.get(str(line[1]), "")) for line in told)
    return MARK + lines.getvalue()


def rows(found: YearFigures) -> Iterator[tuple[object, ...]]:
    """The numbers row by row: part, code, number, median and longest in days."""
    yield ("part", "code", "number", "median_days", "longest_days")
    yield ("received", "", found.received, "", "")
    yield from (("scope", code, count, "", "") for code, count in found.scopes)
    yield from (("outcome", code, count, "", "") for code, count in found.outcomes)
    yield _timed("lead_time", "", found.lead_time)
    yield ("advice_asked", "", found.advice_asked, "", "")
    yield ("advice_received", "", found.advice_received, "", "")
    yield _timed("advice_time", "", found.advice_time)
    yield ("objections", "", found.objections, "", "")
    yield from (("objection", code, count, "", "") for code, count in found.objection_outcomes)
    yield from (_timed("step", code, spent) for code, spent in found.steps)


def plain(found: YearFigures) -> dict[str, object]:
    """The numbers as plain values, for a program to read."""
    heads, *lines = rows(found)
    return {
        "schema": SCHEMA,
        "year": found.year,
        "counted_on": found.counted_on.isoformat(),
        "figures": [dict(zip(map(str, heads), line, strict=True)) for line in lines],
    }


def sheet(found: YearFigures, language: Language) -> Sheet:
    """The report of a year in `language`; needs an application context."""
    with force_locale(str(language)):
        return Sheet(
            name=f"bureau-{found.year}",
            language=language,
            sender=found.organisation,
            title=gettext("Screenings in %(year)s", year=found.year),
            mark=gettext("Yearly report, Wet Bibob"),
            reference=gettext("Figures of %(year)s", year=found.year),
            dated=found.counted_on,
            about=_about(found),
            intro=(
                gettext("Only screenings that %(name)s may see are counted.", name=found.reader),
                gettext("These are numbers of cases, never of one person."),
            ),
            parts=tuple(_parts(found, language)),
            content=plain(found),
        )


def _about(found: YearFigures) -> tuple[tuple[str, str], ...]:
    day = format_date(found.counted_on, "d MMMM yyyy")
    return (
        (gettext("Counted on"), day),
        (gettext("Applications received"), str(found.received)),
        (gettext("From receipt to decision, median"), _spent(found.lead_time)),
        (gettext("Advice asked"), str(found.advice_asked)),
        (gettext("Advice received"), str(found.advice_received)),
        (gettext("Until the advice came, median"), _spent(found.advice_time)),
        (gettext("Objections"), str(found.objections)),
    )


def _parts(found: YearFigures, language: Language) -> Iterator[Part]:
    scope_names = {row.code: f"{row.name.in_(language)} ({row.code})" for row in scopes()}
    yield _part(gettext("Received"), gettext("Decision"), found.scopes, scope_names)
    outcomes = {code: str(word(code)) for code, _ in found.outcomes}
    yield _part(gettext("Decisions"), gettext("Outcome"), found.outcomes, outcomes)
    objected = {code: str(word(f"objection_{code}")) for code, _ in found.objection_outcomes}
    yield _part(gettext("Objections"), gettext("Outcome"), found.objection_outcomes, objected)
    title = gettext("How long cases stood in each state that they left")
    if not found.steps:
        yield Part(title, text=(gettext("Nothing to count in this year."),))
        return
    names = {row.code: row.name.in_(language) for row in states()}
    heads = (gettext("State"), gettext("How many"), gettext("Median"), gettext("Longest"))
    lines = tuple(
        (names.get(code, code), str(spent.count), _spent(spent), _days(spent.longest))
        for code, spent in found.steps
    )
    yield Part(title, tables=(Table(title, heads, lines, frozenset({1, 2, 3})),))


def _part(
    title: str, head: str, counts: Iterable[tuple[str, int]], names: Mapping[str, str]
) -> Part:
    lines = tuple((names.get(code, code), str(count)) for code, count in counts)
    if not lines:
        return Part(title, text=(gettext("Nothing to count in this year."),))
    total = (gettext("Total"), str(sum(count for _, count in counts)))
    caption = gettext("%(what)s, by %(by)s", what=title, by=head.lower())
    heads = (head, gettext("How many"))
    table = Table(caption, heads, (*lines, total), frozenset({1}), total=True)
    return Part(title, tables=(table,))


def _spent(spent: Days | None) -> str:
    if spent is None:
        return str(gettext("none"))
    if spent.median == int(spent.median):
        return _days(int(spent.median))
    return str(gettext("%(count)s days", count=format_decimal(spent.median)))


def _days(number: int) -> str:
    return str(ngettext("%(num)s day", "%(num)s days", number))


def _timed(part: str, code: str, spent: Days | None) -> tuple[object, ...]:
    if spent is None:
        return (part, code, 0, "", "")
    return (part, code, spent.count, spent.median, spent.longest)
