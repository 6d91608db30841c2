"""What is kept until when, what is due, and destruction under two pairs of eyes."""

from collections.abc import Iterable
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm
from wtforms.fields import SelectChoice

from app.forms.retention import ExecuteForm, PlanForm, SettleForm
from app.guard import Permission, guard
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau.operations import destructions
from bureau.work import Work

bp = Blueprint("retention", __name__, url_prefix="/retention")
PURPOSE = "keeping files no longer than needed"


@bp.get("")
@guard(Permission.LETTER_READ)
def list_retention() -> ResponseReturnValue:
    """The closed files by their last day, and the plans."""
    with unit(PURPOSE) as work:
        return _list(work, PlanForm(formdata=None))


@bp.post("/plans")
@guard(Permission.CASE_OPEN)
def plan_destruction() -> ResponseReturnValue:
    """Make a plan of what is due."""
    form = PlanForm()
    with unit(PURPOSE) as work:
        rows = destructions.list_retention(work)
        _offer(form, (row.reference for row in rows if row.due(work.today)))
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            plan = destructions.plan_destruction(work, form.files.data or ())
            flash(gettext("The plan waits for a second person."), "success")
            return redirect(url_for(".show_plan", plan_id=plan.id))
    with unit(PURPOSE) as work:
        return _list(work, form), refused()


@bp.get("/plans/<uuid:plan_id>")
@guard(Permission.LETTER_READ, loads="destruction_plan")
def show_plan(plan_id: UUID) -> ResponseReturnValue:
    """A plan, and when it was executed its certificate."""
    return _plan(plan_id)


@bp.post("/plans/<uuid:plan_id>/answer")
@guard(Permission.RETENTION_APPROVE, loads="destruction_plan")
def settle_plan(plan_id: UUID) -> ResponseReturnValue:
    """Approve or refuse a plan: a grave act."""
    form = SettleForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.own_password.data, "own_password")
            with unit(PURPOSE) as work:
                destructions.settle_plan(
                    work,
                    plan_id,
                    int(form.version.data),
                    form.reason.data,
                    approved=form.answer.data == "approve",
                )
                return _stored(plan_id)
    return _plan(plan_id, settling=form), refused()


@bp.post("/plans/<uuid:plan_id>/execution")
@guard(Permission.CASE_OPEN, loads="destruction_plan")
def execute_plan(plan_id: UUID) -> ResponseReturnValue:
    """Destroy what an approved plan names: a grave act."""
    form = ExecuteForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.own_password.data, "own_password")
            with unit(PURPOSE) as work:
                destructions.execute_plan(work, plan_id, int(form.version.data))
                return _stored(plan_id)
    return _plan(plan_id, executing=form), refused()


def _stored(plan_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for(".show_plan", plan_id=plan_id))


def _offer(form: PlanForm, references: Iterable[str]) -> None:
    form.files.choices = [SelectChoice(each, each) for each in dict.fromkeys(references)]


def _list(work: Work, form: PlanForm) -> str:
    rows = destructions.list_retention(work)
    _offer(form, (row.reference for row in rows if row.due(work.today)))
    return render_template(
        "retention/list.html",
        rows=rows,
        plans=destructions.list_plans(work),
        form=form,
        today=work.today,
    )


def _plan(
    plan_id: UUID, settling: FlaskForm | None = None, executing: FlaskForm | None = None
) -> str:
    with unit(PURPOSE) as work:
        plan = destructions.read_plan(work, plan_id)
        return render_template(
            "retention/plan.html",
            plan=plan,
            own=plan.made_by_id == work.actor.id,
            settling=settling or SettleForm(formdata=None),
            executing=executing or ExecuteForm(formdata=None),
            today=work.today,
        )
