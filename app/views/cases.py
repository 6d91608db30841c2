"""The worklist, and the page of one case: where it stands and what can be done."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.context import language
from app.forms.cases import (
    FilterForm,
    LeaveForm,
    MemberForm,
    NoteForm,
    PartnershipForm,
    StepForm,
)
from app.forms.registration import RegisterForm
from app.forms.yearly import SaveFilterForm
from app.guard import Permission, guard
from app.unit import unit
from app.views import registration, worklist
from app.views.overview import overview
from app.views.refusals import refused, told
from app.views.task_pages import TASK_PAGES
from bureau.operations import cases, filters, members, notes, steps
from bureau.rules.regimes import RegimeChoice
from bureau.rules.vocabulary import CaseKind

bp = Blueprint("cases", __name__)
ONE = "/cases/<uuid:case_id>"


@bp.get("/cases")
@guard(Permission.WORK_READ)
def list_cases() -> ResponseReturnValue:
    """One's own cases, the most pressing first."""
    form = FilterForm(request.args)
    with unit() as work:
        rows = cases.list_cases(work)
        worklist.offer(form, rows)
        shown = [row for row in rows if worklist.wanted(row, form, work.today)]
        return render_template(
            "cases/list.html",
            rows=shown,
            total=len(rows),
            form=form,
            today=work.today,
            filters=filters.list_filters(work),
            saving=SaveFilterForm(formdata=None),
            narrowed=any(request.args.get(part) for part in filters.PARTS),
            parts=filters.PARTS,
        )


@bp.route("/cases/new", methods=["GET", "POST"])
@guard(Permission.CASE_OPEN)
def open_screening() -> ResponseReturnValue:
    """Open a screening."""
    form = RegisterForm()
    form.offer_today()
    if form.is_submitted() and all([form.validate(), registration.fits(form)]):
        with told(form), unit() as work:
            return _opened(registration.opened(work, form).id)
    page = render_template("cases/open.html", form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.route("/cases/new/partnership", methods=["GET", "POST"])
@guard(Permission.PARTNERSHIP_OPEN)
def open_partnership() -> ResponseReturnValue:
    """Open a partnership case."""
    form = PartnershipForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            chosen = RegimeChoice(form.regime.data, form.regime_reason.data, form.regime_basis.data)
            kind, title = CaseKind.PARTNERSHIP, form.title.data
            return _opened(cases.open_case(work, kind, title, regime=chosen).id)
    page = render_template("cases/open_partnership.html", form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.get(ONE)
@guard(Permission.CASE_READ, loads="case")
def show_case(case_id: UUID) -> ResponseReturnValue:
    """Where the case stands, which terms run, what can be done and what cannot."""
    with unit() as work:
        return overview(work, case_id)


@bp.get(f"{ONE}/tasks/<kind>")
@guard(Permission.CASE_READ, loads="case")
def show_task(case_id: UUID, kind: str) -> ResponseReturnValue:
    """Lead from a task to the page on which it is done."""
    return redirect(url_for(TASK_PAGES.get(kind, ".show_case"), case_id=case_id))


@bp.post(f"{ONE}/steps")
@guard(Permission.CASE_STEP, loads="case")
def take_step(case_id: UUID) -> ResponseReturnValue:
    """Take a step of the procedure."""
    form = StepForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            taken = steps.take_step(work, case_id, form.step.data, form.reason.data, form.on.data)
            name = next((c.words.in_(language()) for c in taken.clocks if c.open), "")
            flash(gettext("The step is taken.") + (f" {name}" if name else ""), "success")
            return _back(case_id)
    with unit() as work:
        return overview(work, case_id, step=form), refused()


@bp.post(f"{ONE}/notes")
@guard(Permission.CASE_EDIT, loads="case")
def add_note(case_id: UUID) -> ResponseReturnValue:
    """Write a note."""
    form = NoteForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            notes.add_note(work, case_id, form.text.data)
            return _back(case_id)
    with unit() as work:
        return overview(work, case_id, note=form), refused()


@bp.post(f"{ONE}/members")
@guard(Permission.CASE_SHARE, loads="case")
def share_case(case_id: UUID) -> ResponseReturnValue:
    """Add somebody who needs to know."""
    form = MemberForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            members.share_case(work, case_id, form.login.data, form.capacity.data, form.reason.data)
            flash(gettext("This person is a member from now on."), "success")
            return _back(case_id)
    with unit() as work:
        return overview(work, case_id, member=form), refused()


@bp.post(f"{ONE}/members/leave")
@guard(Permission.CASE_SHARE, loads="case")
def unshare_case(case_id: UUID) -> ResponseReturnValue:
    """Take somebody off the case."""
    form = LeaveForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            members.unshare_case(work, case_id, form.login.data, form.reason.data)
            flash(gettext("This person no longer takes part."), "success")
            return _back(case_id)
    with unit() as work:
        return overview(work, case_id, leave=form), refused()


def _opened(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("The case is open. You handle it."), "success")
    return _back(case_id)


def _back(case_id: UUID) -> ResponseReturnValue:
    return redirect(url_for("cases.show_case", case_id=case_id))
