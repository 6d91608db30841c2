"""The yearly public report of a partnership on paper: counts only, small numbers kept back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from flask_babel import force_locale, format_date, gettext

from app.evaluation_paper import elsewhere, named, plain, said
from bureau.operations.evaluations import Evaluation
from bureau.rules.evaluation import FEWEST_PEOPLE, Figure, Unit
from bureau.rules.small_numbers import told, total
from bureau.rules.vocabulary import Language
from reports.values.sheet import Part, Sheet, Table

# Texts that somebody typed themselves; they could name what nobody may publish.
TYPED = frozenset({"on_time_under", "displaced"})
# A total, and how the names of its parts begin: one part kept back alone would follow from it.
TOTALS = {"objections_filed": "objections_", "measures_decided": "decided_of"}
SEATS = "seats_of"


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
                (gettext("Partnership cases"), _few(found.cases)),
            ),
            intro=(
                gettext("These are counts, never of one person."),
                gettext(
                    "A number below five is kept back, and of victims one below ten; nought counts "
                    "as few. So is a share or a middle value that rests on fewer than five."
                ),
                gettext("Where it says: not told, too few cases lie behind the number."),
            ),
            parts=tuple(_parts(found, language)),
            content=content(found, language),
        )


def content(found: Evaluation, language: Language) -> dict[str, object]:
    """The figures of the report as plain values, without what somebody typed."""
    shown = public(found)
    health = [
        {"condition": row.code, "figure": each.name, "value": each.value, "counted": each.counted}
        for row, figures in shown.health
        for each in figures
    ]
    cases = found.cases if found.cases >= FEWEST_PEOPLE else None
    return plain(shown, language) | {"cases": cases, "health": health}


def public(found: Evaluation) -> Evaluation:
    """The same evaluation without what somebody typed, and without what tells of a few."""
    kept = tuple(
        replace(each, figures=_kept(f for f in each.figures if f.name not in TYPED))
        for each in found.indicators
    )
    health = tuple((row, _kept(figures)) for row, figures in found.health)
    return replace(found, indicators=kept, health=health)


def _kept(given: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures that may be published; of those that may not, that they are small."""
    figures = tuple(given)
    hidden = {at for at, each in enumerate(figures) if _small(each)}
    silent = {at for at, each in enumerate(figures) if not _little(each)}
    for name, begins in TOTALS.items():
        parts = [i for i, f in enumerate(figures) if f.name.startswith(begins) and f.name != name]
        counts = [int(figures[i].value or 0) for i in parts]
        back = {i for i, shown in zip(parts, told(counts), strict=True) if shown is None}
        if counts and total(counts) is None:
            back |= {i for i, f in enumerate(figures) if f.name == name}
        hidden |= back
        silent |= back if back & silent else set()  # which of them is small would tell of it
    seats = {i for i, f in enumerate(figures) if f.name == SEATS}
    if seats & hidden:  # the one kept back would follow from all and the others
        hidden |= seats
    return tuple(_back(f, i in silent) if i in hidden else f for i, f in enumerate(figures))


def _little(figure: Figure) -> bool:
    """Whether a figure is a count, and itself below what may be told."""
    return figure.unit is Unit.COUNT and (figure.value is None or figure.value < FEWEST_PEOPLE)


def _small(figure: Figure) -> bool:
    """Whether a figure tells of fewer than five: things, people, or what it was counted over."""
    if figure.value is None:
        return False
    few = figure.counted < FEWEST_PEOPLE or 0 < figure.people < FEWEST_PEOPLE
    return few or (figure.unit is Unit.COUNT and figure.value < FEWEST_PEOPLE)


def _back(figure: Figure, silent: bool) -> Figure:
    few = max(figure.few, FEWEST_PEOPLE)
    return replace(figure, value=None, counted=0, few=few, end=0, silent=silent)


def _few(number: int) -> str:
    least = FEWEST_PEOPLE
    return str(number) if number >= least else str(gettext("fewer than %(least)s", least=least))


def _parts(found: Evaluation, language: Language) -> Iterator[Part]:
    shown = public(found)
    for each in shown.indicators:
        caution = gettext("Caution: %(text)s", text=each.row.caution.in_(language))
        words = (each.row.measure.in_(language), caution)
        title = f"{each.row.name.in_(language)} ({each.row.code})"
        if not each.held:
            yield Part(title, text=(gettext("Not held here."), elsewhere(each, language), caution))
        elif not each.figures:
            yield Part(title, text=(gettext("Nothing to count in this year."), *words))
        else:
            yield Part(title, text=words, tables=(_table(title, each.figures, language),))
    for row, figures in shown.health:
        if figures:
            name = row.name.in_(language)
            yield Part(name, tables=(_table(name, figures, language),))


def _table(caption: str, figures: Iterable[Figure], language: Language) -> Table:
    heads = (gettext("What"), gettext("Found"), gettext("Counted"))
    lines = tuple((named(f, language), said(f), str(f.counted or "")) for f in figures)
    return Table(caption, heads, lines, frozenset({1, 2}))
