"""The phases of a partnership case: what is open, why, and until when."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.forms.phases import PhaseForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import phases
from bureau.work import Work

bp = Blueprint("phases", __name__, url_prefix="/cases/<uuid:case_id>/phases")


@bp.get("")
@guard(Permission.CASE_READ, loads="case")
def show_phases(case_id: UUID) -> ResponseReturnValue:
    """Where the case stands and which data that opens."""
    with unit() as work:
        return _page(work, case_id)


@bp.post("")
@guard(Permission.CASE_STEP, loads="case")
def enter_phase(case_id: UUID) -> ResponseReturnValue:
    """Open the next phase."""
    form = PhaseForm()
    with unit() as work:
        form.named.choices = _bodies(phases.read_phases(work, case_id))
    if form.validate_on_submit():
        with told(form), unit() as work:
            phases.enter_phase(
                work, case_id, form.phase.data or "", form.necessity.data or "", form.named.data
            )
            flash(gettext("The phase is open, and stands with its necessity."), "success")
            return redirect(url_for(".show_phases", case_id=case_id))
    with unit() as work:
        return _page(work, case_id, form), refused()


def _page(work: Work, case_id: UUID, form: PhaseForm | None = None) -> str:
    view = phases.read_phases(work, case_id)
    form = form or PhaseForm(formdata=None)
    form.named.choices = _bodies(view)
    return framed(work, case_id, "phases/show.html", view=view, form=form)


def _bodies(view: phases.PhaseView) -> list[SelectChoice]:
    return [SelectChoice(code, name) for code, name in view.bodies]
