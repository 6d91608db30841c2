"""Pages about partnership meetings."""

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.forms import parts
from app.forms.attendance import SeatsForm, admitted, attendance, record_id
from app.forms.meetings import ActionForm, ItemForm, PlanForm, ReportForm, StepForm
from app.forms.minutes import NotesForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from app.views.item_page import answered, page
from app.words import word
from bureau.operations import actions, agenda_items, attendances, meetings
from bureau.operations.agenda_items import Wanted
from bureau.operations.meetings import MeetingView
from bureau.rules.agenda import Phase
from bureau.rules.phases import phase_gates
from bureau.work import Work

bp = Blueprint("meetings", __name__)
ONE = "/cases/<uuid:case_id>/meetings/<uuid:meeting_id>"
ITEM = "/cases/<uuid:case_id>/items/<uuid:item_id>"


@bp.get("/meetings")
@guard(Permission.WORK_READ)
def list_meetings() -> ResponseReturnValue:
    """The meetings of the cases one takes part in."""
    with unit() as work:
        return render_template("meetings/list.html", meetings=meetings.list_meetings(work))


@bp.route("/cases/<uuid:case_id>/meetings/new", methods=["GET", "POST"])
@guard(Permission.MEETING_RUN, loads="case")
def plan_meeting(case_id: UUID) -> ResponseReturnValue:
    """Plan a meeting."""
    form = PlanForm()
    with unit() as work:
        case, waits = meetings.show_planning(work, case_id)
        people = sorted({row.user.login: row.user.name for row in case.members}.items())
        form.secretary.choices = [parts.NOTHING, *(SelectChoice(*each) for each in people)]
        if not form.is_submitted():
            return render_template("meetings/plan.html", form=form, case=case, waits=waits)

    def plan(work: Work) -> UUID:
        return meetings.plan_meeting(
            work,
            case_id,
            form.title.data,
            form.held_on.data,
            form.place.data or "",
            form.purpose.data,
            form.secretary.data or "",
            form.next_on.data,
        ).id

    def again(work: Work) -> str:
        case, waits = meetings.show_planning(work, case_id)
        return render_template("meetings/plan.html", form=form, case=case, waits=waits)

    return acted(form, plan, again, lambda made: _at(case_id, made))


@bp.get(ONE)
@guard(Permission.MEETING_READ, loads="case")
def show_meeting(case_id: UUID, meeting_id: UUID) -> ResponseReturnValue:
    """One meeting with the items that admit the reader."""
    with unit() as work:
        return _meeting_page(work, case_id, meeting_id)


@bp.post(f"{ONE}/steps")
@guard(Permission.MEETING_RUN, loads="case")
def step_meeting(case_id: UUID, meeting_id: UUID) -> ResponseReturnValue:
    """Freeze the agenda, open, close, approve."""
    form = StepForm()

    def step(work: Work) -> None:
        version = int(form.version.data)
        meetings.step_meeting(work, case_id, meeting_id, version, form.target.data)

    def again(work: Work) -> str:
        return _meeting_page(work, case_id, meeting_id, step=form)

    done = gettext("The meeting is one step further.")
    return acted(form, step, again, _at(case_id, meeting_id), done)


@bp.post(f"{ONE}/items")
@guard(Permission.MEETING_RUN, loads="case")
def add_item(case_id: UUID, meeting_id: UUID) -> ResponseReturnValue:
    """Put an item on the agenda."""
    form = ItemForm()
    with unit() as work:
        _offer(form, meetings.read_meeting(work, case_id, meeting_id))

    def add(work: Work) -> None:
        wanted = Wanted(
            form.title.data,
            form.question.data,
            form.phase.data,
            form.basis.data,
            form.victim_check.data,
            form.without_persons.data,
            form.point.data,
            form.why.data or "",
            form.asked.data or "",
        )
        seats = admitted(request.form, form.seats.data or ())
        agenda_items.add_item(work, case_id, meeting_id, wanted, seats)

    def again(work: Work) -> str:
        return _meeting_page(work, case_id, meeting_id, form)

    done = gettext("The item stands on the agenda.")
    return acted(form, add, again, _at(case_id, meeting_id), done)


@bp.get(ITEM)
@guard(Permission.ITEM_READ, loads="item")
def show_item(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """One agenda item: question, papers, options, seats, minutes, decision, actions."""
    with unit() as work:
        return page(work, case_id, item_id)


@bp.post(f"{ITEM}/attendance")
@guard(Permission.MEETING_RUN, loads="case")
def record_attendance(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Who sat at the table for this item, and what each declared about an own interest."""
    form = SeatsForm()

    def record(work: Work) -> None:
        item = agenda_items.read_item(work, case_id, item_id).item
        seats = {seat.id: attendance(request.form, str(seat.id)) for seat in item.seats}
        attendances.record_attendance(work, case_id, item_id, seats)

    done = gettext("Stored: who was there.")
    return answered(form, case_id, item_id, "attendance", record, done)


@bp.post(f"{ITEM}/actions")
@guard(Permission.MEETING_RUN, loads="case")
def agree_action(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Agree on an action with one owner, one power, one date."""
    form = ActionForm()

    def agree(work: Work) -> None:
        actions.agree_action(
            work,
            case_id,
            item_id,
            form.text.data or "",
            form.owner.data,
            form.power.data or "",
            form.barrier.data or "",
            form.due_on.data,
        )

    return answered(form, case_id, item_id, "action", agree, gettext("The action is agreed."))


@bp.post(f"{ITEM}/actions/<uuid:action_id>")
@guard(Permission.ACTION_REPORT, loads="item")
def report_action(case_id: UUID, item_id: UUID, action_id: UUID) -> ResponseReturnValue:
    """Say how far an action is."""
    form = ReportForm()
    form.about = action_id

    def report(work: Work) -> None:
        actions.report_action(
            work,
            case_id,
            action_id,
            int(form.version.data),
            form.status.data,
            form.result.data or "",
            record_id(form.replaced_by.data),
        )

    return answered(form, case_id, item_id, "report", report, gettext("Your report is stored."))


def _meeting_page(
    work: Work,
    case_id: UUID,
    meeting_id: UUID,
    form: ItemForm | None = None,
    step: StepForm | None = None,
) -> str:
    view = meetings.read_meeting(work, case_id, meeting_id)
    if form is None:
        gate = phase_gates().row(view.phase, work.today)
        form = ItemForm(formdata=None, data={"phase": view.phase, "basis": gate.basis})
    _offer(form, view)
    return render_template(
        "meetings/show.html",
        view=view,
        step_form=step or StepForm(formdata=None),
        item_form=form,
        because=request.form,
        notes_form=NotesForm(formdata=None, data={"notes": view.notes}),
    )


def _offer(form: ItemForm, view: MeetingView) -> None:
    """The seats that can be admitted, and the phases that the case has reached."""
    form.seats.choices = [SelectChoice(row.user.login, row.user.name) for row in view.places]
    open_ = [phase for phase in Phase if phase.number <= view.phase.number]
    form.phase.choices = [SelectChoice(phase.value, word(phase)) for phase in open_]


def _at(case_id: UUID, meeting_id: UUID) -> str:
    return url_for("meetings.show_meeting", case_id=case_id, meeting_id=meeting_id)
