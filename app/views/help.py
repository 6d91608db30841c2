"""What the program does and does not do, and how to find the way in it."""

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from app import guard as fence
from app.clock import now
from app.guard import Permission, guard
from bureau.rules.approvals import acts
from bureau.rules.grading import certainties, grades
from bureau.rules.handling import handling_codes
from bureau.rules.procedure import states
from bureau.rules.strong_acts import strong_acts
from bureau.rules.vocabulary import Credibility, Reliability

bp = Blueprint("help", __name__)


@bp.get("/help")
@guard(Permission.WORK_READ)
def show() -> ResponseReturnValue:
    """The road, the grades, the keyboard, and who may do what."""
    today = now().date()
    return render_template(
        "help/show.html",
        states=states().on(today),
        grades={row.code: row.name for row in grades().on(today)},
        reliabilities=list(Reliability),
        credibilities=list(Credibility),
        certainties=certainties().on(today),
        handlings=handling_codes().on(today),
        acts=acts().on(today),
        strong=strong_acts().on(today),
        permissions=_permissions(),
    )


def _permissions() -> list[tuple[str, list[str]]]:
    """Every permission with the lines of the one table that grant it, and pages that ask it."""
    used = {
        found.permission
        for endpoint in current_app.view_functions
        if (found := fence.guard_of(current_app, endpoint))
    }
    return [(row, lines) for row, lines in fence.policy_rows() if row in used]
