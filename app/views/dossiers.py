"""Dossiers of a case: prepare, look, approve, issue, take away."""

from uuid import UUID

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.answers import file_of
from app.forms.dossiers import ApproveForm, IssueForm, PrepareForm, RefuseForm
from app.guard import Permission, guard
from app.places import settings
from app.queue import put
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau.operations import jobs
from bureau.rules.vocabulary import Language, Track
from reports import annexing, covering, issue, notices
from reports.picture import picture as page_picture

bp = Blueprint("dossiers", __name__)
LIST = "/cases/<uuid:case_id>/dossiers"
ONE = f"{LIST}/<uuid:dossier_id>"
PAGE_WIDTH = 700


@bp.get(LIST)
@guard(Permission.DOSSIER_READ, loads="case")
def list_case(case_id: UUID) -> ResponseReturnValue:
    """The dossiers of a case, and a form for the next."""
    return _listing(case_id, PrepareForm(formdata=None))


@bp.post(LIST)
@guard(Permission.DOSSIER_PREPARE, loads="case")
def prepare(case_id: UUID) -> ResponseReturnValue:
    """Ask the worker to compose and print a draft."""
    form = PrepareForm()
    if not form.validate_on_submit():
        return _listing(case_id, form), 422
    wanted = {
        "track": form.track.data,
        "recipient": form.recipient.data,
        "basis": form.basis.data,
        "language": form.language.data,
    }
    with told(form):
        with unit() as work:
            issue.insist_complete(
                work, case_id, Track(form.track.data), Language(wanted["language"])
            )
        with unit() as work:
            job_id = jobs.ask_preparation(work, case_id, wanted).id
        put(settings(), job_id)
        return redirect(url_for("jobs.show", job_id=job_id))
    return _listing(case_id, form), refused()


@bp.get(ONE)
@guard(Permission.DOSSIER_READ, loads="case")
def show(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """One dossier: what it is, page 1 as a picture, what can be done with it now."""
    return _page(case_id, dossier_id, ApproveForm(formdata=None), IssueForm(formdata=None))


@bp.post(f"{ONE}/approval")
@guard(Permission.DOSSIER_APPROVE, loads="case", strong="approval")
def approve(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """Approve exactly what was shown; the password is asked once more."""
    form = ApproveForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            with unit() as work:
                issue.approve_dossier(work, case_id, dossier_id, form.digest.data)
            flash(gettext("Approved. The officer can issue it now."), "success")
            return redirect(url_for(".show", case_id=case_id, dossier_id=dossier_id))
    return _page(case_id, dossier_id, form, IssueForm(formdata=None)), refused()


@bp.post(f"{ONE}/refusal")
@guard(Permission.DOSSIER_APPROVE, loads="case")
def refuse(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """Send a draft back with the reason."""
    form = RefuseForm()
    if form.validate_on_submit():
        with unit() as work:
            issue.refuse_dossier(work, case_id, dossier_id, form.reason.data)
        flash(gettext("Sent back with your reason."), "success")
    else:
        flash(gettext("Nothing was sent back. Give a reason."), "error")
    return redirect(url_for(".show", case_id=case_id, dossier_id=dossier_id))


@bp.post(f"{ONE}/issue")
@guard(Permission.DOSSIER_ISSUE, loads="case")
def issue_it(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """Ask the worker to print what was approved; it goes out exactly once."""
    form = IssueForm()
    if not form.validate_on_submit():
        return _page(case_id, dossier_id, ApproveForm(formdata=None), form), 422
    confirm(form.password.data)
    with unit() as work:
        job_id = jobs.ask_issue(work, case_id, dossier_id).id
    put(settings(), job_id)
    return redirect(url_for("jobs.show", job_id=job_id))


@bp.get(f"{ONE}.pdf")
@guard(Permission.DOSSIER_READ, loads="case")
def pdf(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """The PDF itself."""
    with unit() as work:
        kept = issue.read_dossier(work, case_id, dossier_id, handed_out=True)
        name = f"{kept.case.reference}-{kept.track}-{kept.number}-{kept.state}.pdf"
        return file_of(kept.pdf, "application/pdf", name)


@bp.get(f"{ONE}/package/file")
@guard(Permission.DOSSIER_READ, loads="case")
def package(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """The sealed package to hand over."""
    with unit() as work:
        kept, content = issue.read_package(work, case_id, dossier_id)
        name = f"{kept.case.reference}-{kept.track}-{kept.number}.zip"
        return file_of(content, "application/zip", name)


@bp.get(f"{ONE}/letter/file")
@guard(Permission.DOSSIER_READ, loads="case")
def letter(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """The letter that went with it."""
    with unit() as work:
        kept, content = covering.read_letter(work, case_id, dossier_id)
        name = f"{kept.case.reference}-{kept.track}-{kept.number}-letter.pdf"
        return file_of(content, "application/pdf", name)


@bp.get(f"{ONE}.png")
@guard(Permission.DOSSIER_READ, loads="case")
def picture(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """A picture of page 1, or of the page that is asked for."""
    page = request.args.get("page", type=int)
    with unit() as work:
        kept = issue.read_dossier(work, case_id, dossier_id, whole=False)
        pdf, first = kept.pdf, kept.picture
        pages = kept.pages
    if page is None or page == 1 or not 1 <= page <= pages:
        return Response(first, mimetype="image/png")
    return Response(page_picture(pdf, page, PAGE_WIDTH), mimetype="image/png")


def _listing(case_id: UUID, form: PrepareForm) -> str:
    with unit() as work:
        view = issue.list_dossiers(work, case_id)
        gone = notices.list_recalled(work, case_id)
        return render_template(
            "dossiers/list.html", view=view, case=view.case, form=form, recalled=gone
        )


def _page(case_id: UUID, dossier_id: UUID, approve_form: ApproveForm, issue_form: IssueForm) -> str:
    with unit() as work:
        view = issue.open_dossier(work, case_id, dossier_id)
        return render_template(
            "dossiers/show.html",
            dossier=view.dossier,
            annexes=view.annexes,
            recalled=dossier_id in notices.list_recalled(work, case_id),
            unopened=annexing.list_unopened(work, case_id, dossier_id) if view.annexes else (),
            may_approve=view.may_approve,
            may_issue=view.may_issue,
            may_send=view.may_send,
            approve_form=approve_form,
            issue_form=issue_form,
            refuse_form=RefuseForm(formdata=None),
        )
