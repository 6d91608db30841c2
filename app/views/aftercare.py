"""After the decision: conditions watched, a new screening when facts change, the file closed."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.forms.decision import AgainForm, ConditionForm, MonitoringForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import aftercare, case_files
from bureau.operations.case_files import CaseView
from bureau.work import Work

bp = Blueprint("aftercare", __name__)
PATH = "/cases/<uuid:case_id>/aftercare"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show_aftercare(case_id: UUID) -> ResponseReturnValue:
    """The conditions, the plan to watch them, and what comes next."""
    with unit() as work:
        return _page(work, case_id)


@bp.post(f"{PATH}/plan")
@guard(Permission.CASE_EDIT, loads="case")
def plan_monitoring(case_id: UUID) -> ResponseReturnValue:
    """Write how the conditions are watched."""
    form = MonitoringForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            aftercare.plan_monitoring(work, case_id, int(form.version.data), form.plan.data)
            return _stored(case_id)
    with unit() as work:
        return _page(work, case_id, plan=form), refused()


@bp.post(f"{PATH}/conditions/<uuid:condition_id>")
@guard(Permission.CASE_EDIT, loads="case")
def check_condition(case_id: UUID, condition_id: UUID) -> ResponseReturnValue:
    """Record a check of a condition."""
    form = ConditionForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            aftercare.check_condition(
                work,
                case_id,
                condition_id,
                int(form.version.data),
                form.status.data,
                result=form.result.data or "",
                next_check=form.next_check.data,
            )
            return _stored(case_id)
    with unit() as work:
        return _page(work, case_id, condition=form), refused()


@bp.route(f"{PATH}/again", methods=["GET", "POST"])
@guard(Permission.CASE_STEP, loads="case")
def screen_again(case_id: UUID) -> ResponseReturnValue:
    """Open a linked screening after new facts."""
    form = AgainForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            new = aftercare.screen_again(
                work, case_id, form.title.data, form.reason.data, form.received_on.data
            )
            flash(gettext("A new screening is open, linked to the earlier one."), "success")
            return redirect(url_for("cases.show_case", case_id=new.id))
    with unit() as work:
        page = framed(work, case_id, "screening/again.html", form=form)
    return (page, refused()) if form.is_submitted() else page


def _stored(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for("aftercare.show_aftercare", case_id=case_id))


def _conditions(file: CaseView) -> list[Any]:
    """The conditions of this case; those that a later decision replaced come last."""
    found = [row for decision in file.decisions for row in decision.conditions]
    return sorted(found, key=lambda row: row.ended_on is not None)


def _page(work: Work, case_id: UUID, **given: FlaskForm) -> str:
    file = case_files.read_case(work, case_id)
    plan = MonitoringForm(
        formdata=None, data={"plan": file.screening.monitoring if file.screening else ""}
    )
    return framed(
        work,
        case_id,
        "screening/aftercare.html",
        file=file,
        conditions=_conditions(file),
        plan_form=given.get("plan") or plan,
        condition_form=given.get("condition") or ConditionForm(formdata=None),
        wrong=given.get("condition"),
    )
