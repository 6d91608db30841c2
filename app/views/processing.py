"""Changes of processing: what the committee was asked, and what is not switched on yet."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app import processing_paper
from app.answers import file_of
from app.context import language
from app.forms.processing import ChangeForm, WithdrawForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import processing_changes
from bureau.operations.processing_changes import ProcessingRegister
from bureau.rules.processing import Heard, processing_kinds

bp = Blueprint("processing", __name__, url_prefix="/processing-changes")
PURPOSE = "changes of processing"


@bp.get("")
@guard(Permission.PROCESSING_READ)
def list_changes() -> ResponseReturnValue:
    """The register, and what nothing covers."""
    with unit(PURPOSE) as work:
        return render_template(
            "processing/list.html",
            register=processing_changes.read_changes(work),
            kinds={row.code: row for row in processing_kinds().on(work.today)},
            withdraw=WithdrawForm(formdata=None),
        )


@bp.get("/register.csv")
@guard(Permission.PROCESSING_READ)
def list_csv() -> ResponseReturnValue:
    """The same as CSV."""
    with unit(PURPOSE) as work:
        text = processing_paper.text(processing_changes.read_changes(work, handed_out=True))
    return file_of(text.encode(), "text/csv", "processing-changes.csv")


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.PROCESSING_KEEP)
def register_change() -> ResponseReturnValue:
    """Register an advice, or a reasoned deviation."""
    form = ChangeForm()
    with unit(PURPOSE) as work:
        register = processing_changes.read_changes(work)
        form.subjects.choices = _choices(register)
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            processing_changes.register_change(
                work, form.subjects.data or (), form.what.data, _heard(form)
            )
            flash(gettext("Registered."), "success")
            return redirect(url_for(".list_changes"))
    page = render_template("processing/add.html", form=form, uncovered=register.uncovered)
    return (page, refused()) if form.is_submitted() else page


@bp.post("/<uuid:change_id>/withdrawal")
@guard(Permission.PROCESSING_KEEP)
def withdraw_change(change_id: UUID) -> ResponseReturnValue:
    """Take back an entry that should not hold."""
    form = WithdrawForm()
    if form.validate_on_submit():
        with unit(PURPOSE) as work:
            processing_changes.withdraw_change(
                work, change_id, int(form.version.data), form.reason.data
            )
        flash(gettext("Withdrawn. It holds from the next request on."), "success")
    else:
        flash(gettext("Say why it is withdrawn."), "error")
    return redirect(url_for(".list_changes"))


def _choices(register: ProcessingRegister) -> list[SelectChoice]:
    """What nothing covers, or all rows where everything is covered."""
    rows = register.uncovered or register.rows
    return [SelectChoice(row.key, f"{row.code} · {row.name.in_(language())}") for row in rows]


def _heard(form: ChangeForm) -> Heard:
    return Heard(
        reference=form.reference.data or "",
        advised_on=form.advised_on.data,
        advice=form.advice.data or "",
        minority=form.minority.data or "",
        favourable=form.favourable.data,
        deviation=form.deviation.data or "",
        told_committee_on=form.told_committee_on.data,
        told_officer_on=form.told_officer_on.data,
    )
