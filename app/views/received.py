"""The recipient's room: what was issued to the own office, to take, check and answer."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.answers import file_of
from app.forms.received import (
    YES,
    NoticeForm,
    QuestionForm,
    ReceiptForm,
    ReportForm,
    VerifyForm,
)
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import received, received_notices
from reports import receipt, whose

bp = Blueprint("received", __name__, url_prefix="/received")
ONE = "/<uuid:copy_id>"
PURPOSE = "reading what was issued to the own office"


@bp.get("")
@guard(Permission.RECEIVED_READ)
def list_received() -> ResponseReturnValue:
    """The dossiers that were issued to the own office."""
    with unit(PURPOSE) as work:
        return render_template("received/list.html", copies=received.list_received(work))


@bp.get(ONE)
@guard(Permission.RECEIVED_READ, loads="copy")
def show(copy_id: UUID) -> ResponseReturnValue:
    """One dossier: what it is, what was corrected since, what can be done."""
    return _page(copy_id)


@bp.get(f"{ONE}/file")
@guard(Permission.RECEIVED_READ, loads="copy")
def take(copy_id: UUID) -> ResponseReturnValue:
    """The marked paper."""
    with unit(PURPOSE) as work:
        copy, pdf = received.take_copy(work, copy_id)
        return file_of(pdf, "application/pdf", copy.name)


@bp.get(f"{ONE}/package/file")
@guard(Permission.RECEIVED_READ, loads="copy")
def take_package(copy_id: UUID) -> ResponseReturnValue:
    """The sealed package, to be checked anywhere."""
    copy, content = receipt.package(lambda: unit(PURPOSE), copy_id)
    return file_of(content, "application/zip", copy.name.replace(".pdf", ".zip"))


@bp.get(f"{ONE}/letter/file")
@guard(Permission.RECEIVED_READ, loads="copy")
def take_letter(copy_id: UUID) -> ResponseReturnValue:
    """The letter that went with it."""
    copy, content = receipt.letter(lambda: unit(PURPOSE), copy_id)
    return file_of(content, "application/pdf", copy.name.replace(".pdf", "-letter.pdf"))


@bp.post(f"{ONE}/checks")
@guard(Permission.RECEIVED_READ, loads="copy")
def verify(copy_id: UUID) -> ResponseReturnValue:
    """Check the copy and show each check."""
    form = VerifyForm()
    if not form.validate_on_submit():
        return _page(copy_id), 422
    found = receipt.check(lambda: unit(PURPOSE), copy_id)
    return render_template("received/checked.html", found=found, copy=found.copy)


@bp.post(f"{ONE}/receipt")
@guard(Permission.RECEIVED_ANSWER, loads="copy")
def confirm(copy_id: UUID) -> ResponseReturnValue:
    """Say that the copy came."""
    form = ReceiptForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            received.confirm_receipt(work, copy_id, int(form.version.data))
            flash(gettext("The receipt is confirmed."), "success")
            return redirect(url_for(".show", copy_id=copy_id))
    return _page(copy_id, receipt_form=form), refused()


@bp.post(f"{ONE}/questions")
@guard(Permission.RECEIVED_ANSWER, loads="copy")
def ask(copy_id: UUID) -> ResponseReturnValue:
    """Ask whoever issued it something."""
    form = QuestionForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            received.ask_question(work, copy_id, form.question.data or "")
            flash(gettext("Asked. The answer will stand on this page."), "success")
            return redirect(url_for(".show", copy_id=copy_id))
    return _page(copy_id, question_form=form), refused()


@bp.post(f"{ONE}/reports")
@guard(Permission.RECEIVED_ANSWER, loads="copy")
def report(copy_id: UUID) -> ResponseReturnValue:
    """Say what came of it, or what it was used for."""
    form = ReportForm()
    if form.validate_on_submit():
        useful = form.useful.data == YES if form.useful.data else None
        with told(form), unit(PURPOSE) as work:
            received.report(work, copy_id, form.kind.data, form.feedback.data or "", useful=useful)
            flash(gettext("Told to whoever issued it."), "success")
            return redirect(url_for(".show", copy_id=copy_id))
    return _page(copy_id, report_form=form), refused()


@bp.get(f"{ONE}/notices/<uuid:sent_id>/file")
@guard(Permission.RECEIVED_READ, loads="copy")
def take_notice(copy_id: UUID, sent_id: UUID) -> ResponseReturnValue:
    """A notice about it."""
    with unit(PURPOSE) as work:
        name, pdf = received_notices.take_notice(work, copy_id, sent_id)
        return file_of(pdf, "application/pdf", name)


@bp.post(f"{ONE}/notices/<uuid:sent_id>/receipt")
@guard(Permission.RECEIVED_ANSWER, loads="copy")
def confirm_notice(copy_id: UUID, sent_id: UUID) -> ResponseReturnValue:
    """Say that a notice was read and done."""
    form = NoticeForm()
    if form.validate_on_submit():
        known, done = int(form.version.data), form.done.data or ""
        with told(form), unit(PURPOSE) as work:
            received_notices.confirm_notice(work, copy_id, sent_id, known, done)
            flash(gettext("The notice is confirmed."), "success")
            return redirect(url_for(".show", copy_id=copy_id))
    return _page(copy_id, notice_form=form), refused()


def _page(
    copy_id: UUID,
    receipt_form: ReceiptForm | None = None,
    question_form: QuestionForm | None = None,
    report_form: ReportForm | None = None,
    notice_form: NoticeForm | None = None,
) -> str:
    with unit(PURPOSE) as work:
        return render_template(
            "received/show.html",
            copy=(copy := received.read_received(work, copy_id)),
            house=whose.here() if copy.sealed else None,
            receipt_form=receipt_form or ReceiptForm(formdata=None),
            question_form=question_form or QuestionForm(formdata=None),
            report_form=report_form or ReportForm(formdata=None),
            notice_form=notice_form or NoticeForm(formdata=None),
        )
