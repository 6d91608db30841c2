"""The annexes of a dossier, each as a file to look at before approval and to take away."""

from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.answers import file_of
from app.guard import Permission, guard
from app.unit import unit
from reports import annexing

bp = Blueprint("annexes", __name__)


@bp.get("/cases/<uuid:case_id>/dossiers/<uuid:dossier_id>/annexes/<int:number>/file")
@guard(Permission.DOSSIER_READ, loads="case")
def take(case_id: UUID, dossier_id: UUID, number: int) -> ResponseReturnValue:
    """One annex, as it goes along."""
    with unit() as work:
        name, pdf = annexing.read_annex(work, case_id, dossier_id, number)
    return file_of(pdf, "application/pdf", name)
