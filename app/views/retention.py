"""What is kept until when, what is due, and destruction under two pairs of eyes."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm
from wtforms.fields import SelectChoice

from app.context import language
from app.forms.retention import EndForm, ExecuteForm, KeepForm, PlanForm, ReasonForm, SettleForm
from app.guard import Permission, guard
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau.operations import destructions, endings, holds
from bureau.work import Work

bp = Blueprint("retention", __name__, url_prefix="/retention")
PURPOSE = "keeping files no longer than needed"
HOLD = "hold-"  # two forms on one page ask for a reason


@bp.get("")
@guard(Permission.RETENTION_READ)
def list_retention() -> ResponseReturnValue:
    """The closed files and the partnership cases by their last day, and the plans."""
    with unit(PURPOSE) as work:
        return _list(work, PlanForm(formdata=None))


@bp.post("/plans")
@guard(Permission.RETENTION_PLAN)
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
@guard(Permission.RETENTION_READ, loads="destruction_plan")
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
@guard(Permission.RETENTION_PLAN, loads="destruction_plan")
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


@bp.get("/cases/<uuid:case_id>")
@guard(Permission.RETENTION_READ, loads="case")
def show_case(case_id: UUID) -> ResponseReturnValue:
    """Until when a partnership case is kept, its ending and its holds."""
    with unit(PURPOSE) as work:
        return _case(work, case_id)


@bp.post("/cases/<uuid:case_id>/ending")
@guard(Permission.CASE_STEP, loads="case")
def close_case(case_id: UUID) -> ResponseReturnValue:
    """Close a partnership case."""
    form = EndForm()
    with unit(PURPOSE) as work:
        form.ending.choices = _endings(endings.read_keeping(work, case_id))
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            endings.close_case(work, case_id, form.ending.data, form.reason.data)
            return _kept(case_id)
    with unit(PURPOSE) as work:
        return _case(work, case_id, end=form), refused()


@bp.post("/cases/<uuid:case_id>/ending/undo")
@guard(Permission.RETENTION_PLAN, loads="case")
def reopen_case(case_id: UUID) -> ResponseReturnValue:
    """Open a closed partnership case again."""
    form = ReasonForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            endings.reopen_case(work, case_id, form.reason.data)
            return _kept(case_id)
    with unit(PURPOSE) as work:
        return _case(work, case_id, undo=form), refused()


@bp.post("/cases/<uuid:case_id>/hold")
@guard(Permission.RETENTION_PLAN, loads="case")
def set_hold(case_id: UUID) -> ResponseReturnValue:
    """Hold a partnership case because of a legal claim or a statutory duty."""
    form = KeepForm(prefix=HOLD)
    with unit(PURPOSE) as work:
        form.ground.choices = _grounds(endings.read_keeping(work, case_id))
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            holds.set_hold(work, case_id, form.reason.data, form.ground.data)
            return _kept(case_id)
    with unit(PURPOSE) as work:
        return _case(work, case_id, keep=form), refused()


@bp.post("/cases/<uuid:case_id>/hold/end")
@guard(Permission.RETENTION_PLAN, loads="case", strong="lift_hold")
def ask_lifting(case_id: UUID) -> ResponseReturnValue:
    """Ask to lift the hold on a partnership case: a second person agrees."""
    form = ReasonForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            holds.ask_lifting(work, case_id, form.reason.data)
            return _kept(case_id)
    with unit(PURPOSE) as work:
        return _case(work, case_id, lift=form), refused()


def _kept(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for(".show_case", case_id=case_id))


def _case(work: Work, case_id: UUID, **given: FlaskForm) -> str:
    view = endings.read_keeping(work, case_id)
    found: dict[str, Any] = {
        "end": EndForm(formdata=None),
        "undo": ReasonForm(formdata=None),
        "keep": KeepForm(formdata=None, prefix=HOLD),
        "lift": ReasonForm(formdata=None),
        **given,
    }
    found["end"].ending.choices = _endings(view)
    found["keep"].ground.choices = _grounds(view)
    return render_template("retention/case.html", view=view, today=work.today, **found)


def _endings(view: endings.KeepingView) -> list[SelectChoice]:
    return [
        SelectChoice(row.code, f"{row.name.in_(language())}: {row.means.in_(language())}")
        for row in view.endings
    ]


def _grounds(view: endings.KeepingView) -> list[SelectChoice]:
    return [SelectChoice(row.code, row.name.in_(language())) for row in view.grounds]


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
