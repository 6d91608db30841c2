"""Thresholds of the indicators: what holds, since when and why; set by the coordinator."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.reckoning import ThresholdForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.errors import NotFound
from bureau.operations import thresholds
from bureau.operations.thresholds import ThresholdView

bp = Blueprint("thresholds", __name__, url_prefix="/thresholds")
PURPOSE = "thresholds of the indicators"


@bp.get("")
@guard(Permission.THRESHOLD_READ)
def list_thresholds() -> ResponseReturnValue:
    """Every threshold with its history."""
    with unit(PURPOSE) as work:
        found = thresholds.list_thresholds(work)
        return render_template("thresholds/list.html", found=found, today=work.today)


@bp.route("/<code>/<name>", methods=["GET", "POST"])
@guard(Permission.THRESHOLD_SET)
def change(code: str, name: str) -> ResponseReturnValue:
    """Set a threshold from a day on, with the reason."""
    form = ThresholdForm()
    row = _one(code, name)
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            thresholds.set_threshold(
                work, code, name, form.value.data, form.holds_from.data, form.reason.data
            )
            flash(gettext("The threshold is set. Hits say against which version."), "success")
            return redirect(url_for(".list_thresholds") + f"#{code}")
    page = render_template("thresholds/change.html", form=form, row=row)
    return (page, refused()) if form.is_submitted() else page


def _one(code: str, name: str) -> ThresholdView:
    with unit(PURPOSE) as work:
        for row in thresholds.list_thresholds(work):
            if (row.indicator, row.name) == (code, name):
                return row
    raise NotFound("There is nothing here that you may see.")
