"""Which steps of a barrier model a case touches, in which role, on which sources."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.forms import parts
from app.forms.boards import CaseStepForm, WithdrawStepForm
from app.forms.parts import tongue
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import case_steps, sources
from bureau.work import Work

bp = Blueprint("case_steps", __name__, url_prefix="/cases/<uuid:case_id>/steps-touched")


@bp.get("")
@guard(Permission.NETWORK_READ, loads="case")
def list_steps(case_id: UUID) -> ResponseReturnValue:
    """The steps that the case touches."""
    with unit() as work:
        return _page(work, case_id)


@bp.post("")
@guard(Permission.FACT_RECORD, loads="case")
def touch_step(case_id: UUID) -> ResponseReturnValue:
    """Say that the case touches a step."""
    form = CaseStepForm()
    with unit() as work:
        _fill(work, case_id, form)
    if form.validate_on_submit():
        with told(form), unit() as work:
            chosen = [UUID(each) for each in form.sources.data or ()]
            told_ = (form.step.data, form.role.data, form.why.data)
            case_steps.touch_step(work, case_id, *told_, chosen)
            flash(gettext("It is kept that the case touches this step."), "success")
            return redirect(url_for(".list_steps", case_id=case_id))
    with unit() as work:
        return _page(work, case_id, form), refused()


@bp.route("/<uuid:case_step_id>/withdraw", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def withdraw_step(case_id: UUID, case_step_id: UUID) -> ResponseReturnValue:
    """Take a line back, for a reason."""
    form = WithdrawStepForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            case_steps.withdraw_step(work, case_id, case_step_id, form.reason.data)
            flash(gettext("It is taken back; the line stays with its reason."), "success")
            return redirect(url_for(".list_steps", case_id=case_id))
    with unit() as work:
        line = case_steps.read_step(work, case_id, case_step_id)
        page = framed(work, case_id, "case_steps/withdraw.html", line=line, form=form)
    return (page, refused()) if form.is_submitted() else page


def _fill(work: Work, case_id: UUID, form: CaseStepForm) -> None:
    steps = case_steps.list_choices(work, case_id)
    form.step.choices = [SelectChoice(code, f"{code} {n.in_(tongue())}") for code, n in steps]
    form.role.choices = parts.words(case_steps.ROLES, "step_")
    known = sources.list_sources(work, case_id)
    form.sources.choices = parts.listed(
        (row.id, f"{row.number}. {row.title or gettext('a document for named readers')}")
        for row in known
    )


def _page(work: Work, case_id: UUID, form: CaseStepForm | None = None) -> str:
    shown = form or CaseStepForm(formdata=None)
    _fill(work, case_id, shown)
    found = case_steps.list_steps(work, case_id)
    return framed(work, case_id, "case_steps/list.html", found=found, form=shown)
