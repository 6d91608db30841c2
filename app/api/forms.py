"""Forms from a form server: answers and documents of an applicant, all of it or nothing."""

from typing import Any
from uuid import UUID

from app.api import asked, told_else
from app.api.door import JSON, Contract, agreed, bp, unit
from app.api.strict import taken
from app.guard import Permission, guard
from bureau.formats import guard_json
from bureau.formats.guard import Limits
from bureau.operations import intakes
from bureau.operations.intakes import PostedFile

_LIMITS = Limits(size=64 * 1024 * 1024, depth=6, digits=15)


def read_form(content: bytes) -> dict[str, Any]:
    """A posted form as it was agreed; raises Invalid naming the first path that is wrong."""
    return taken(asked.FormPosted, guard_json.parse(content, _LIMITS), "body")


POSTED = Contract(told_else.FormTaken, status=201, body={JSON: asked.FormPosted}, reader=read_form)


@bp.post("/cases/<uuid:case_id>/form")
@guard(Permission.CASE_STEP, loads="case")
@agreed(POSTED)
def take_form(given: dict[str, Any], case_id: UUID) -> dict[str, Any]:
    """Take in the form or supplement that is out with the applicant; it counts as handed in."""
    with unit() as work:
        done = intakes.take_form(
            work, case_id, given["form"]["version"], given["answers"], files(given)
        )
        return plain(done)


def files(given: dict[str, Any]) -> list[PostedFile]:
    """The files of a posted form."""
    rows = given["documents"]
    return [PostedFile(row["code"], row["name"], row["content_base64"]) for row in rows]


def plain(done: intakes.Intake) -> dict[str, Any]:
    """What came of it, as it is told."""
    return {
        "case": done.reference,
        "kind": done.kind,
        "handed_in": done.on.isoformat(),
        "answers": done.answers,
        "documents": [
            {"id": str(row.id), "code": row.code, "sha256": row.sha256, "size": row.size}
            for row in done.documents
        ],
        "missing": list(done.missing),
    }
