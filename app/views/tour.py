"""A guided tour through one case, for whoever is new to it or to the program."""

from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from bureau.operations import tours

bp = Blueprint("tour", __name__)


@bp.get("/cases/<uuid:case_id>/tour")
@guard(Permission.NETWORK_READ, loads="case")
def show(case_id: UUID) -> ResponseReturnValue:
    """The stations of the tour, each with the page to look at."""
    with unit("guided tour") as work:
        return framed(work, case_id, "network/tour.html", tour=tours.read_tour(work, case_id))
