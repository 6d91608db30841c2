"""The first page of a case, with whichever of its forms was not accepted."""

from datetime import date
from uuid import UUID

from flask import request
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.context import language
from app.forms.cases import CAPACITIES, LeaveForm, MemberForm, NoteForm, StepForm, WhatIfForm
from app.guard import Permission
from app.views import clocks, roads
from app.views.frames import framed
from bureau.operations import case_files, frames, meetings, members, notes, related_cases, tasks
from bureau.operations.case_files import CaseView
from bureau.operations.frames import CaseFrame
from bureau.operations.tasks import Task
from bureau.rules import letters
from bureau.work import Work

FARTHEST = 366  # days from today for which something is imagined


def overview(work: Work, case_id: UUID, **given: FlaskForm) -> str:
    """Everything one reader may see of where the case stands."""
    head = frames.read_frame(work, case_id)
    file = case_files.read_case(work, case_id)
    possible, blocked = roads.next_steps(file, language())
    ask = WhatIfForm(request.args)
    ask.rule.choices = [each for each in ask.rule.choices if each.value in clocks.causes(file)]
    return framed(
        work,
        case_id,
        "cases/show.html" if head.screening else "cases/partnership.html",
        file=file,
        rail=roads.rail(file),
        clocks=clocks.all_drawn(file.clocks, language(), work.today),
        what_if=_imagined(ask, file, work.today),
        what_if_form=ask if clocks.may_imagine(file) else None,
        possible=possible,
        blocked=blocked,
        tasks=_tasks(work, case_id, [row["code"] for row in possible]),
        work_now=roads.work_now(file),
        letters_due=roads.letters_due(file) if head.may(Permission.LETTER_SEND) else [],
        letter_names={row.code: row.name for row in letters.kinds()},
        notes=notes.list_notes(work, case_id),
        related=related_cases.list_related(work, case_id) if _full(head) else None,
        meetings=_meetings(work, case_id) if head.may(Permission.MEETING_READ) else [],
        step_form=given.get("step") or StepForm(formdata=None),
        note_form=given.get("note") or NoteForm(formdata=None),
        leave_form=given.get("leave") or LeaveForm(formdata=None),
        **_joining(work, head, file, given.get("member")),
    )


def _tasks(work: Work, case_id: UUID, possible: list[str]) -> list[Task]:
    """What waits in this case, without what stands among its steps already."""
    found = tasks.waiting(work, case_id)
    return [each for each in found if roads.STEPPED.get(each.kind) not in possible]


def _joining(
    work: Work, head: CaseFrame, file: CaseView, given: FlaskForm | None
) -> dict[str, object]:
    """Who still has to take part, and the form that adds somebody, opened where it is asked."""
    adds = head.screening and head.may(Permission.CASE_SHARE)
    asked = request.args.get("add")
    adding = asked if asked in CAPACITIES else None
    return {
        "lacking": roads.lacking(file) if adds else "",
        "colleagues": members.list_colleagues(work, head.id) if adds else (),
        "adding": adding,
        "member_form": given or MemberForm(formdata=None, capacity=adding),
    }


def _full(head: frames.CaseFrame) -> bool:
    """Whether this reader sees the parties of a screening."""
    return head.screening and head.may(Permission.NETWORK_READ)


def _imagined(form: WhatIfForm, file: CaseView, today: date) -> object:
    """The term as it would be, where something was asked that can be reckoned."""
    if "weeks" not in request.args or not form.validate():
        return None
    start = form.start.data or today
    if abs((start - today).days) > FARTHEST:
        form.start.errors = [gettext("Give a day at most a year before or after today.")]
        return None
    rule = form.rule.data or "SUS5"
    asked = clocks.Imagined(rule, start, form.weeks.data)
    found = clocks.imagined(file, asked, today, language())
    if found is None:
        form.form_errors.append(
            gettext("In this state nothing can be reckoned for this; look at the other choices.")
        )
    return found


def _meetings(work: Work, case_id: UUID) -> list[object]:
    return [each for each in meetings.list_meetings(work) if each.case_id == case_id]
