"""The yearly public report of a partnership on paper: counts only, small numbers kept back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from flask_babel import force_locale, format_date, gettext

from app.evaluation_paper import elsewhere, named, plain, said
from bureau.operations.evaluations import Evaluation
from bureau.rules.evaluation import Figure
from bureau.rules.vocabulary import Language
from reports.values.sheet import Part, Sheet, Table

# Texts that somebody typed themselves; they could name what nobody may publish.
TYPED = frozenset({"on_time_under", "displaced"})


def sheet(found: Evaluation, language: Language) -> Sheet:
    """The report of a year in `language`; needs an application context."""
    with force_locale(str(language)):
        return Sheet(
            name=f"bureau-partnership-{found.year}",
            language=language,
            sender=found.organisation,
            title=gettext("The partnership in %(year)s", year=found.year),
            mark=gettext("Public yearly report (WGS 1.12)"),
            reference=gettext("Figures of %(year)s", year=found.year),
            dated=found.counted_on,
            about=(
                (gettext("Counted on"), format_date(found.counted_on, "d MMMM yyyy")),
                (gettext("Partnership cases"), str(found.cases)),
            ),
            intro=(
                gettext("These are counts, never of one person."),
                gettext(
                    "A number of fewer than five people is kept back, and of victims fewer than "
                    "ten; nought counts as few."
                ),
            ),
            parts=tuple(_parts(found, language)),
            content=content(found, language),
        )


def content(found: Evaluation, language: Language) -> dict[str, object]:
    """The figures of the report as plain values, without what somebody typed."""
    told = plain(public(found), language)
    health = [
        {"condition": row.code, "figure": each.name, "value": each.value, "counted": each.counted}
        for row, figures in found.health
        for each in figures
    ]
    return told | {"health": health}


def public(found: Evaluation) -> Evaluation:
    """The same evaluation without the figures that carry a text somebody typed."""
    kept = tuple(
        replace(each, figures=tuple(f for f in each.figures if f.name not in TYPED))
        for each in found.indicators
    )
    return replace(found, indicators=kept)


def _parts(found: Evaluation, language: Language) -> Iterator[Part]:
    for each in public(found).indicators:
        caution = gettext("Caution: %(text)s", text=each.row.caution.in_(language))
        words = (each.row.measure.in_(language), caution)
        title = f"{each.row.name.in_(language)} ({each.row.code})"
        if not each.held:
            yield Part(title, text=(gettext("Not held here."), elsewhere(each, language), caution))
        elif not each.figures:
            yield Part(title, text=(gettext("Nothing to count in this year."), *words))
        else:
            yield Part(title, text=words, tables=(_table(title, each.figures, language),))
    for row, figures in found.health:
        if figures:
            name = row.name.in_(language)
            yield Part(name, tables=(_table(name, figures, language),))


def _table(caption: str, figures: Iterable[Figure], language: Language) -> Table:
    heads = (gettext("What"), gettext("Found"), gettext("Counted"))
    lines = tuple((named(f, language), said(f), str(f.counted or "")) for f in figures)
    return Table(caption, heads, lines, frozenset({1, 2}))
