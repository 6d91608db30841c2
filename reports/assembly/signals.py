"""The indicators that fired: what was asked, where the papers answer, what was made of it."""

from collections.abc import Mapping

from bureau.model import IndicatorAnswer
from bureau.rules.indicators import Indicator, IndicatorGroup, indicators
from reports.assembly.file import CaseFile
from reports.values.screening import Signal

FIRED, EXPLAINED = "fired", "explained"
STANDINGS = {
    "open": ("nog niet beantwoord", "not answered yet"),
    "explained": ("verklaard", "explained"),
    "dismissed": ("terzijde gelegd", "dismissed"),
    "carried": ("meegenomen in de beoordeling", "carried into the assessment"),
}
PAPERS = ("form", "questionnaire")
STATEMENTS = ("camt053", "mt940", "payments-csv")
# The kinds of source that an indicator of each group is computed from.
DRAWN_FROM: Mapping[IndicatorGroup, tuple[str, ...]] = {
    IndicatorGroup.FINANCE: (*PAPERS, *STATEMENTS),
    IndicatorGroup.STRUCTURE: (*PAPERS, "kvk"),
    IndicatorGroup.MANAGEMENT: (*PAPERS, "kvk"),
    IndicatorGroup.PROPERTY: (*PAPERS, "brk"),
    IndicatorGroup.OPERATIONS: ("tip", "inspection", *PAPERS),
    IndicatorGroup.DOCUMENTS: PAPERS,
}


def signals(file: CaseFile) -> tuple[Signal, ...]:
    """The indicators that fired or were answered; none where no source may go along."""
    if not file.sources:
        return ()
    rows: list[IndicatorAnswer] = file.rows.all(IndicatorAnswer)
    shown = (row for row in rows if row.signal == FIRED or row.status in ("carried", EXPLAINED))
    return tuple(_signal(file, row) for row in shown)


def _signal(file: CaseFile, row: IndicatorAnswer) -> Signal:
    known = indicators().row(row.code, file.work.today)
    asked, needs = known.question.in_(file.language), known.needs.in_(file.language)
    none = file.say("niet vastgesteld; gevraagd is: ", "not established; the question is: ")
    status = file.say(*STANDINGS.get(row.status, (row.status, row.status)))
    by = file.say(" door ", " by ") + row.answered_by.name if row.answered_by else ""
    return Signal(
        code=row.code,
        title=known.name.in_(file.language),
        observed=_observed(file, row, known),
        innocent=row.reason if row.status == EXPLAINED and row.reason else none + asked,
        answer=file.say("op het formulier en de bijlagen: ", "on the form and annexes: ") + needs,
        weighed=f"{status}{by}" + (f": {row.reason}" if row.reason else ""),
        sources=_sources(file, known),
    )


def _observed(file: CaseFile, row: IndicatorAnswer, known: Indicator) -> str:
    """What fired, in numbers; the test alone where a withheld source may be in the numbers."""
    if file.held_sources:
        return known.method.in_(file.language)
    return file.say(row.explanation_nl, row.explanation_en)


def _sources(file: CaseFile, known: Indicator) -> tuple[int, ...]:
    """The sources it was computed from, by their kind; the first of the file where none fits."""
    kinds = DRAWN_FROM[known.group]
    fitting = [source.id for source in file.sources.values() if source.kind in kinds]
    return file.numbered(fitting or list(file.sources)[:1])
