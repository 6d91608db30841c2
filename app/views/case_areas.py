"""In which areas a partnership case lies, for the counts of a profile."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.forms.areas import CaseAreaForm
from app.forms.boards import WithdrawStepForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import case_areas
from bureau.work import Work

bp = Blueprint("case_areas", __name__, url_prefix="/cases/<uuid:case_id>/areas")


@bp.get("")
@guard(Permission.NETWORK_READ, loads="case")
def list_case_areas(case_id: UUID) -> ResponseReturnValue:
    """The areas in which the case lies."""
    with unit() as work:
        return _page(work, case_id)


@bp.post("")
@guard(Permission.FACT_RECORD, loads="case")
def place_case(case_id: UUID) -> ResponseReturnValue:
    """Say that the case lies in an area."""
    form = CaseAreaForm()
    with unit() as work:
        _fill(work, case_id, form)
    if form.validate_on_submit():
        with told(form), unit() as work:
            case_areas.place_case(work, case_id, form.area.data, form.why.data)
            flash(gettext("It is kept that the case lies in this area."), "success")
            return redirect(url_for(".list_case_areas", case_id=case_id))
    with unit() as work:
        return _page(work, case_id, form), refused()


@bp.route("/<uuid:case_area_id>/withdraw", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def withdraw_case_area(case_id: UUID, case_area_id: UUID) -> ResponseReturnValue:
    """Take a line back, for a reason."""
    form = WithdrawStepForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            case_areas.withdraw_case_area(work, case_id, case_area_id, form.reason.data)
            flash(gettext("It is taken back; the line stays with its reason."), "success")
            return redirect(url_for(".list_case_areas", case_id=case_id))
    with unit() as work:
        line = case_areas.read_case_area(work, case_id, case_area_id)
        page = framed(work, case_id, "case_areas/withdraw.html", line=line, form=form)
    return (page, refused()) if form.is_submitted() else page


def _fill(work: Work, case_id: UUID, form: CaseAreaForm) -> None:
    known = case_areas.list_area_choices(work, case_id)
    form.area.choices = [SelectChoice(code, name) for code, name in known]


def _page(work: Work, case_id: UUID, form: CaseAreaForm | None = None) -> str:
    shown = form or CaseAreaForm(formdata=None)
    _fill(work, case_id, shown)
    found = case_areas.list_case_areas(work, case_id)
    return framed(work, case_id, "case_areas/list.html", found=found, form=shown)
