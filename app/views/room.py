"""The screen in the meeting room, and the board of actions of all meetings."""

from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from wtforms.fields import SelectChoice

from app.forms import parts
from app.forms.meetings import BoardForm
from app.guard import Permission, guard
from app.unit import unit
from bureau.operations import action_boards, rooms
from bureau.operations.action_boards import Sought
from bureau.rules import meeting as law
from bureau.rules.barriers import barriers

bp = Blueprint("room", __name__)


@bp.get("/cases/<uuid:case_id>/items/<uuid:item_id>/room")
@guard(Permission.MEETING_RUN, loads="case")
def show_room(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """What everybody in the room may see of an item in session, in big type."""
    with unit("projected in the meeting room") as work:
        room = rooms.show_room(work, case_id, item_id)
        return render_template("meetings/room.html", room=room, tracks=tuple(law.tracks()))


@bp.get("/actions")
@guard(Permission.WORK_READ)
def show_board() -> ResponseReturnValue:
    """The actions of all meetings by how far they are."""
    form = BoardForm(request.args)
    sought = Sought(form.organisation.data or "", form.barrier.data or "", bool(form.overdue.data))
    with unit() as work:
        board = action_boards.read_board(work, sought)
        bodies = [SelectChoice(body.code, body.name) for body in board.organisations]
        form.organisation.choices = [parts.NOTHING, *bodies]
        form.barrier.choices = [
            parts.NOTHING,
            *(_barrier(code) for code in board.barriers),
        ]
        return render_template("meetings/board.html", board=board, form=form)


def _barrier(code: str) -> SelectChoice:
    """A barrier by its code and what it makes harder."""
    named = next((row.text.in_(parts.tongue()) for row in barriers() if row.code == code), "")
    return SelectChoice(code, f"{code} · {named}")
