"""The private link of the applicant, as the officer makes it and takes it back."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.applicant import LinkForm
from app.guard import Permission, guard
from app.unit import unit
from app.views import versions
from app.views.frames import framed
from app.views.issuing import issued
from app.views.refusals import refused, told
from bureau.operations import applicant_links, case_files, questionnaires
from bureau.rules.vocabulary import Language

bp = Blueprint("applicant_links", __name__)
PATH = "/cases/<uuid:case_id>/application/links"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def list_links(case_id: UUID) -> ResponseReturnValue:
    """The links of a case and a form for the next."""
    return _page(case_id, LinkForm(formdata=None))


@bp.post(PATH)
@guard(Permission.CASE_STEP, loads="case")
def issue(case_id: UUID) -> ResponseReturnValue:
    """Make a link; it is on this one page and nowhere else."""
    form = LinkForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            made = applicant_links.issue_link(
                work,
                case_id,
                language=Language(form.language.data),
                expires_on=form.expires_on.data,
                with_code=form.with_code.data,
            )
            return issued(work, case_id, made)
    return _page(case_id, form), refused()


@bp.post(f"{PATH}/<uuid:link_id>/revocation")
@guard(Permission.CASE_STEP, loads="link")
def revoke(case_id: UUID, link_id: UUID) -> ResponseReturnValue:
    """Take a link back."""
    with unit() as work:
        applicant_links.revoke_link(work, case_id, link_id)
    flash(gettext("The link is revoked; it opens nothing any more."), "success")
    return redirect(url_for(".list_links", case_id=case_id))


@bp.get("/cases/<uuid:case_id>/application/versions")
@guard(Permission.NETWORK_READ, loads="case")
def list_versions(case_id: UUID) -> ResponseReturnValue:
    """Every answer that was changed, with what it said before and who wrote it."""
    with unit() as work:
        file = case_files.read_case(work, case_id)
        kept = questionnaires.list_versions(work, case_id)
        return framed(
            work, case_id, "applicant/versions.html", changes=versions.changes(file, kept)
        )


def _page(case_id: UUID, form: LinkForm) -> str:
    with unit() as work:
        made = applicant_links.list_links(work, case_id)
        return framed(work, case_id, "applicant/links.html", made=made, form=form)
