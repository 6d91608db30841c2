"""The rights of whoever is screened: what was told, what was asked, what is handed out."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, jsonify, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app import held_paper
from app.answers import file_of
from app.context import language
from app.forms import parts
from app.forms import rights as forms
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import holds, person_exports, person_requests, rights
from bureau.rules.access import request_kinds
from bureau.rules.letters import kinds
from bureau.rules.vocabulary import Language
from bureau.work import Work
from reports.sheet import printed

bp = Blueprint("rights", __name__)
PATH = "/cases/<uuid:case_id>/rights"
CORRECTION, REFUSED = "correction", "refused"
PURPOSE = "the rights of the person screened"


@bp.get(PATH)
@guard(Permission.LETTER_READ, loads="case")
def show_rights(case_id: UUID) -> ResponseReturnValue:
    """Each duty to tell with the letter that met it, and the requests of persons."""
    with unit(PURPOSE) as work:
        return _page(work, case_id)


@bp.post(f"{PATH}/requests")
@guard(Permission.CASE_EDIT, loads="case")
def add_request(case_id: UUID) -> ResponseReturnValue:
    """Record a request of a person."""
    form = forms.RequestForm()
    with unit(PURPOSE) as work:
        form.who.choices = parts.listed(rights.read_rights(work, case_id).people)
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            person_requests.record_request(
                work,
                case_id,
                UUID(form.who.data),
                form.kind.data,
                form.text.data,
                form.received_on.data,
            )
            return _stored(case_id)
    return _again(case_id, form)


@bp.post(f"{PATH}/requests/<uuid:request_id>/extension")
@guard(Permission.CASE_EDIT, loads="case")
def extend_request(case_id: UUID, request_id: UUID) -> ResponseReturnValue:
    """Extend the term of a request."""
    form = forms.ExtendForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            person_requests.extend_request(
                work,
                case_id,
                request_id,
                int(form.version.data),
                form.reason.data,
                form.on.data,
            )
            return _stored(case_id)
    return _again(case_id, form)


@bp.post(f"{PATH}/requests/<uuid:request_id>/answer")
@guard(Permission.CASE_EDIT, loads="case")
def answer_request(case_id: UUID, request_id: UUID) -> ResponseReturnValue:
    """Record the answer to a request."""
    form = forms.AnswerForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            row = person_requests.answer_request(
                work,
                case_id,
                request_id,
                int(form.version.data),
                form.outcome.data,
                form.answer.data,
                on=form.on.data,
            )
            return _answered(case_id, row)
    return _again(case_id, form)


@bp.get("/cases/<uuid:case_id>/parties/<uuid:entity_id>/held")
@guard(Permission.PERSON_EXPORT, loads="case", strong="look")
def show_held(case_id: UUID, entity_id: UUID) -> ResponseReturnValue:
    """Everything held about one person, to print and hand out."""
    with unit("access by the person (AVG 15)") as work:
        found = person_exports.export_person(work, case_id, entity_id)
        return framed(
            work,
            case_id,
            "rights/held.html",
            export=found,
            entity_id=entity_id,
            parts=held_paper.parts(found, Language(language())),
        )


@bp.get("/cases/<uuid:case_id>/parties/<uuid:entity_id>/held.json")
@guard(Permission.PERSON_EXPORT, loads="case")
def held_json(case_id: UUID, entity_id: UUID) -> ResponseReturnValue:
    """Everything held about one person, for a program to read."""
    with unit("access by the person (AVG 15)") as work:
        found = person_exports.export_person(work, case_id, entity_id)
    answer = jsonify(found.plain(language()))
    name = f"{found.reference}-inzage.json"
    answer.headers["Content-Disposition"] = f"attachment; filename={name}"
    return answer


@bp.get("/cases/<uuid:case_id>/parties/<uuid:entity_id>/held.pdf")
@guard(Permission.PERSON_EXPORT, loads="case")
def held_pdf(case_id: UUID, entity_id: UUID) -> ResponseReturnValue:
    """Everything held about one person as a report on paper."""
    with unit("access by the person (AVG 15)") as work:
        found = person_exports.export_person(work, case_id, entity_id)
    paper = printed(held_paper.sheet(found, Language(language())))
    return file_of(paper.pdf, "application/pdf", paper.name)


@bp.post(f"{PATH}/hold")
@guard(Permission.CASE_EDIT, loads="case")
def set_hold(case_id: UUID) -> ResponseReturnValue:
    """Keep a file from being destroyed."""
    form = forms.HoldForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            holds.set_hold(work, case_id, form.reason.data)
            return _stored(case_id)
    return _again(case_id, form)


@bp.post(f"{PATH}/hold/end")
@guard(Permission.RETENTION_PLAN, loads="case", strong="lift_hold")
def ask_lifting(case_id: UUID) -> ResponseReturnValue:
    """Ask to lift the hold on a file: a second person agrees."""
    form = forms.HoldForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            holds.ask_lifting(work, case_id, form.reason.data)
            return _stored(case_id)
    return _again(case_id, form)


def _answered(case_id: UUID, row: Any) -> ResponseReturnValue:
    """Go on to the correction where one was granted (AVG 16), else back to the rights."""
    if row.kind != CORRECTION or row.outcome == REFUSED:
        return _stored(case_id)
    flash(gettext("Stored. Now put right what was granted: it travels to every place."), "success")
    return redirect(url_for("corrections.correct_party", case_id=case_id, entity_id=row.entity_id))


def _stored(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for("rights.show_rights", case_id=case_id))


def _again(case_id: UUID, wrong: FlaskForm) -> ResponseReturnValue:
    with unit(PURPOSE) as work:
        return _page(work, case_id, wrong), refused()


def _page(work: Work, case_id: UUID, wrong: FlaskForm | None = None) -> str:
    sheet = rights.read_rights(work, case_id)
    asked = wrong if isinstance(wrong, forms.RequestForm) else forms.RequestForm(formdata=None)
    asked.who.choices = parts.listed(sheet.people)
    return framed(
        work,
        case_id,
        "rights/show.html",
        sheet=sheet,
        wrong=wrong,
        request_form=asked,
        extend_form=forms.ExtendForm(formdata=None),
        answer_form=forms.AnswerForm(formdata=None),
        hold=holds.read_hold(work, case_id),
        hold_form=forms.HoldForm(formdata=None),
        letter_names={row.code: row.name for row in kinds().on(work.today)},
        kind_names={row.code: row.name for row in request_kinds().on(work.today)},
    )
