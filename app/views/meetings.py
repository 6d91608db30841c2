"""Pages about partnership meetings."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.meetings import ActionForm, ItemForm, MinutesForm, PlanForm, ReportForm, StepForm
from app.guard import Permission, guard
from app.unit import unit
from bureau.operations import actions, agenda_items, meetings
from bureau.operations.agenda_items import Attendance, ItemView, Wanted
from bureau.rules.agenda import Declaration

bp = Blueprint("meetings", __name__)
ONE = "/cases/<uuid:case_id>/meetings/<uuid:meeting_id>"


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
        case = meetings.show_planning(work, case_id)
        if not form.validate_on_submit():
            return render_template("meetings/plan.html", form=form, case=case)
        meeting = meetings.plan_meeting(
            work,
            case_id,
            form.title.data,
            form.held_on.data,
            form.place.data or "",
            form.purpose.data,
            form.secretary.data or "",
        )
        target = url_for(".show_meeting", case_id=case_id, meeting_id=meeting.id)
    return redirect(target)


@bp.get(ONE)
@guard(Permission.MEETING_READ, loads="case")
def show_meeting(case_id: UUID, meeting_id: UUID) -> ResponseReturnValue:
    """One meeting with the items that admit the reader."""
    with unit() as work:
        view = meetings.read_meeting(work, case_id, meeting_id)
        return render_template(
            "meetings/show.html",
            view=view,
            step_form=StepForm(formdata=None),
            item_form=ItemForm(formdata=None),
        )


@bp.post(f"{ONE}/steps")
@guard(Permission.MEETING_RUN, loads="case")
def step_meeting(case_id: UUID, meeting_id: UUID) -> ResponseReturnValue:
    """Freeze the agenda, open, close, approve."""
    form = StepForm()
    if form.validate_on_submit():
        with unit() as work:
            meetings.step_meeting(
                work, case_id, meeting_id, int(form.version.data), form.target.data
            )
        flash(gettext("The meeting is one step further."), "success")
    else:
        told = gettext("The meeting did not move. Open it again and choose a step that is offered.")
        flash(told, "error")
    return redirect(url_for(".show_meeting", case_id=case_id, meeting_id=meeting_id))


@bp.post(f"{ONE}/items")
@guard(Permission.MEETING_RUN, loads="case")
def add_item(case_id: UUID, meeting_id: UUID) -> ResponseReturnValue:
    """Put an item on the agenda."""
    form = ItemForm()
    with unit() as work:
        if not form.validate_on_submit():
            view = meetings.read_meeting(work, case_id, meeting_id)
            page = render_template(
                "meetings/show.html", view=view, step_form=StepForm(formdata=None), item_form=form
            )
            return page, 422
        wanted = Wanted(
            form.title.data,
            form.question.data,
            form.phase.data,
            form.basis.data,
            form.victim_check.data,
            form.without_persons.data,
        )
        agenda_items.add_item(work, case_id, meeting_id, wanted, _seats(form.seats.data or ""))
    return redirect(url_for(".show_meeting", case_id=case_id, meeting_id=meeting_id))


@bp.get("/cases/<uuid:case_id>/items/<uuid:item_id>")
@guard(Permission.ITEM_READ, loads="item")
def show_item(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """One agenda item: question, seats, minutes, decision, actions."""
    with unit() as work:
        return _item_page(agenda_items.read_item(work, case_id, item_id))


@bp.post("/cases/<uuid:case_id>/items/<uuid:item_id>/attendance")
@guard(Permission.MEETING_RUN, loads="case")
def record_attendance(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Who sat at the table for this item, and what each declared about an own interest."""
    with unit() as work:
        item = agenda_items.read_item(work, case_id, item_id).item
        seats = {
            seat.id: Attendance(
                request.form.get(f"attended-{seat.id}") == "yes",
                request.form.get(f"declared-{seat.id}", Declaration.NOT_ASKED),
                request.form.get(f"interest-{seat.id}", "")[:2000],
            )
            for seat in item.seats
        }
        agenda_items.record_attendance(work, case_id, item_id, seats)
    return redirect(url_for(".show_item", case_id=case_id, item_id=item_id))


@bp.post("/cases/<uuid:case_id>/items/<uuid:item_id>/approval")
@guard(Permission.ITEM_READ, loads="item")
def approve_minutes(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Say that the minutes of this item are right."""
    with unit() as work:
        agenda_items.approve_minutes(work, case_id, item_id)
    flash(gettext("You approved the minutes of this item."), "success")
    return redirect(url_for(".show_item", case_id=case_id, item_id=item_id))


@bp.post("/cases/<uuid:case_id>/items/<uuid:item_id>/minutes")
@guard(Permission.MEETING_RUN, loads="case")
def write_minutes(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Write down what was said and decided."""
    form = MinutesForm()
    with unit() as work:
        if form.validate_on_submit():
            agenda_items.write_minutes(
                work,
                case_id,
                item_id,
                int(form.version.data),
                form.minutes.data or "",
                form.decision_kind.data,
                form.decision.data,
                form.dissent.data or "",
                form.victim_check.data,
            )
            flash(gettext("The minutes are stored."), "success")
            return redirect(url_for(".show_item", case_id=case_id, item_id=item_id))
        return _item_page(agenda_items.read_item(work, case_id, item_id), minutes=form), 422


@bp.post("/cases/<uuid:case_id>/items/<uuid:item_id>/actions")
@guard(Permission.MEETING_RUN, loads="case")
def agree_action(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Agree on an action with one owner, one power, one date."""
    form = ActionForm()
    with unit() as work:
        if form.validate_on_submit():
            actions.agree_action(
                work,
                case_id,
                item_id,
                form.text.data,
                form.owner.data,
                form.power.data,
                form.barrier.data or "",
                form.due_on.data,
            )
            return redirect(url_for(".show_item", case_id=case_id, item_id=item_id))
        return _item_page(agenda_items.read_item(work, case_id, item_id), action=form), 422


@bp.post("/cases/<uuid:case_id>/items/<uuid:item_id>/actions/<uuid:action_id>")
@guard(Permission.ACTION_REPORT, loads="item")
def report_action(case_id: UUID, item_id: UUID, action_id: UUID) -> ResponseReturnValue:
    """Say how far an action is."""
    form = ReportForm()
    if form.validate_on_submit():
        with unit() as work:
            actions.report_action(
                work,
                case_id,
                action_id,
                int(form.version.data),
                form.status.data,
                form.result.data or "",
            )
        flash(gettext("Your report is stored."), "success")
    else:
        told = gettext("Nothing was stored. Open the page again and fill in the report.")
        flash(told, "error")
    return redirect(url_for(".show_item", case_id=case_id, item_id=item_id))


def _item_page(
    view: ItemView,
    minutes: MinutesForm | None = None,
    action: ActionForm | None = None,
) -> str:
    return render_template(
        "meetings/item.html",
        item=view.item,
        may_run=view.may_run,
        own=view.own,
        minutes_form=minutes or MinutesForm(obj=view.item, formdata=None),
        action_form=action or ActionForm(formdata=None),
        report_form=ReportForm(formdata=None),
    )


def _seats(text: str) -> list[tuple[str, str]]:
    """The lines «login: reason» of the form."""
    pairs = (line.partition(":") for line in text.splitlines() if line.strip())
    return [(login.strip(), reason.strip()) for login, _, reason in pairs]
