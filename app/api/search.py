"""Searching for programs: the cases one may see, and nothing of any other."""

from typing import Any

from app.api import asked, told_else
from app.api.door import Contract, agreed, bp, page, unit
from app.guard import Permission, guard
from bureau.operations.cases import find_case
from bureau.operations.search import MOST, CaseHit, Errand, PartyHit, search_case_records


@bp.get("/search")
@guard(Permission.WORK_READ)
@agreed(Contract(told_else.HitPage, args=asked.Searching))
def find(given: dict[str, Any]) -> dict[str, Any]:
    """Cases by reference and title, parties by name and number, in that order."""
    with unit() as work:
        case_id = find_case(work, given["case"]) if given["case"] else None
        errand = Errand(given["purpose"], case_id, given["reason"])
        found = search_case_records(work, given["q"], errand, MOST)
        hits: list[CaseHit | PartyHit] = [*found.cases, *found.parties]
        return {**page(hits, given, _hit), "more": found.more}


def _hit(hit: CaseHit | PartyHit) -> dict[str, Any]:
    if isinstance(hit, CaseHit):
        place = {"found": "case", "case_id": hit.id, "label": hit.title}
    else:
        place = {"found": "party", "case_id": hit.case_id, "label": hit.label}
    return {"id": hit.id, "case": hit.reference, "kind": hit.kind, **place}
