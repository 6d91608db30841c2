"""Real estate of a case over time."""

from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.timelines import timeline
from bureau.operations import estates

bp = Blueprint("estates", __name__)
PATH = "/cases/<uuid:case_id>/properties"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def list_properties(case_id: UUID) -> ResponseReturnValue:
    """The real estate of a case."""
    with unit() as work:
        found = estates.list_properties(work, case_id)
        return framed(work, case_id, "estates/list.html", found=found)


@bp.get(f"{PATH}/<uuid:property_id>")
@guard(Permission.NETWORK_READ, loads="case")
def show(case_id: UUID, property_id: UUID) -> ResponseReturnValue:
    """One property: owners, lenders, tenants and prices, drawn and in a table."""
    with unit() as work:
        found = estates.read_property(work, case_id, property_id)
        drawn = timeline(found, work.today)
        return framed(work, case_id, "estates/show.html", found=found, drawn=drawn)
