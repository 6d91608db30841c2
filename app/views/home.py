"""The first page: what one must do now, and what is about to end."""

from datetime import timedelta

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.context import language
from app.guard import Permission, guard
from app.unit import unit
from app.views.clocks import drawn
from bureau.operations import (
    actions,
    approvals,
    cases,
    clearances,
    picture_tasks,
    received,
    signs,
    support_parts,
    supports,
    surveys,
    tasks,
)
from bureau.rules.support import support_states
from bureau.work import Work

bp = Blueprint("home", __name__)
PURPOSE = "planning one's own work"
MOST_CASES = 10
SOON = timedelta(days=92)  # a term of years is no clock that is about to end


@bp.get("/")
@guard(Permission.WORK_READ)
def show() -> ResponseReturnValue:
    """Tasks, clocks by last day, own cases, own actions, and support files for helpers."""
    with unit(PURPOSE) as work:
        own = cases.list_cases(work)[:MOST_CASES]
        waiting = tasks.upcoming(work)
        clocks = [
            (task, drawn(task.clock, language(), work.today))
            for task in waiting
            if task.clock and task.clock.due <= work.today + SOON
        ]
        return render_template(
            "home/show.html",
            tasks=[task for task in waiting if task.clock is None],
            clocks=clocks,
            cases=own,
            actions=actions.list_own_actions(work),
            **_support(work),
            states=support_states(),
            endings=clearances.ending(work),
            surveys=surveys.list_waiting(work),
            received=received.list_room_tasks(work),
            asked=approvals.list_tasks(work),
            pictures=picture_tasks.list_picture_tasks(work),
            today=work.today,
        )


def _support(work: Work) -> dict[str, object]:
    """The support files of a helper and the signs that wait; None and nothing for anybody else."""
    if not work.may(Permission.SUPPORT_OPEN):
        return {"files": None, "signs": (), "asking": {}}
    return {
        "files": supports.list_files(work),
        "signs": signs.list_signs(work),
        "asking": support_parts.list_waiting(work),
    }
