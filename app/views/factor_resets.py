"""A lost second factor of a colleague: asking a second person to agree that it is taken away."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.factors import ResetForm
from app.guard import Permission, guard
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau.operations import factor_resets

bp = Blueprint("factor_resets", __name__, url_prefix="/people")
PURPOSE = "managing accounts"
OK = 200


@bp.route("/<uuid:user_id>/factors", methods=["GET", "POST"])
@guard(Permission.ACCOUNT_OPEN)
def show(user_id: UUID) -> ResponseReturnValue:
    """Which second factors this person has, and a form to ask that they are taken away."""
    form = ResetForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.own_password.data, "own_password")
            with unit(PURPOSE) as work:
                factor_resets.ask_reset(work, user_id, form.reason.data or "")
            flash(gettext("Asked. Nothing is taken away before a second person agrees."), "success")
            return redirect(url_for(".show", user_id=user_id))
    with unit(PURPOSE) as work:
        found = factor_resets.read_lost(work, user_id)
        page = render_template("factors/lost.html", found=found, form=form)
    return page, refused() if form.is_submitted() else OK
