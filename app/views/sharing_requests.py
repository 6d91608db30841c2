"""Requests between agencies in a case, and what participants say to giving results."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.days import day
from app.forms.disclosures import AnswerForm, LiftForm, RequestForm, StanceForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import sharing_registers, sharing_requests, stances

bp = Blueprint("sharing_requests", __name__)
PATH = "/cases/<uuid:case_id>/sharing-requests"
ONE = f"{PATH}/<uuid:asking_id>"
STANCES = "/cases/<uuid:case_id>/sharing-stances"


@bp.route(PATH, methods=["GET", "POST"])
@guard(Permission.DISCLOSURE_MAKE, loads="case")
def ask(case_id: UUID) -> ResponseReturnValue:
    """Ask another organisation for something."""
    form = RequestForm()
    with unit() as work:
        form.offer(sharing_registers.read_choices(work, case_id))
    if form.validate_on_submit():
        with told(form), unit() as work:
            made = sharing_requests.ask(
                work,
                case_id,
                form.asked.data,
                form.category.data,
                form.way.data,
                form.question.data,
                purpose=form.purpose.data,
                necessity=form.necessity.data,
            )
            flash(gettext("Asked. An answer is due on %(day)s.", day=day(made.due_on)), "success")
            return redirect(url_for("disclosures.list_case", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "sharing/ask.html", form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.route(ONE, methods=["GET", "POST"])
@guard(Permission.DISCLOSURE_MAKE, loads="case")
def answer(case_id: UUID, asking_id: UUID) -> ResponseReturnValue:
    """One request: read it, and answer it as whoever was asked."""
    form = AnswerForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            number = form.disclosure.data or ""
            sharing_requests.reply(
                work,
                case_id,
                asking_id,
                int(form.version.data),
                form.answer.data,
                form.reason.data,
                reason_code=form.reason_code.data or "",
                later_on=form.later_on.data,
                disclosure_number=int(number) if number.isascii() and number.isdigit() else None,
            )
            flash(gettext("Answered."), "success")
            return redirect(url_for("disclosures.list_case", case_id=case_id))
    with unit() as work:
        row = sharing_registers.read_request(work, case_id, asking_id)
        page = framed(work, case_id, "sharing/request.html", form=form, row=row)
    return (page, refused()) if form.is_submitted() else page


@bp.route(STANCES, methods=["GET", "POST"])
@guard(Permission.DISCLOSURE_MAKE, loads="case")
def take_stance(case_id: UUID) -> ResponseReturnValue:
    """Object to giving results, or consent to it."""
    form = StanceForm()
    with unit() as work:
        form.offer(sharing_registers.read_choices(work, case_id))
    if form.validate_on_submit():
        with told(form), unit() as work:
            stances.take_stance(
                work, case_id, form.recipient.data, form.objects.data, form.reason.data
            )
            flash(gettext("Stored."), "success")
            return redirect(url_for("disclosures.list_case", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "sharing/stance.html", form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.post("/cases/<uuid:case_id>/sharing/stances/<uuid:stance_id>/lift")
@guard(Permission.DISCLOSURE_MAKE, loads="case")
def lift_stance(case_id: UUID, stance_id: UUID) -> ResponseReturnValue:
    """Take one's own objection or consent back."""
    form = LiftForm()
    if form.validate_on_submit():
        with unit() as work:
            stances.lift_stance(work, case_id, stance_id, int(form.version.data))
            flash(gettext("Stored."), "success")
    else:
        with unit() as work:
            sharing_registers.read_register(work, case_id)
            flash(gettext("Nothing was stored. Open the page again."), "error")
    return redirect(url_for("disclosures.list_case", case_id=case_id))
