"""The checklist of documents, and the other reasons for which the term stands still."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms import screening as forms
from app.forms.parts import chosen
from app.guard import Permission, guard
from app.unit import unit
from app.views.application import application
from app.views.choices import offer_documents
from app.views.refusals import refused, told
from bureau.operations import documents, questionnaires, suspensions

bp = Blueprint("checklist", __name__)
PATH = "/cases/<uuid:case_id>/application"


@bp.post(f"{PATH}/requirements/<code>")
@guard(Permission.CASE_EDIT, loads="case")
def check_requirement(case_id: UUID, code: str) -> ResponseReturnValue:
    """Say whether a document is there and what its check showed."""
    form = forms.RequirementForm()
    with unit() as work:
        offer_documents(form, documents.list_documents(work, case_id))
    if form.validate_on_submit():
        with told(form), unit() as work:
            questionnaires.check_requirement(
                work,
                case_id,
                code,
                form.status.data,
                remark=form.remark.data or "",
                document_id=chosen(form.document.data),
                version=int(form.version.data),
            )
            return _stored(case_id)
    with unit() as work:
        return application(work, case_id, requirement=form), refused()


@bp.post(f"{PATH}/suspensions")
@guard(Permission.CASE_STEP, loads="case")
def suspend(case_id: UUID) -> ResponseReturnValue:
    """The decision term stands still."""
    form = forms.SuspendForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            suspensions.suspend(
                work,
                case_id,
                form.rule.data,
                form.reason.data,
                start=form.start.data,
                until=form.until.data,
            )
            return _stored(case_id)
    with unit() as work:
        return application(work, case_id, suspend=form), refused()


@bp.post(f"{PATH}/suspensions/<uuid:suspension_id>/end")
@guard(Permission.CASE_STEP, loads="case")
def end_suspension(case_id: UUID, suspension_id: UUID) -> ResponseReturnValue:
    """The cause is over."""
    form = forms.ResumeForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            suspensions.end_suspension(
                work, case_id, suspension_id, int(form.version.data), form.on.data
            )
            return _stored(case_id)
    with unit() as work:
        return application(work, case_id, resume=form), refused()


def _stored(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for("screening.show_application", case_id=case_id))
