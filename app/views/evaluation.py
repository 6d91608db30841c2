"""How the partnership does: twenty indicators with their cautions, and its health."""

import json
from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app import evaluation_paper, partnership_report, plots
from app.answers import file_of
from app.context import language
from app.forms.yearly import YearForm
from app.guard import Permission, guard
from app.unit import unit
from bureau.operations import evaluations
from bureau.operations.evaluations import Evaluation
from bureau.rules.evaluation import Figure, Unit
from bureau.rules.survey import MARKS
from bureau.rules.vocabulary import Language
from reports.sheet import printed

bp = Blueprint("evaluation", __name__)
PURPOSE = "evaluation of the partnership"
WHOLE = 100.0


@bp.get("/evaluation")
@guard(Permission.EVALUATION_READ)
def show() -> ResponseReturnValue:
    """The indicators of a year, and the health of the partnership on five conditions."""
    form = YearForm(request.args)
    with unit(PURPOSE) as work:
        found = evaluations.read_evaluation(work, form.asked(work.today))
        form.year.data = found.year
        return render_template(
            "evaluation/show.html",
            form=form,
            found=found,
            lines=_lines(found),
            marks_of={row.code: _marks(figures) for row, figures in found.health},
            bars_of={row.code: _bars(figures) for row, figures in found.health},
            named=_named,
            said=evaluation_paper.said,
        )


@bp.get("/evaluation.csv")
@guard(Permission.EVALUATION_READ)
def show_csv() -> ResponseReturnValue:
    """The indicators of a year as CSV."""
    form = YearForm(request.args)
    with unit(PURPOSE) as work:
        found = evaluations.read_evaluation(work, form.asked(work.today), handed_out=True)
    told = evaluation_paper.text(found, Language(language()))
    return file_of(told.encode(), "text/csv", f"bureau-evaluation-{found.year}.csv")


@bp.get("/evaluation.pdf")
@guard(Permission.EVALUATION_READ)
def show_pdf() -> ResponseReturnValue:
    """The public report of a year on paper (WGS 1.12)."""
    form = YearForm(request.args)
    with unit(PURPOSE) as work:
        found = evaluations.read_evaluation(work, form.asked(work.today), handed_out=True)
    paper = printed(partnership_report.sheet(found, Language(language())))
    return file_of(paper.pdf, "application/pdf", paper.name)


@bp.get("/evaluation.json")
@guard(Permission.EVALUATION_READ)
def show_json() -> ResponseReturnValue:
    """The figures of the public report for a program."""
    form = YearForm(request.args)
    with unit(PURPOSE) as work:
        found = evaluations.read_evaluation(work, form.asked(work.today), handed_out=True)
    told = json.dumps(partnership_report.content(found, Language(language())), ensure_ascii=False)
    return file_of(told.encode(), "application/json", f"bureau-partnership-{found.year}.json")


def _lines(found: Evaluation) -> plots.Plot | None:
    drawn: list[tuple[str, tuple[tuple[date, float], ...]]] = [
        (gettext("actions done on time"), found.on_time),
        (gettext("seats filled"), found.presence),
    ]
    return plots.lines(drawn)


def _bars(figures: tuple[Figure, ...]) -> tuple[plots.Bar, ...]:
    told = [
        (_named(each), each.value)
        for each in figures
        if each.value is not None and each.unit is Unit.SHARE
    ]
    return plots.bars(told, WHOLE)


def _marks(figures: tuple[Figure, ...]) -> tuple[plots.Bar, ...]:
    told = [
        (gettext("mean of the answers, from 1 to 5"), each.value)
        for each in figures
        if each.value is not None and each.unit is Unit.MARK
    ]
    return plots.bars(told, max(MARKS))


def _named(figure: Figure) -> str:
    return evaluation_paper.named(figure, Language(language()))
