"""Roles that wait for a second administrator: the list, and the answer to each."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.users import AnswerForm
from app.guard import Permission, guard
from app.unit import confirm, unit
from bureau.operations import grants

bp = Blueprint("grants", __name__, url_prefix="/people/waiting")
PURPOSE = "managing accounts"


@bp.get("")
@guard(Permission.USER_MANAGE)
def list_grants() -> ResponseReturnValue:
    """Who asked for which role, for whom and when."""
    with unit(PURPOSE) as work:
        return render_template("grants/list.html", waiting=grants.list_grants(work))


@bp.route("/<uuid:grant_id>", methods=["GET", "POST"])
@guard(Permission.USER_MANAGE)
def settle_grant(grant_id: UUID) -> ResponseReturnValue:
    """Confirm or refuse one role; whoever asked for it cannot."""
    form = AnswerForm()
    with unit(PURPOSE) as work:
        line = grants.read_grant(work, grant_id, shown=not form.is_submitted())
    if not form.validate_on_submit():
        return render_template("grants/answer.html", form=form, grant=line)
    confirm(form.own_password.data, "own_password")
    confirmed = form.answer.data == "confirm"
    with unit(PURPOSE) as work:
        grants.settle_grant(
            work, grant_id, int(form.version.data), form.reason.data or "", confirmed=confirmed
        )
    said = gettext("The role is confirmed; it holds from the next request on.")
    flash(said if confirmed else gettext("The role is refused."), "success")
    return redirect(url_for(".list_grants"))
