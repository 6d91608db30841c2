"""The sheets that partners write together: a new one, its versions, and who signed them."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.clock import now
from app.forms import parts
from app.forms.interventions import (
    ChoiceForm,
    PublishForm,
    VoiceForm,
    answers_of,
    sheet_form,
)
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.errors import NotFound
from bureau.operations import worksheets
from bureau.rules.worksheets import Sheet, open_questions, questions
from bureau.work import Work

bp = Blueprint("worksheets", __name__)
PATH = "/cases/<uuid:case_id>/sheets"
ONE = f"{PATH}/<uuid:sheet_id>"
PURPOSE = "plan of the partners"
KINDS = tuple(kind for kind in Sheet if kind is not Sheet.MEASURE)


@bp.route(f"{PATH}/new/<kind>", methods=["GET", "POST"])
@guard(Permission.PLAN_EDIT, loads="case")
def begin_sheet(case_id: UUID, kind: str) -> ResponseReturnValue:
    """A problem, a lesson, or an option, theory or evaluation of a plan."""
    sheet, plan_id = _kind(kind), _plan()
    asked = questions(sheet, now().date())
    form = sheet_form(sheet, asked)()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            made = worksheets.begin_sheet(
                work,
                case_id,
                sheet,
                _said(form, "title"),
                answers_of(form, asked),
                plan_id=plan_id,
                track=_said(form, "track"),
            )
            return redirect(url_for(".show_sheet", case_id=case_id, sheet_id=made.id))
    with unit(PURPOSE) as work:
        page = framed(
            work,
            case_id,
            "interventions/write.html",
            form=form,
            kind=sheet,
            asked=asked,
            sheet=None,
        )
    return (page, refused()) if form.is_submitted() else page


@bp.get(ONE)
@guard(Permission.PLAN_READ, loads="case")
def show_sheet(case_id: UUID, sheet_id: UUID) -> ResponseReturnValue:
    """One sheet, its versions and its voices."""
    with unit(PURPOSE) as work:
        return _page(work, case_id, sheet_id)


@bp.route(f"{ONE}/versions", methods=["GET", "POST"])
@guard(Permission.PLAN_EDIT, loads="case")
def write_sheet(case_id: UUID, sheet_id: UUID) -> ResponseReturnValue:
    """Write a new version of a sheet."""
    with unit(PURPOSE) as work:
        sheet = worksheets.read_sheet(work, case_id, sheet_id)
        asked = questions(sheet.kind, work.today)
        kept = {**sheet.told, "number": str(sheet.number)}
        form = sheet_form(sheet.kind, asked, again=True)(data=kept)
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            number = int(form["number"].data)
            answers, why = answers_of(form, asked), form["reason"].data
            worksheets.write_sheet(work, case_id, sheet_id, number, answers, why)
            flash(
                gettext("Stored as a new version; who signed the last one signs anew."), "success"
            )
            return redirect(url_for(".show_sheet", case_id=case_id, sheet_id=sheet_id))
    with unit(PURPOSE) as work:
        sheet = worksheets.read_sheet(work, case_id, sheet_id)
        page = framed(
            work,
            case_id,
            "interventions/write.html",
            form=form,
            kind=sheet.kind,
            asked=asked,
            sheet=sheet,
        )
    return (page, refused()) if form.is_submitted() else page


@bp.post(f"{ONE}/voices")
@guard(Permission.PLAN_SIGN, loads="case")
def sign_sheet(case_id: UUID, sheet_id: UUID) -> ResponseReturnValue:
    """Sign for one's organisation, or say what it sees otherwise."""
    form = VoiceForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            worksheets.sign_sheet(
                work,
                case_id,
                sheet_id,
                int(form.number.data),
                agrees=form.agrees.data,
                remark=form.remark.data or "",
            )
            flash(gettext("Your voice stands beside this version."), "success")
            return redirect(url_for(".show_sheet", case_id=case_id, sheet_id=sheet_id))
    with unit(PURPOSE) as work:
        return _page(work, case_id, sheet_id, voice=form), refused()


@bp.post(f"{ONE}/choice")
@guard(Permission.PLAN_EDIT, loads="case")
def choose(case_id: UUID, sheet_id: UUID) -> ResponseReturnValue:
    """Choose this option, or publish this lesson."""
    form = ChoiceForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            kind = worksheets.read_sheet(work, case_id, sheet_id).kind
            act = worksheets.publish_lesson if kind is Sheet.LESSON else worksheets.choose_option
            act(work, case_id, sheet_id, form.why.data)
            flash(gettext("Stored."), "success")
            return redirect(url_for(".show_sheet", case_id=case_id, sheet_id=sheet_id))
    with unit(PURPOSE) as work:
        return _page(work, case_id, sheet_id, choice=form), refused()


def _page(
    work: Work,
    case_id: UUID,
    sheet_id: UUID,
    voice: FlaskForm | None = None,
    choice: FlaskForm | None = None,
) -> str:
    sheet = worksheets.read_sheet(work, case_id, sheet_id)
    number = {"number": str(sheet.number)}
    asked, tongue = questions(sheet.kind, work.today), parts.tongue()
    blank = PublishForm if sheet.kind is Sheet.LESSON else ChoiceForm
    return framed(
        work,
        case_id,
        "interventions/sheet.html",
        sheet=sheet,
        said=[(row.name.in_(tongue), sheet.told.get(row.field, "")) for row in asked],
        open=[row.name.in_(tongue) for row in open_questions(sheet.kind, sheet.told, work.today)],
        voice=voice or VoiceForm(formdata=None, data=number),
        choice=choice or blank(formdata=None),
    )


def _kind(text: str) -> Sheet:
    if text not in KINDS:
        raise NotFound("There is nothing here that you may see.")
    return Sheet(text)


def _plan() -> UUID | None:
    try:
        return parts.chosen(request.args.get("plan"))
    except ValueError:
        raise NotFound("There is nothing here that you may see.") from None


def _said(form: FlaskForm, name: str) -> str:
    return str(form[name].data or "") if name in form else ""
