"""Thresholds of the indicators: what holds, since when and why; two people set one."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.reckoning import SettleThresholdForm, ThresholdForm
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
    """Propose a threshold from a day on, with the reason."""
    form = ThresholdForm()
    row = _one(code, name)
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            thresholds.set_threshold(
                work, code, name, form.value.data, form.holds_from.data, form.reason.data
            )
            flash(
                gettext("The threshold is proposed. It holds once somebody else confirms it."),
                "success",
            )
            return redirect(url_for(".list_thresholds") + f"#{code}")
    page = render_template("thresholds/change.html", form=form, row=row)
    return (page, refused()) if form.is_submitted() else page


@bp.route("/changes/<uuid:change_id>", methods=["GET", "POST"])
@guard(Permission.THRESHOLD_CONFIRM, loads="threshold_change")
def settle(change_id: UUID) -> ResponseReturnValue:
    """Confirm or refuse a threshold that somebody else proposed."""
    form = SettleThresholdForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            thresholds.settle_threshold(
                work,
                change_id,
                int(form.version.data),
                form.reason.data or "",
                confirmed=form.answer.data == "confirm",
            )
            flash(gettext("Stored."), "success")
            return redirect(url_for(".list_thresholds"))
    with unit(PURPOSE) as work:
        change, row = thresholds.read_change(work, change_id)
        page = render_template("thresholds/settle.html", form=form, change=change, row=row)
    return (page, refused()) if form.is_submitted() else page


def _one(code: str, name: str) -> ThresholdView:
    with unit(PURPOSE) as work:
        for row in thresholds.list_thresholds(work):
            if (row.indicator, row.name) == (code, name):
                return row
    raise NotFound("There is nothing here that you may see.")
