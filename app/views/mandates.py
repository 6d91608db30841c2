"""The mandate register: who may decide what, entered by one and confirmed by another."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.mandates import AnswerForm, EndForm, MandateForm
from app.guard import Permission, guard
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau.operations import mandates

bp = Blueprint("mandates", __name__, url_prefix="/mandates")
PURPOSE = "keeping the mandate register"


@bp.get("")
@guard(Permission.WORK_READ)
def list_mandates() -> ResponseReturnValue:
    """Who may decide what in the name of which organ."""
    with unit(PURPOSE) as work:
        return render_template("mandates/list.html", rows=mandates.list_mandates(work))


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.USER_MANAGE)
def add_mandate() -> ResponseReturnValue:
    """Enter a mandate."""
    form = MandateForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            mandates.add_mandate(
                work,
                form.organ.data,
                form.decree.data,
                form.from_on.data,
                login=form.login.data or "",
                kinds=form.kinds.data or (),
                covered=form.covered.data or (),
                until_on=form.until_on.data,
            )
            flash(
                gettext("Entered. It counts once a second administrator confirmed it."), "success"
            )
            return redirect(url_for(".list_mandates"))
    page = render_template("mandates/add.html", form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.route("/<uuid:mandate_id>", methods=["GET", "POST"])
@guard(Permission.USER_MANAGE, loads="mandate")
def settle_mandate(mandate_id: UUID) -> ResponseReturnValue:
    """Confirm or refuse a mandate that another administrator entered."""
    form = AnswerForm()
    with unit(PURPOSE) as work:
        line = mandates.read_mandate(work, mandate_id, shown=not form.is_submitted())
    if form.validate_on_submit():
        with told(form):
            confirm(form.own_password.data, "own_password")
            with unit(PURPOSE) as work:
                mandates.settle_mandate(
                    work,
                    mandate_id,
                    int(form.version.data),
                    form.reason.data or "",
                    confirmed=form.answer.data == "confirm",
                )
                flash(gettext("Stored."), "success")
                return redirect(url_for(".list_mandates"))
    page = render_template("mandates/show.html", form=form, ending=EndForm(formdata=None), row=line)
    return (page, refused()) if form.is_submitted() else page


@bp.post("/<uuid:mandate_id>/end")
@guard(Permission.USER_MANAGE, loads="mandate")
def end_mandate(mandate_id: UUID) -> ResponseReturnValue:
    """End a mandate."""
    with unit(PURPOSE) as work:
        line = mandates.read_mandate(work, mandate_id)
    form = EndForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            mandates.end_mandate(
                work, mandate_id, int(form.version.data), form.until_on.data, form.reason.data
            )
            flash(gettext("Stored."), "success")
            return redirect(url_for(".list_mandates"))
    page = render_template(
        "mandates/show.html", form=AnswerForm(formdata=None), ending=form, row=line
    )
    return page, refused()
