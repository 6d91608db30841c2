"""Files from programs: all of a file or nothing, and the same file twice adds nothing."""

from typing import Any
from uuid import UUID

from flask import request
from werkzeug.datastructures import FileStorage

from app.api import asked, told_else
from app.api.door import FORM, RAW, Contract, agreed, bp, unit
from app.guard import Permission, guard
from bureau.operations import imports
from bureau.operations.sources import Whose

FILE = Contract(told_else.Imported, args=asked.RawImport, body={FORM: asked.FormImport, RAW: None})


@bp.post("/cases/<uuid:case_id>/imports")
@guard(Permission.FILE_IMPORT, loads="case")
@agreed(FILE)
def import_file(given: dict[str, Any], case_id: UUID) -> dict[str, Any]:
    """Take a file into a case: as the part `file` of a form, or as the body with a query."""
    filename, content = _part(given["file"]) if "file" in given else _body(given)
    with unit() as work:
        result = imports.import_file(
            work,
            case_id,
            given["format"],
            filename,
            content,
            source_title=given["source"],
            dry_run=given["dry_run"],
            basis=given["basis"],
            mapping=given["mapping"],
            tray=given["tray"],
            whose=Whose(given["owner"], given["category"]),
        )
        return result.as_json()


def _part(file: FileStorage) -> tuple[str, bytes]:
    return file.filename or "file", file.read()


def _body(given: dict[str, Any]) -> tuple[str, bytes]:
    return given["filename"], request.get_data(cache=False)
