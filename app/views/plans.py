"""Personal plans of support files: prepare, look, approve, issue, take away."""

from uuid import UUID

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user

from app.answers import file_of
from app.forms.dossiers import ApproveForm, IssueForm, PlanForm
from app.guard import Permission, guard
from app.places import settings
from app.queue import put
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau.operations import jobs
from bureau.rules.vocabulary import Track
from reports import covering, issue_support

bp = Blueprint("plans", __name__)
PURPOSE = "support of a presumed victim"
LIST = "/support/<uuid:file_id>/plans"
ONE = f"{LIST}/<uuid:dossier_id>"
VICTIM = Track.VICTIM


@bp.get(LIST)
@guard(Permission.SUPPORT_DOSSIER, loads="support_file", track=VICTIM)
def list_file(file_id: UUID) -> ResponseReturnValue:
    """The plans of a file, and a form for the next."""
    return _listing(file_id, PlanForm(formdata=None))


@bp.post(LIST)
@guard(Permission.SUPPORT_DOSSIER, loads="support_file", track=VICTIM)
def prepare(file_id: UUID) -> ResponseReturnValue:
    """Ask the worker to compose and print a draft."""
    form = PlanForm()
    if not form.validate_on_submit():
        return _listing(file_id, form), 422
    wanted = {
        "recipient": form.recipient.data,
        "basis": form.basis.data,
        "language": form.language.data,
    }
    with unit(PURPOSE) as work:
        job_id = jobs.ask_plan(work, file_id, wanted).id
    put(settings(), job_id)
    return redirect(url_for("jobs.show", job_id=job_id))


@bp.get(ONE)
@guard(Permission.SUPPORT_DOSSIER, loads="support_file", track=VICTIM)
def show(file_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """One plan."""
    return _page(file_id, dossier_id, ApproveForm(formdata=None), IssueForm(formdata=None))


@bp.post(f"{ONE}/approval")
@guard(Permission.SUPPORT_DOSSIER, loads="support_file", track=VICTIM, strong="approval")
def approve(file_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """Another helper approves exactly what was shown."""
    form = ApproveForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            with unit(PURPOSE) as work:
                issue_support.approve_plan(work, file_id, dossier_id, form.digest.data)
            flash(gettext("Approved. It can be issued now."), "success")
            return redirect(url_for(".show", file_id=file_id, dossier_id=dossier_id))
    return _page(file_id, dossier_id, form, IssueForm(formdata=None)), refused()


@bp.post(f"{ONE}/issue")
@guard(Permission.SUPPORT_DOSSIER, loads="support_file", track=VICTIM, strong="dossier.issue")
def issue_it(file_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """Ask the worker to print what was approved."""
    form = IssueForm()
    if not form.validate_on_submit():
        return _page(file_id, dossier_id, ApproveForm(formdata=None), form), 422
    confirm(form.password.data)
    with unit(PURPOSE) as work:
        job_id = jobs.ask_plan_issue(work, file_id, dossier_id).id
    put(settings(), job_id)
    return redirect(url_for("jobs.show", job_id=job_id))


@bp.get(f"{ONE}.pdf")
@guard(Permission.SUPPORT_DOSSIER, loads="support_file", track=VICTIM)
def pdf(file_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """The PDF itself, under a name that does not betray what it is about."""
    with unit(PURPOSE) as work:
        kept = issue_support.read_plan(work, file_id, dossier_id, handed_out=True)
        return file_of(kept.pdf, "application/pdf", f"{kept.file.reference}-{kept.number}.pdf")


@bp.get(f"{ONE}/package/file")
@guard(Permission.SUPPORT_DOSSIER, loads="support_file", track=VICTIM)
def package(file_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """The sealed package to hand over, under a name that betrays as little."""
    with unit(PURPOSE) as work:
        kept, content = issue_support.read_package(work, file_id, dossier_id)
        name = f"{kept.file.reference}-{kept.number}.zip"
        return file_of(content, "application/zip", name)


@bp.get(f"{ONE}/letter/file")
@guard(Permission.SUPPORT_DOSSIER, loads="support_file", track=VICTIM)
def letter(file_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """The letter that went with it, under a name that betrays as little."""
    with unit(PURPOSE) as work:
        kept, content = covering.read_plan_letter(work, file_id, dossier_id)
        name = f"{kept.file.reference}-{kept.number}-letter.pdf"
        return file_of(content, "application/pdf", name)


@bp.get(f"{ONE}.png")
@guard(Permission.SUPPORT_DOSSIER, loads="support_file", track=VICTIM)
def picture(file_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """A picture of page 1."""
    with unit(PURPOSE) as work:
        kept = issue_support.read_plan(work, file_id, dossier_id, whole=False)
        return Response(kept.picture, mimetype="image/png")


def _listing(file_id: UUID, form: PlanForm) -> str:
    with unit(PURPOSE) as work:
        file, plans = issue_support.list_plans(work, file_id)
        return render_template("plans/list.html", file=file, plans=plans, form=form)


def _page(file_id: UUID, dossier_id: UUID, approve_form: ApproveForm, issue_form: IssueForm) -> str:
    with unit(PURPOSE) as work:
        kept = issue_support.read_plan(work, file_id, dossier_id, whole=False)
        return render_template(
            "plans/show.html",
            dossier=kept,
            own=kept.asked_by_id == current_user.actor.id,
            approve_form=approve_form,
            issue_form=issue_form,
        )
