"""The overview in numbers, as a page, as CSV and on paper, and the filters that somebody keeps."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app import yearly_paper
from app.answers import file_of
from app.context import language
from app.forms.yearly import SaveFilterForm, YearForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import told
from bureau.errors import Invalid
from bureau.operations import filters, overviews
from bureau.rules.procedure import states
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import Language
from reports.sheet import printed

bp = Blueprint("yearly", __name__)
PURPOSE = "planning and reporting on the work"


@bp.get("/figures")
@guard(Permission.NETWORK_READ)
def show_figures() -> ResponseReturnValue:
    """A year in numbers, the work that lies there and what falls due."""
    form = YearForm(request.args)
    with unit(PURPOSE) as work:
        year = form.asked(work.today)
        form.year.data = year
        return render_template(
            "yearly/show.html",
            form=form,
            figures=overviews.read_year(work, year),
            workload=overviews.read_workload(work),
            scope_names=_scopes(),
            state_names=_states(),
        )


@bp.get("/figures.csv")
@guard(Permission.NETWORK_READ)
def figures_csv() -> ResponseReturnValue:
    """A year in numbers as CSV."""
    form = YearForm(request.args)
    with unit(PURPOSE) as work:
        found = overviews.read_year(work, form.asked(work.today), handed_out=True)
    name = f"bureau-{found.year}.csv"
    return file_of(yearly_paper.text(found, Language(language())).encode(), "text/csv", name)


@bp.get("/figures.pdf")
@guard(Permission.NETWORK_READ)
def figures_pdf() -> ResponseReturnValue:
    """A year in numbers as a report on paper."""
    form = YearForm(request.args)
    with unit(PURPOSE) as work:
        found = overviews.read_year(work, form.asked(work.today), handed_out=True)
    paper = printed(yearly_paper.sheet(found, Language(language())))
    return file_of(paper.pdf, "application/pdf", paper.name)


@bp.post("/cases/filters")
@guard(Permission.WORK_READ)
def save_filter() -> ResponseReturnValue:
    """Keep a filter of the list of cases."""
    form = SaveFilterForm()
    kept: dict[str, Any] = {part: getattr(form, part).data or "" for part in filters.PARTS}
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            filters.save_filter(work, form.name.data, kept)
            flash(gettext("Stored."), "success")
            return redirect(url_for("cases.list_cases", **kept))
    raise Invalid(
        "A filter is kept under a name.",
        where={"field": "name"},
        hint="Type a name of at most 60 characters and keep the filter again.",
    )


@bp.post("/cases/filters/<uuid:filter_id>/removal")
@guard(Permission.WORK_READ, loads="saved_filter")
def remove_filter(filter_id: UUID) -> ResponseReturnValue:
    """Remove one of one's own filters."""
    with unit(PURPOSE) as work:
        filters.remove_filter(work, filter_id)
    flash(gettext("Removed."), "success")
    return redirect(url_for("cases.list_cases"))


def _scopes() -> dict[str, str]:
    return {row.code: row.name.in_(language()) for row in scopes()}


def _states() -> dict[str, str]:
    return {row.code: row.name.in_(language()) for row in states()}
