"""The advice of the Landelijk Bureau Bibob: what came in, who may read it, the care check."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms import advice as forms
from app.guard import Permission, guard
from app.unit import unit
from app.views.choices import offer_documents
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import advice_readings, documents
from bureau.work import Work

bp = Blueprint("advice", __name__)
PATH = "/cases/<uuid:case_id>/advice"
ONE = f"{PATH}/<uuid:advice_id>"


@bp.route(f"{PATH}/receive", methods=["GET", "POST"])
@guard(Permission.CASE_STEP, loads="case")
def receive_advice(case_id: UUID) -> ResponseReturnValue:
    """Register the advice for its named readers."""
    form = forms.ReceiveForm()
    with unit() as work:
        offer_documents(form, documents.list_documents(work, case_id), empty=False)
    if form.validate_on_submit():
        with told(form), unit() as work:
            _receive(work, case_id, form)
            flash(gettext("The advice is registered for its named readers."), "success")
            return redirect(url_for("assessment.show_assessment", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "screening/receive_advice.html", form=form)
    return (page, refused()) if form.is_submitted() else page


def _receive(work: Work, case_id: UUID, form: forms.ReceiveForm) -> None:
    advice_readings.receive_advice(
        work,
        case_id,
        UUID(form.document.data),
        form.reason.data,
        danger_a=form.danger_a.data,
        danger_b=form.danger_b.data,
        art_3_6=form.art_3_6.data,
        summary=form.summary.data,
        readers=forms.named_readers(form.readers.data or ""),
        on=form.on.data,
    )


@bp.route(f"{ONE}/readers", methods=["GET", "POST"])
@guard(Permission.CASE_STEP, loads="case")
def appoint_readers(case_id: UUID, advice_id: UUID) -> ResponseReturnValue:
    """Name more readers."""
    form = forms.ReadersForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            readers = forms.named_readers(form.readers.data)
            advice_readings.appoint_readers(work, case_id, advice_id, readers)
            flash(gettext("The readers are named."), "success")
            return redirect(url_for("assessment.show_assessment", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "screening/readers.html", form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{ONE}/check", methods=["GET", "POST"])
@guard(Permission.CASE_EDIT, loads="case")
def check_advice(case_id: UUID, advice_id: UUID) -> ResponseReturnValue:
    """Write the care check."""
    with unit() as work:
        said = advice_readings.read_advice(work, case_id, advice_id)
    form = forms.CheckForm(data={"memo": said.checked, "version": said.version})
    if form.validate_on_submit():
        with told(form), unit() as work:
            advice_readings.check_advice(
                work, case_id, advice_id, int(form.version.data), form.memo.data
            )
            flash(gettext("Stored."), "success")
            return redirect(url_for("assessment.show_assessment", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "screening/check_advice.html", form=form, said=said)
    return (page, refused()) if form.is_submitted() else page
