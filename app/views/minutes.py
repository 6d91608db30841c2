"""The minutes of an agenda item: written, contradicted, corrected, approved; and the notes."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app import minutes_paper
from app.answers import file_of
from app.context import language
from app.forms.minutes import (
    CorrectionAnswerForm,
    CorrectionForm,
    DissentAnswerForm,
    DissentForm,
    MinutesForm,
    NotesForm,
)
from app.guard import Permission, guard
from app.unit import unit
from app.views.item_page import answered
from bureau.operations import meeting_notes, minutes, minutes_papers
from bureau.operations.minutes import Decided
from bureau.rules.vocabulary import Language
from bureau.work import Work
from reports.sheet import printed

bp = Blueprint("minutes", __name__)
ITEM = "/cases/<uuid:case_id>/items/<uuid:item_id>"
NOTES = "/cases/<uuid:case_id>/meetings/<uuid:meeting_id>/notes"


@bp.post(f"{ITEM}/minutes")
@guard(Permission.MEETING_RUN, loads="case")
def write_minutes(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Write down what was said and decided."""
    form = MinutesForm()

    def write(work: Work) -> None:
        decided = Decided(
            form.decision_kind.data,
            form.decision.data or "",
            form.decided_phase.data or "",
            form.to.data or "",
            form.decided_power.data or "",
            form.held_until.data,
        )
        text, check = form.minutes.data or "", form.victim_check.data
        at = int(form.version.data)
        minutes.write_minutes(work, case_id, item_id, at, text, decided, check)

    done = gettext("The minutes are stored.")
    return answered(form, case_id, item_id, "minutes", write, done)


@bp.post(f"{ITEM}/approval")
@guard(Permission.ITEM_READ, loads="item")
def approve_minutes(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Say that the minutes of this item are right."""
    with unit() as work:
        minutes.approve_minutes(work, case_id, item_id)
    flash(gettext("You approved the minutes of this item."), "success")
    return redirect(url_for("meetings.show_item", case_id=case_id, item_id=item_id))


@bp.post(f"{ITEM}/dissent")
@guard(Permission.ITEM_READ, loads="item")
def state_dissent(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """See the decision otherwise."""
    form = DissentForm()

    def state(work: Work) -> None:
        seat, text = UUID(form.dissenter.data), form.dissent.data or ""
        minutes.state_dissent(work, case_id, item_id, seat, text)

    done = gettext("The other view stands in the minutes.")
    return answered(form, case_id, item_id, "dissent", state, done)


@bp.post(f"{ITEM}/dissent/<uuid:seat_id>")
@guard(Permission.MEETING_RUN, loads="case")
def answer_dissent(case_id: UUID, item_id: UUID, seat_id: UUID) -> ResponseReturnValue:
    """Answer a seat that sees it otherwise."""
    form = DissentAnswerForm()

    def answer(work: Work) -> None:
        text = form.dissent_answer.data or ""
        minutes.answer_dissent(work, case_id, item_id, seat_id, text)

    done = gettext("The answer is stored.")
    return answered(form, case_id, item_id, "dissent_answer", answer, done)


@bp.post(f"{ITEM}/corrections")
@guard(Permission.ITEM_READ, loads="item")
def ask_correction(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Ask to correct the minutes."""
    form = CorrectionForm()

    def ask(work: Work) -> None:
        minutes.ask_correction(work, case_id, item_id, form.correction.data or "")

    done = gettext("The chair answers your correction before the minutes are approved.")
    return answered(form, case_id, item_id, "correction", ask, done)


@bp.post(f"{ITEM}/corrections/<uuid:asked_id>")
@guard(Permission.MEETING_RUN, loads="case")
def answer_correction(case_id: UUID, item_id: UUID, asked_id: UUID) -> ResponseReturnValue:
    """Answer a correction; changed minutes are approved anew."""
    form = CorrectionAnswerForm()

    def answer(work: Work) -> None:
        text, new = form.correction_answer.data or "", form.new_minutes.data or ""
        minutes.answer_correction(work, case_id, asked_id, text, new)

    done = gettext("The answer is stored.")
    return answered(form, case_id, item_id, "correction_answer", answer, done)


@bp.get("/cases/<uuid:case_id>/meetings/<uuid:meeting_id>/minutes.pdf")
@guard(Permission.MEETING_READ, loads="case")
def print_minutes(case_id: UUID, meeting_id: UUID) -> ResponseReturnValue:
    """One's own minutes of a meeting on paper."""
    with unit("minutes on paper") as work:
        found = minutes_papers.print_minutes(work, case_id, meeting_id)
        sheet = minutes_paper.sheet(found, Language(language()))
    paper = printed(sheet)
    return file_of(paper.pdf, "application/pdf", paper.name)


@bp.post(NOTES)
@guard(Permission.MEETING_READ, loads="case")
def keep_notes(case_id: UUID, meeting_id: UUID) -> ResponseReturnValue:
    """Keep the secretary's own notes."""
    form = NotesForm()
    with unit() as work:
        meeting_notes.keep_notes(work, case_id, meeting_id, form.notes.data or "")
    flash(gettext("Your notes are stored; nobody else reads them."), "success")
    return redirect(url_for("meetings.show_meeting", case_id=case_id, meeting_id=meeting_id))


@bp.post(f"{NOTES}/destruction")
@guard(Permission.MEETING_READ, loads="case")
def destroy_notes(case_id: UUID, meeting_id: UUID) -> ResponseReturnValue:
    """Destroy the secretary's own notes."""
    with unit() as work:
        meeting_notes.destroy_notes(work, case_id, meeting_id)
    flash(gettext("The notes are destroyed."), "success")
    return redirect(url_for("meetings.show_meeting", case_id=case_id, meeting_id=meeting_id))
