"""Who looked at a file: for whoever handles it, and over all files for the auditor."""

from uuid import UUID

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from app import look_paper
from app.answers import file_of
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from bureau.operations import looks
from bureau.operations.looks import LookPage

bp = Blueprint("looks", __name__)
PURPOSE = "control of who looked"


@bp.get("/cases/<uuid:case_id>/looks")
@guard(Permission.CASE_SHARE, loads="case")
def list_looks(case_id: UUID) -> ResponseReturnValue:
    """Who looked at this case, by day."""
    everyone, number = request.args.get("who") == "all", request.args.get("page", 1, type=int)
    with unit(PURPOSE) as work:
        found = looks.read_looks(work, case_id, number, everyone=everyone)
        return framed(work, case_id, "looks/list.html", found=found, everyone=everyone)


@bp.get("/cases/<uuid:case_id>/looks.csv")
@guard(Permission.CASE_SHARE, loads="case")
def list_csv(case_id: UUID) -> ResponseReturnValue:
    """The same as CSV, the own looks too."""
    with unit(PURPOSE) as work:
        found = looks.read_looks(work, case_id, everyone=True, handed_out=True)
        return _file(found, numbered=False)


@bp.get("/trail/looks")
@guard(Permission.TRAIL_READ)
def list_all() -> ResponseReturnValue:
    """Who looked at which file."""
    file, login = _asked()
    number = request.args.get("page", 1, type=int)
    with unit(PURPOSE) as work:
        found = looks.read_all_looks(work, number, file, login)
        return render_template("looks/all.html", found=found, file=file, login=login)


@bp.get("/trail/looks.csv")
@guard(Permission.TRAIL_READ)
def all_csv() -> ResponseReturnValue:
    """The same as CSV."""
    file, login = _asked()
    with unit(PURPOSE) as work:
        found = looks.read_all_looks(work, file=file, login=login, handed_out=True)
        return _file(found, numbered=True)


def _asked() -> tuple[str, str]:
    return request.args.get("file", "")[:80], request.args.get("login", "")[:80]


def _file(found: LookPage, *, numbered: bool) -> Response:
    return file_of(look_paper.text(found, numbered=numbered).encode(), "text/csv", "who-looked.csv")
