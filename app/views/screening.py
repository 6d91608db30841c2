"""The application and its form: scope memo, questions and answers, checklist, supplement."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.context import language
from app.forms import screening as forms
from app.forms.decision import DecidedForm
from app.forms.parts import chosen
from app.guard import Permission, guard
from app.unit import confirm, unit
from app.views import answers, supplement
from app.views.application import application, offer_applicants
from app.views.frames import framed
from app.views.issuing import issued
from app.views.refusals import refused, told
from bureau.operations import (
    applicant_links,
    case_files,
    cases,
    parties,
    questionnaires,
    supplements,
)
from bureau.rules.deadlines import usual_end

bp = Blueprint("screening", __name__)
PATH = "/cases/<uuid:case_id>/application"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show_application(case_id: UUID) -> ResponseReturnValue:
    """Scope memo, form with the standing of each answer, checklist, supplement."""
    with unit() as work:
        return application(work, case_id)


@bp.post(f"{PATH}/scope")
@guard(Permission.CASE_EDIT, loads="case")
def record_scope(case_id: UUID) -> ResponseReturnValue:
    """Write the scope memo."""
    form = forms.ScopeForm()
    with unit() as work:
        offer_applicants(form, parties.list_parties(work, case_id))
    if form.validate_on_submit():
        with told(form), unit() as work:
            cases.record_scope_test(
                work,
                case_id,
                int(form.version.data),
                ordinary_grounds=form.ordinary_grounds.data or "",
                ordinary_ground_met=form.ordinary_ground_met.data,
                policy_reason=form.policy_reason.data or "",
                screened_unchanged=form.screened_unchanged.data,
                applicant_id=chosen(form.applicant.data),
            )
            return _stored(case_id)
    with unit() as work:
        return application(work, case_id, scope=form), refused()


@bp.route(f"{PATH}/form/send", methods=["GET", "POST"])
@guard(Permission.CASE_STEP, loads="case")
def send_form(case_id: UUID) -> ResponseReturnValue:
    """Send the form to the applicant."""
    form = forms.SendForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            questionnaires.send_form(
                work, case_id, form.reason.data, due=form.due.data, on=form.on.data
            )
            if form.with_link.data:
                return issued(work, case_id, applicant_links.issue_link(work, case_id))
            return _stored(case_id)
    with unit() as work:
        file = case_files.read_case(work, case_id)
        if not form.is_submitted():
            form.due.data = usual_end("DL02", work.today)
            form.reason.data = file.screening.policy_reason if file.screening else ""
        page = framed(
            work,
            case_id,
            "screening/send_form.html",
            form=form,
            file=file,
            sections=answers.sections(file),
        )
    return (page, refused()) if form.is_submitted() else page


@bp.post(f"{PATH}/form/return")
@guard(Permission.CASE_STEP, loads="case")
def return_form(case_id: UUID) -> ResponseReturnValue:
    """The form came back."""
    form = forms.ReturnForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            questionnaires.return_form(work, case_id, gettext("The form came back."), form.on.data)
            return _stored(case_id)
    with unit() as work:
        return application(work, case_id, returned=form), refused()


@bp.route(f"{PATH}/form/sections/<code>", methods=["GET", "POST"])
@guard(Permission.CASE_EDIT, loads="case")
def record_answers(case_id: UUID, code: str) -> ResponseReturnValue:
    """Fill in the answers of one section."""
    form = forms.AnswersForm()
    with unit() as work:
        sheet = answers.sheet(case_files.read_case(work, case_id), code)
    given = answers.read(sheet, request.form) if form.is_submitted() else {}
    if form.validate_on_submit():
        changed = answers.changed(sheet, given)
        versions = answers.versions(request.form, changed)
        with told(form), unit() as work:
            questionnaires.record_answers(
                work, case_id, changed, versions=versions, remark=form.remark.data or ""
            )
            return _stored(case_id)
    values = {key: answers.shown(value) for key, value in given.items()} or sheet.present
    with unit() as work:
        page = framed(
            work,
            case_id,
            "screening/answers.html",
            form=form,
            sheet=sheet,
            values=values,
            blank=answers.blank,
        )
    return (page, refused()) if form.is_submitted() else page


@bp.post(f"{PATH}/answers/<uuid:answer_id>")
@guard(Permission.CASE_EDIT, loads="case")
def judge_answer(case_id: UUID, answer_id: UUID) -> ResponseReturnValue:
    """Say that an answer is verified or contradicts what is known."""
    form = forms.JudgeForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            questionnaires.judge_answer(
                work,
                case_id,
                answer_id,
                int(form.version.data),
                form.status.data,
                form.remark.data,
            )
            return _stored(case_id)
    with unit() as work:
        return application(work, case_id, judge=form), refused()


@bp.route(f"{PATH}/supplement", methods=["GET", "POST"])
@guard(Permission.CASE_STEP, loads="case")
def ask_supplement(case_id: UUID) -> ResponseReturnValue:
    """Ask to supplement, naming each gap."""
    form = forms.SupplementForm()
    with unit() as work:
        gaps, today = supplements.list_gaps(work, case_id), work.today
        file = case_files.read_case(work, case_id)
        groups = supplement.groups(file, gaps)
        page = {"form": form, "groups": groups, "applicant": supplement.addressed(file)}
    form.gaps.choices = [
        SelectChoice(gap.code, gap.text.in_(language())) for group in groups for gap in group.gaps
    ]
    if not form.is_submitted():
        supplement.propose(form, gaps, today)
    if supplement.ticked(form, groups, request.form):
        with unit() as work:
            return framed(work, case_id, "screening/supplement.html", **page)
    if form.validate_on_submit():
        with told(form), unit() as work:
            supplements.ask_supplement(
                work,
                case_id,
                form.reason.data,
                gaps=form.gaps.data,
                until=form.until.data,
                on=form.on.data,
            )
            return _to_letter(case_id)
    with unit() as work:
        shown = framed(work, case_id, "screening/supplement.html", **page)
    return (shown, refused()) if form.is_submitted() else shown


@bp.post(f"{PATH}/supplement/received")
@guard(Permission.CASE_EDIT, loads="case")
def receive_supplement(case_id: UUID) -> ResponseReturnValue:
    """The supplement came in."""
    form = forms.ReturnForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            supplements.receive_supplement(work, case_id, on=form.on.data)
            return _stored(case_id)
    with unit() as work:
        return application(work, case_id, received=form), refused()


@bp.route(f"{PATH}/untreated", methods=["GET", "POST"])
@guard(Permission.SCREENING_DECIDE, loads="case")
def leave_untreated(case_id: UUID) -> ResponseReturnValue:
    """Decide not to treat the application: a grave act."""
    form = DecidedForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            with unit() as work:
                supplements.leave_untreated(work, case_id, form.reasons.data)
                return redirect(url_for("decision.show_decision", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "screening/untreated.html", form=form)
    return (page, refused()) if form.is_submitted() else page


def _to_letter(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored. Now send the letter: the term stands still."), "success")
    return redirect(url_for("letters.write", case_id=case_id, kind="supplement"))


def _stored(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for("screening.show_application", case_id=case_id))
