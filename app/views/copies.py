"""Copies on the issuing side: where a dossier goes, answers to recipients, a leaked page traced."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.received import AddressForm, ConfirmedForm, ReplyForm, TraceForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import copies
from reports import tracer

bp = Blueprint("copies", __name__)
ONE = "/cases/<uuid:case_id>/dossiers/<uuid:dossier_id>"
PURPOSE = "tracing a page that was found"


@bp.route(f"{ONE}/recipient", methods=["GET", "POST"])
@guard(Permission.DOSSIER_PREPARE, loads="case")
def address(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """Say to which body the dossier goes."""
    form = AddressForm()
    with unit() as work:
        form.offer(copies.list_addressees(work, case_id, dossier_id))
    if form.validate_on_submit():
        with told(form), unit() as work:
            copies.address_dossier(work, case_id, dossier_id, form.organisation.data or "")
            flash(gettext("Kept. Who approves sees where it goes."), "success")
            return redirect(url_for("dossiers.show", case_id=case_id, dossier_id=dossier_id))
    with unit() as work:
        page = framed(work, case_id, "copies/address.html", form=form, dossier_id=dossier_id)
    return (page, refused()) if form.is_submitted() else page


@bp.get(f"{ONE}/copies")
@guard(Permission.DOSSIER_READ, loads="case")
def list_copies(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """The copies of a dossier: received or not, questions, feedback, use."""
    return _listing(case_id, dossier_id, ReplyForm(formdata=None))


@bp.post(f"{ONE}/copies/<uuid:message_id>")
@guard(Permission.DOSSIER_ISSUE, loads="case")
def answer(case_id: UUID, dossier_id: UUID, message_id: UUID) -> ResponseReturnValue:
    """Answer the question of a recipient."""
    form = ReplyForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            copies.answer_question(
                work, case_id, message_id, int(form.version.data), form.answer.data or ""
            )
            flash(gettext("Answered. The recipient reads it in the own room."), "success")
            return redirect(url_for(".list_copies", case_id=case_id, dossier_id=dossier_id))
    return _listing(case_id, dossier_id, form), refused()


@bp.post(f"{ONE}/notices/<uuid:sent_id>/confirmation")
@guard(Permission.DOSSIER_PREPARE, loads="case")
def confirm(case_id: UUID, dossier_id: UUID, sent_id: UUID) -> ResponseReturnValue:
    """Record who confirmed a notice that went another way than through a room."""
    form = ConfirmedForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            version, who = int(form.version.data), form.name.data or ""
            done = form.done.data or ""
            copies.record_confirmation(work, case_id, dossier_id, sent_id, version, who, done)
            flash(gettext("Stored."), "success")
            return redirect(url_for(".list_copies", case_id=case_id, dossier_id=dossier_id))
    return _listing(case_id, dossier_id, ReplyForm(formdata=None), form), refused()


@bp.route("/trace", methods=["GET", "POST"])
@guard(Permission.COPY_TRACE)
def trace() -> ResponseReturnValue:
    """Find out which copy a page came from."""
    form, found = TraceForm(), None
    if form.validate_on_submit():
        with told(form):
            found = tracer.trace(lambda: unit(PURPOSE), form.file.data.read())
    page = render_template("copies/trace.html", form=form, found=found)
    return (page, refused()) if form.is_submitted() and found is None else page


def _listing(
    case_id: UUID, dossier_id: UUID, form: ReplyForm, confirming: ConfirmedForm | None = None
) -> str:
    with unit() as work:
        rows = copies.list_copies(work, case_id, dossier_id)
        return framed(
            work,
            case_id,
            "copies/list.html",
            copies=rows,
            form=form,
            dossier_id=dossier_id,
            confirm_form=confirming or ConfirmedForm(formdata=None),
        )
