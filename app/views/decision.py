"""The decision: what is open, who decides, how it is made known, and the Bibob register."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.context import language
from app.forms.cases import StepForm
from app.forms.decision import DecideForm, ReportForm, condition_lines
from app.forms.parts import listed
from app.guard import Permission, guard
from app.unit import confirm, unit
from app.views import conditions, weighing
from app.views.choices import offer_outcomes
from app.views.frames import framed
from app.views.refusals import refused, told
from app.views.roads import told_by_letter, usual_reason
from bureau.operations import (
    case_files,
    condition_library,
    decisions,
    frames,
    mandates,
    second_readings,
    weighings,
)
from bureau.operations.condition_library import LibraryLine
from bureau.rules import letters
from bureau.rules.grounds import Options
from bureau.work import Work

bp = Blueprint("decision", __name__)
PATH = "/cases/<uuid:case_id>/decision"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show_decision(case_id: UUID) -> ResponseReturnValue:
    """What the law leaves open, and what was decided."""
    with unit() as work:
        return _page(work, case_id, DecideForm(formdata=None))


@bp.post(PATH)
@guard(Permission.SCREENING_DECIDE, loads="case")
def decide(case_id: UUID) -> ResponseReturnValue:
    """Take the decision: a grave act, for which the password is asked again."""
    form = DecideForm()
    with unit() as work:
        known = condition_library.offered(work, case_id)
        if conditions.inserting():
            conditions.insert(form, known, work.today)
            return _page(work, case_id, form)
        file = case_files.read_case(work, case_id)
        _offer(form, file, weighings.options_now(work, case_id), known)
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            with unit() as work:
                decisions.decide(
                    work,
                    case_id,
                    form.outcome.data,
                    form.reasons.data,
                    conditions=condition_lines(form.conditions.data or ""),
                    on=form.on.data,
                )
                flash(gettext("The decision is taken in your name."), "success")
                return redirect(url_for(".show_decision", case_id=case_id))
    with unit() as work:
        return _page(work, case_id, form), refused()


@bp.route(f"{PATH}/agreement", methods=["GET", "POST"])
@guard(Permission.CASE_STEP, loads="case")
def ask_agreement(case_id: UUID) -> ResponseReturnValue:
    """Ask the second person, in the name of whoever decided."""
    if request.method == "GET":
        with unit() as work:
            asked = second_readings.read_agreement(work, case_id)
            return framed(work, case_id, "screening/agreement.html", agreement=asked)
    with unit() as work:
        row = second_readings.ask_agreement(work, case_id)
        place = "review.show_review" if row.act == "objection" else ".show_decision"
    flash(gettext("A second person is asked to agree to exactly this."), "success")
    return redirect(url_for(place, case_id=case_id))


@bp.route(f"{PATH}/register", methods=["GET", "POST"])
@guard(Permission.CASE_STEP, loads="case")
def register_report(case_id: UUID) -> ResponseReturnValue:
    """Record the report to the Bibob register, or why none is made."""
    form = ReportForm()
    with unit() as work:
        file = case_files.read_case(work, case_id)
        pairs = {
            row.entity_id: f"{row.label} ({row.role_name.in_(language())})" for row in file.parties
        }
        form.entities.choices = listed(pairs.items())
    if form.validate_on_submit():
        with told(form), unit() as work:
            decisions.register_report(
                work,
                case_id,
                [UUID(each) for each in form.entities.data],
                form.reason.data,
                form.on.data,
            )
            flash(gettext("Stored."), "success")
            return redirect(url_for(".show_decision", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "screening/register.html", form=form)
    return (page, refused()) if form.is_submitted() else page


def _offer(
    form: DecideForm, file: case_files.CaseView, options: Options, known: Iterable[LibraryLine]
) -> None:
    """Let only what the law leaves open be chosen."""
    offer_outcomes(form, "outcome", file, options)
    conditions.offer_library(form, known)


def _right(work: Work, case_id: UUID, file: case_files.CaseView) -> object:
    """In whose name the reader may decide, where a decision waits for the reader."""
    deciding = frames.read_frame(work, case_id).may(Permission.SCREENING_DECIDE)
    return mandates.own_right(work, case_id) if file.waits and deciding else None


def _letter(file: case_files.CaseView, outcome: str, on: date) -> str:
    """Which letter tells a decision with this outcome."""
    return letters.of_decision(outcome, on, ordinary=file.ordinary_decides).code


def _page(work: Work, case_id: UUID, form: DecideForm) -> str:
    file = case_files.read_case(work, case_id)
    options = weighings.options_now(work, case_id)
    _offer(form, file, options, condition_library.offered(work, case_id))
    return framed(
        work,
        case_id,
        "screening/decision.html",
        file=file,
        letters={row.outcome: _letter(file, row.outcome, work.today) for row in file.decisions},
        options=weighing.plain(options, language()),
        agreement=second_readings.read_agreement(work, case_id),
        waits=file.waits,
        right=_right(work, case_id, file),
        form=form,
        step=StepForm(formdata=None, reason=usual_reason(file, "T36")),
        told_by_letter=told_by_letter(file),
    )
