"""Taking files into a case: look first, then store everything or nothing."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.imports import STORE, ImportForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import imports
from bureau.rules.vocabulary import Reliability
from bureau.work import Work

bp = Blueprint("imports", __name__)
PATH = "/cases/<uuid:case_id>/imports"


@bp.get(PATH)
@guard(Permission.FILE_IMPORT, loads="case")
def list_imports(case_id: UUID) -> ResponseReturnValue:
    """The files taken into a case, newest first."""
    with unit() as work:
        return framed(
            work, case_id, "imports/list.html", batches=imports.list_imports(work, case_id)
        )


@bp.get(f"{PATH}/new")
@guard(Permission.FILE_IMPORT, loads="case")
def take_file(case_id: UUID) -> ResponseReturnValue:
    """Choose a file."""
    with unit() as work:
        return _page(work, case_id, ImportForm())


@bp.post(f"{PATH}/new")
@guard(Permission.FILE_IMPORT, loads="case")
def store_file(case_id: UUID) -> ResponseReturnValue:
    """Read the file; store it only when that was asked."""
    form = ImportForm()
    if form.validate_on_submit():
        with told(form), unit("import of a file") as work:
            result = _import(work, case_id, form)
            if not result.dry_run:
                flash(gettext("The file is taken in."), "success")
            return _page(work, case_id, form, result)
    with unit() as work:
        return _page(work, case_id, form), refused()


def _import(work: Work, case_id: UUID, form: ImportForm) -> imports.ImportResult:
    letter = form.reliability.data
    return imports.import_file(
        work,
        case_id,
        form.format.data,
        form.file.data.filename or "",
        form.file.data.read(),
        source_title=form.title.data,
        dry_run=form.act.data != STORE,
        basis=form.basis.data or "",
        reliability=Reliability(letter) if letter else None,
    )


def _page(
    work: Work, case_id: UUID, form: ImportForm, result: imports.ImportResult | None = None
) -> str:
    totals: list[tuple[str, Any]] = list(result.totals.items()) if result else []
    return framed(work, case_id, "imports/new.html", form=form, result=result, totals=totals)
