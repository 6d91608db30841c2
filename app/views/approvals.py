"""Waiting for a second person: the list, exactly what is asked, and the answer to it."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.forms.approvals import AgreeForm, OwnForm, RefuseForm
from app.guard import Permission, guard
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau.operations import approvals

bp = Blueprint("approvals", __name__, url_prefix="/approvals")
PURPOSE = "four eyes"


@bp.get("")
@guard(Permission.WORK_READ)
def list_waiting() -> ResponseReturnValue:
    """What waits for the reader, and what the reader asked."""
    with unit(PURPOSE) as work:
        return render_template("approvals/list.html", waiting=approvals.list_waiting(work))


@bp.get("/<uuid:approval_id>")
@guard(Permission.WORK_READ)
def show(approval_id: UUID) -> ResponseReturnValue:
    """Exactly what is asked."""
    return _page(approval_id)


@bp.post("/<uuid:approval_id>/agreement")
@guard(Permission.WORK_READ, strong="approval")
def approve(approval_id: UUID) -> ResponseReturnValue:
    """Agree to exactly what was shown: a grave act."""
    form = AgreeForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.own_password.data, "own_password")
            with unit(PURPOSE) as work:
                approvals.approve(work, approval_id, int(form.version.data), form.digest.data)
            flash(gettext("You agreed to exactly this."), "success")
            return redirect(url_for(".show", approval_id=approval_id))
    return _page(approval_id, agreeing=form), refused()


@bp.post("/<uuid:approval_id>/refusal")
@guard(Permission.WORK_READ)
def refuse(approval_id: UUID) -> ResponseReturnValue:
    """Say no, with the reason."""
    form = RefuseForm()
    if form.validate_on_submit():
        with told(form):
            with unit(PURPOSE) as work:
                approvals.refuse(work, approval_id, int(form.version.data), form.reason.data)
            flash(gettext("Refused, with your reason."), "success")
            return redirect(url_for(".show", approval_id=approval_id))
    return _page(approval_id, refusing=form), refused()


@bp.post("/<uuid:approval_id>/withdrawal")
@guard(Permission.WORK_READ)
def withdraw(approval_id: UUID) -> ResponseReturnValue:
    """Take back what one asked."""
    form = OwnForm()
    if form.validate_on_submit():
        with told(form):
            with unit(PURPOSE) as work:
                approvals.withdraw(work, approval_id, int(form.version.data))
            flash(gettext("Withdrawn."), "success")
            return redirect(url_for(".list_waiting"))
    return _page(approval_id, asking=form), refused()


@bp.post("/<uuid:approval_id>/again")
@guard(Permission.WORK_READ)
def ask_again(approval_id: UUID) -> ResponseReturnValue:
    """Ask anew, as it is now."""
    form = OwnForm()
    if form.validate_on_submit():
        with told(form):
            with unit(PURPOSE) as work:
                asked = approvals.ask_again(work, approval_id).id
            flash(gettext("Asked again, as it is now."), "success")
            return redirect(url_for(".show", approval_id=asked))
    return _page(approval_id, asking=form), refused()


def _page(
    approval_id: UUID,
    agreeing: FlaskForm | None = None,
    refusing: FlaskForm | None = None,
    asking: FlaskForm | None = None,
) -> str:
    with unit(PURPOSE) as work:
        return render_template(
            "approvals/show.html",
            view=approvals.open_request(work, approval_id),
            agreeing=agreeing or AgreeForm(formdata=None),
            refusing=refusing or RefuseForm(formdata=None),
            asking=asking or OwnForm(formdata=None),
        )
