"""Indicators: questions that the facts raise, each answered by a person; never added up."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.investigation import IndicatorForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.bearings import bearing
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import figures, fronts, indicators
from bureau.rules.clusters import together
from bureau.rules.figures import figure_kinds
from bureau.rules.indicators import indicators as known
from bureau.work import Work

bp = Blueprint("indicators", __name__)
PATH = "/cases/<uuid:case_id>/indicators"
ORDER = ("fired", "ask", "silent")
RAISED = ("open", "carried")  # what was explained or dismissed asks nothing any more


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def list_indicators(case_id: UUID) -> ResponseReturnValue:
    """What each indicator showed and what a person made of it."""
    with unit() as work:
        return _page(work, case_id)


@bp.post(PATH)
@guard(Permission.CASE_EDIT, loads="case")
def compute(case_id: UUID) -> ResponseReturnValue:
    """Compute them anew from the facts as they stand."""
    with unit() as work:
        indicators.compute_indicators(work, case_id)
    flash(gettext("Computed from the facts as they stand now."), "success")
    return redirect(url_for(".list_indicators", case_id=case_id))


@bp.post(f"{PATH}/<code>")
@guard(Permission.CASE_EDIT, loads="case")
def answer(case_id: UUID, code: str) -> ResponseReturnValue:
    """Say what is made of an indicator, with the reason."""
    form = IndicatorForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            indicators.answer_indicator(
                work, case_id, code, form.status.data, form.reason.data, int(form.version.data)
            )
            flash(gettext("Stored."), "success")
            return redirect(url_for(".list_indicators", case_id=case_id) + f"#{code}")
    with unit() as work:
        return _page(work, case_id, form, code), refused()


def _page(work: Work, case_id: UUID, form: IndicatorForm | None = None, wrong: str = "") -> str:
    rows = indicators.list_indicators(work, case_id)
    names: dict[str, Any] = {row.code: row for row in known().on(work.today)}
    found = figures.list_figures(work, case_id)
    kinds = figure_kinds().on(work.today)
    raised = {row.code for row in rows if row.signal == "fired" and row.status in RAISED}
    return framed(
        work,
        case_id,
        "screening/indicators.html",
        rows=sorted(rows, key=lambda row: (ORDER.index(row.signal), row.code)),
        known=names,
        clusters=together(raised, work.today),
        fronts=fronts.list_fronts(work, case_id),
        bearings={
            code: bearing(code, row.group.value, kinds, found) for code, row in names.items()
        },
        form=form or IndicatorForm(formdata=None),
        wrong=wrong,
    )
