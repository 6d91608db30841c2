"""The assessment per ground: findings with sources, danger, second reader, proportionality."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms import assessment as forms
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from app.views.weighing import assessment, offer_carriers
from bureau.errors import NotFound
from bureau.operations import assessments, sources, weighings

bp = Blueprint("assessment", __name__)
PATH = "/cases/<uuid:case_id>/assessment"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show_assessment(case_id: UUID) -> ResponseReturnValue:
    """Findings and danger on each ground, apart; what the law leaves open."""
    with unit() as work:
        return assessment(work, case_id)


@bp.route(f"{PATH}/findings/new", methods=["GET", "POST"])
@guard(Permission.CASE_EDIT, loads="case")
def write_finding(case_id: UUID) -> ResponseReturnValue:
    """Write one finding."""
    form = forms.FindingForm()
    with unit() as work:
        offer_carriers(form, sources.list_sources(work, case_id))
    if form.validate_on_submit():
        with told(form), unit() as work:
            assessments.write_finding(
                work,
                case_id,
                form.ground.data,
                form.text.data,
                [UUID(each) for each in form.sources.data],
                contrary=form.contrary.data or "",
                perceived=form.perceived.data,
            )
            return _stored(case_id)
    with unit() as work:
        page = framed(work, case_id, "screening/finding.html", form=form, finding=None)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{PATH}/findings/<uuid:finding_id>", methods=["GET", "POST"])
@guard(Permission.CASE_EDIT, loads="case")
def edit_finding(case_id: UUID, finding_id: UUID) -> ResponseReturnValue:
    """Put a finding in better words; what was there before stays in the trail."""
    with unit() as work:
        rows = assessments.list_findings(work, case_id)
        finding = next((row for row in rows if row.id == finding_id), None)
        if finding is None:
            raise NotFound("There is nothing here that you may see.")
        carried = [str(link.source_id) for link in finding.sources]
        form = forms.FindingForm(obj=finding, data={"sources": carried})
        form.sources.data = form.sources.data if form.is_submitted() else carried
        known = sources.list_sources(work, case_id)
        offer_carriers(form, known)
        # A source that the writer may not see goes on carrying the finding.
        unseen = {link.source_id for link in finding.sources} - {row.id for row in known}
        number = finding.number
    if form.validate_on_submit():
        with told(form), unit() as work:
            assessments.edit_finding(
                work,
                case_id,
                finding_id,
                int(form.version.data or 0),
                form.text.data,
                sources=[*map(UUID, form.sources.data), *unseen],
                contrary=form.contrary.data or "",
            )
            return _stored(case_id)
    with unit() as work:
        page = framed(work, case_id, "screening/finding.html", form=form, finding=number)
    return (page, refused()) if form.is_submitted() else page


@bp.post(f"{PATH}/grounds/<ground>")
@guard(Permission.CASE_EDIT, loads="case")
def assess_danger(case_id: UUID, ground: str) -> ResponseReturnValue:
    """Say how grave the danger is on one ground, with the reasoning."""
    form = forms.DangerForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            text = form.version.data or ""
            assessments.assess_danger(
                work,
                case_id,
                ground,
                form.reasoning.data,
                danger=form.danger.data,
                present=form.present.data,
                version=int(text) if text.isdecimal() else None,
            )
            return _stored(case_id)
    with unit() as work:
        return assessment(work, case_id, wrong=ground, danger=form), refused()


@bp.post(f"{PATH}/grounds/<ground>/signature")
@guard(Permission.SCREENING_SIGN, loads="case")
def sign_assessment(case_id: UUID, ground: str) -> ResponseReturnValue:
    """Agree, as second reader, with the assessment as it reads now."""
    form = forms.SignForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            assessments.sign_assessment(work, case_id, ground, int(form.version.data))
            flash(gettext("You signed as second reader."), "success")
            return redirect(url_for(".show_assessment", case_id=case_id))
    with unit() as work:
        return assessment(work, case_id, wrong=ground, sign=form), refused()


@bp.post(f"{PATH}/weighing")
@guard(Permission.CASE_EDIT, loads="case")
def weigh_measure(case_id: UUID) -> ResponseReturnValue:
    """Write the proportionality memo."""
    form = forms.WeighForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            text = form.version.data or ""
            weighings.weigh_measure(
                work,
                case_id,
                interests=form.interests.data,
                lapse_of_time=form.lapse_of_time.data,
                lesser_means=form.lesser_means.data,
                conclusion=form.conclusion.data,
                proportionate=form.proportionate.data,
                conditions_identifiable=form.conditions_identifiable.data,
                version=int(text) if text.isdecimal() else None,
            )
            return _stored(case_id)
    with unit() as work:
        return assessment(work, case_id, weigh=form), refused()


def _stored(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for("assessment.show_assessment", case_id=case_id))
