"""Dates of admission of people of partners: what was shown, until when it holds."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date, gettext

from app.context import language
from app.forms.clearances import RecordForm, WithdrawForm
from app.guard import Permission, guard
from app.unit import confirm, unit
from bureau.operations import clearances

bp = Blueprint("clearances", __name__, url_prefix="/people")
PURPOSE = "managing accounts"


@bp.route("/<uuid:user_id>/dates", methods=["GET", "POST"])
@guard(Permission.ACCOUNT_OPEN)
def show_dates(user_id: UUID) -> ResponseReturnValue:
    """What this person has to show, how each stands, and a form to record or renew."""
    form = RecordForm()
    with unit(PURPOSE) as work:
        dates = clearances.read_dates(work, user_id)
        form.kind.choices = [
            (row.kind.code, row.kind.name.in_(language())) for row in dates.standings
        ]
        if not form.validate_on_submit():
            return render_template(
                "clearances/list.html", dates=dates, form=form, withdraw=WithdrawForm(formdata=None)
            )
    confirm(form.own_password.data, "own_password")
    with unit(PURPOSE) as work:
        row = clearances.record_date(
            work,
            user_id,
            form.kind.data,
            form.given_on.data,
            form.until_on.data,
            form.source.data,
        )
        last = format_date(row.until_on, "d MMM yyyy")
    flash(gettext("Recorded; it holds until %(day)s.", day=last), "success")
    return redirect(url_for(".show_dates", user_id=user_id))


@bp.post("/<uuid:user_id>/dates/<uuid:clearance_id>/withdrawal")
@guard(Permission.ACCOUNT_OPEN)
def withdraw_date(user_id: UUID, clearance_id: UUID) -> ResponseReturnValue:
    """Take back a date that should not hold."""
    form = WithdrawForm()
    if form.validate_on_submit():
        with unit(PURPOSE) as work:
            clearances.withdraw_date(
                work, user_id, clearance_id, int(form.version.data), form.reason.data
            )
        flash(gettext("Withdrawn. It holds from the next request on."), "success")
    else:
        flash(gettext("Say why it is withdrawn."), "error")
    return redirect(url_for(".show_dates", user_id=user_id))
