"""The overview in numbers, as a page and as CSV, and the filters that somebody keeps."""

import csv
import io
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.context import language
from app.forms.yearly import SaveFilterForm, YearForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import told
from bureau.errors import Invalid
from bureau.operations import filters, overviews
from bureau.operations.overviews import YearFigures
from bureau.rules.procedure import states
from bureau.rules.reckoning import Days
from bureau.rules.scope import scopes
from bureau.work import Work

bp = Blueprint("yearly", __name__)
PURPOSE = "planning and reporting on the work"


@bp.get("/figures")
@guard(Permission.NETWORK_READ)
def show_figures() -> ResponseReturnValue:
    """A year in numbers, the work that lies there and what falls due."""
    form = YearForm(request.args)
    with unit(PURPOSE) as work:
        year = _year(form, work)
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
        found = overviews.read_year(work, _year(form, work), handed_out=True)
    text = io.StringIO()
    csv.writer(text).writerows(_lines(found))
    name = f"bureau-{found.year}.csv"
    return Response(
        "\ufeff" + text.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": f"attachment; filename={name}"},
    )


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


def _year(form: YearForm, work: Work) -> int:
    chosen = form.year.data if form.validate() else None
    return min(chosen or work.today.year, work.today.year)


def _scopes() -> dict[str, str]:
    return {row.code: row.name.in_(language()) for row in scopes()}


def _states() -> dict[str, str]:
    return {row.code: row.name.in_(language()) for row in states()}


def _lines(found: YearFigures) -> Iterator[tuple[object, ...]]:
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


def _timed(part: str, code: str, spent: Days | None) -> tuple[object, ...]:
    if spent is None:
        return (part, code, 0, "", "")
    return (part, code, spent.count, spent.median, spent.longest)
