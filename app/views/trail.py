"""The trail, for the auditor."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.guard import Permission, guard
from app.unit import unit
from app.words import word
from bureau.operations import trails
from bureau.operations.trails import Show
from bureau.rules.events import EventKind

bp = Blueprint("trail", __name__)


@bp.get("/trail")
@guard(Permission.TRAIL_READ)
def show() -> ResponseReturnValue:
    """Who did, looked at or was refused what."""
    kind = request.args.get("kind", "")
    scope = request.args.get("file", "")[:80]
    page = request.args.get("page", 1, type=int)
    kind = kind if kind in set(EventKind) else ""
    asked = request.args.get("show", "")
    show = Show(asked) if asked in set(Show) else Show.ALL if kind else Show.DONE
    with unit("control of lawfulness") as work:
        view = trails.read_trail(work, page, kind, scope, show)
        return render_template(
            "trail/show.html",
            view=view,
            kind=kind,
            scope=scope,
            show=show,
            shows=list(Show),
            kinds=sorted(EventKind, key=lambda each: str(word(each)).casefold()),
        )
