"""After the decision is disputed: objection, appeal, judgment; and a decision that is late."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.context import language
from app.forms import review as forms
from app.forms.decision import condition_lines
from app.guard import Permission, guard
from app.unit import confirm, unit
from app.views import clocks, conditions
from app.views.choices import offer_outcomes
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import (
    appeals,
    case_files,
    condition_library,
    delays,
    objections,
    second_readings,
    weighings,
)
from bureau.operations.case_files import CaseView
from bureau.work import Work

bp = Blueprint("review", __name__)
PATH = "/cases/<uuid:case_id>/review"
TERMS = ("DL05", "DL11", "DL13", "DL14", "DL15", "DL17", "DL19")
FORMS: dict[str, type[FlaskForm]] = {
    "objection": forms.ObjectionForm,
    "postpone": forms.PostponeForm,
    "answer": forms.AnswerObjectionForm,
    "appeal": forms.AppealForm,
    "judgment": forms.JudgmentForm,
    "repair": forms.RepairForm,
    "delay": forms.DelayForm,
    "default": forms.DefaultForm,
}


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show_review(case_id: UUID) -> ResponseReturnValue:
    """The dispute over the decision, each with its clock, and what a late decision costs."""
    with unit() as work:
        return _page(work, case_id)


@bp.post(f"{PATH}/objection")
@guard(Permission.CASE_STEP, loads="case")
def lodge_objection(case_id: UUID) -> ResponseReturnValue:
    """Record an objection."""
    form = forms.ObjectionForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            objections.lodge_objection(
                work,
                case_id,
                form.grounds.data,
                form.received_on.data,
                posted_on=form.posted_on.data,
                committee=form.committee.data,
                excuse=form.excuse.data or "",
            )
            return _stored(case_id)
    return _again(case_id, objection=form)


@bp.post(f"{PATH}/objection/postponement")
@guard(Permission.CASE_STEP, loads="case")
def postpone_objection(case_id: UUID) -> ResponseReturnValue:
    """Postpone the decision on the objection."""
    form = forms.PostponeForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            objections.postpone_objection(work, case_id, int(form.version.data), form.on.data)
            return _stored(case_id)
    return _again(case_id, postpone=form)


@bp.post(f"{PATH}/objection/decision")
@guard(Permission.SCREENING_DECIDE, loads="case")
def decide_objection(case_id: UUID) -> ResponseReturnValue:
    """Decide on the objection: a grave act."""
    form = forms.AnswerObjectionForm()
    with unit() as work:
        file = case_files.read_case(work, case_id)
        _offer(form, work, file)
        if conditions.inserting():
            conditions.insert(form, condition_library.offered(work, case_id), work.today)
            return _page(work, case_id, answer=form)
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            with unit() as work:
                objections.decide_objection(
                    work,
                    case_id,
                    int(form.version.data),
                    form.outcome.data,
                    form.reasons.data,
                    replaced_by=form.replaced_by.data or "",
                    conditions=condition_lines(form.conditions.data or ""),
                    on=form.on.data,
                )
                return _stored(case_id)
    return _again(case_id, answer=form)


@bp.post(f"{PATH}/appeal")
@guard(Permission.CASE_STEP, loads="case")
def lodge_appeal(case_id: UUID) -> ResponseReturnValue:
    """Record an appeal."""
    form = forms.AppealForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            appeals.lodge_appeal(work, case_id, form.note.data, form.on.data)
            return _stored(case_id)
    return _again(case_id, appeal=form)


@bp.post(f"{PATH}/judgment")
@guard(Permission.CASE_STEP, loads="case")
def record_judgment(case_id: UUID) -> ResponseReturnValue:
    """Record a judgment."""
    form = forms.JudgmentForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            appeals.record_judgment(
                work, case_id, form.reason.data, form.on.data, outcome=form.outcome.data
            )
            return _stored(case_id)
    return _again(case_id, judgment=form)


@bp.post(f"{PATH}/repair")
@guard(Permission.CASE_STEP, loads="case")
def order_repair(case_id: UUID) -> ResponseReturnValue:
    """Record that a court ordered the decision to be repaired."""
    form = forms.RepairForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            appeals.order_repair(
                work, case_id, form.reason.data, form.on.data, until=form.until.data
            )
            return _stored(case_id)
    return _again(case_id, repair=form)


@bp.post(f"{PATH}/delay")
@guard(Permission.CASE_STEP, loads="case")
def send_delay(case_id: UUID) -> ResponseReturnValue:
    """Record a letter of delay."""
    form = forms.DelayForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            delays.send_delay(
                work,
                case_id,
                form.until.data,
                form.reason.data,
                statutory=form.statutory.data,
                on=form.on.data,
            )
            return _stored(case_id)
    return _again(case_id, delay=form)


@bp.post(f"{PATH}/default")
@guard(Permission.CASE_STEP, loads="case")
def receive_default(case_id: UUID) -> ResponseReturnValue:
    """Record a notice of default."""
    form = forms.DefaultForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            delays.receive_default(work, case_id, form.about.data, form.note.data, form.on.data)
            return _stored(case_id)
    return _again(case_id, default=form)


def _offer(form: forms.AnswerObjectionForm, work: Work, file: CaseView) -> None:
    offer_outcomes(form, "replaced_by", file, weighings.options_now(work, file.id))
    conditions.offer_library(form, condition_library.offered(work, file.id))


def _stored(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for("review.show_review", case_id=case_id))


def _again(case_id: UUID, **given: FlaskForm) -> ResponseReturnValue:
    with unit() as work:
        return _page(work, case_id, **given), refused()


def _page(work: Work, case_id: UUID, **given: FlaskForm) -> str:
    file = case_files.read_case(work, case_id)
    shown: dict[str, Any] = {
        name: given.get(name) or kind(formdata=None) for name, kind in FORMS.items()
    }
    if "answer" not in given and file.screening:
        _offer(shown["answer"], work, file)
        disputed = [row for decision in file.decisions[-1:] for row in decision.conditions]
        shown["answer"].conditions.data = conditions.kept(disputed, work.today)
    rows = [row for row in file.clocks if row.term in TERMS]
    return framed(
        work,
        case_id,
        "screening/review.html",
        file=file,
        agreement=second_readings.read_agreement(work, case_id),
        clocks=clocks.all_drawn(rows, language(), work.today),
        forms=shown,
        wrong=next(iter(given), ""),
    )
