"""Taking files into a case, everything or nothing, and back out of it while nothing uses them."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.errors import noted
from app.exchange_words import FORMAT_HELP
from app.forms.imports import PREVIEW, TRAY, ImportForm, UndoForm
from app.forms.row_mappings import makes_word
from app.guard import Permission, guard
from app.unit import unit
from app.views.choices import offer_owners
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.errors import NotFound
from bureau.operations import import_undoing, imports, row_mappings, sources
from bureau.operations.sources import Whose
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


@bp.route(f"{PATH}/<uuid:batch_id>/undo", methods=["GET", "POST"])
@guard(Permission.FILE_IMPORT, loads="case")
def undo_import(case_id: UUID, batch_id: UUID) -> ResponseReturnValue:
    """Take back all that an import made, for a reason, unless something uses it."""
    form = UndoForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            import_undoing.undo_import(work, case_id, batch_id, form.reason.data)
            flash(gettext("The import is taken back."), "success")
            return redirect(url_for(".list_imports", case_id=case_id))
    with unit() as work:
        found = [row for row in imports.list_imports(work, case_id) if row.id == batch_id]
        if not found:
            raise NotFound("There is nothing here that you may see.")
        page = framed(work, case_id, "imports/undo.html", form=form, batch=found[0])
    return (page, refused()) if form.is_submitted() else page


@bp.get(f"{PATH}/new")
@guard(Permission.FILE_IMPORT, loads="case")
def take_file(case_id: UUID) -> ResponseReturnValue:
    """Choose a file."""
    form = _form()
    with unit() as work:
        return _page(work, case_id, form)


@bp.post(f"{PATH}/new")
@guard(Permission.FILE_IMPORT, loads="case")
def store_file(case_id: UUID) -> ResponseReturnValue:
    """Read the file; store it only when that was asked."""
    form = _form()
    if form.validate_on_submit():
        with told(form), unit("import of a file") as work:
            result = _import(work, case_id, form)
            if result.tray:
                flash(gettext("The rows wait in the tray."), "success")
            elif not result.dry_run:
                flash(gettext("The file is taken in."), "success")
            return _page(work, case_id, form, result)
    with unit() as work:
        return _page(work, case_id, form), refused()


def _form() -> ImportForm:
    form = ImportForm()
    with unit() as work:
        known = row_mappings.list_row_mappings(work)
    form.mapping.choices = [SelectChoice("", "-")]
    form.mapping.choices += [
        SelectChoice(row.name, f"{row.name} · {makes_word(row.makes)}") for row in known
    ]
    return form


def _import(work: Work, case_id: UUID, form: ImportForm) -> imports.ImportResult:
    letter = form.reliability.data
    return imports.import_file(
        work,
        case_id,
        form.format.data,
        form.file.data.filename or "",
        form.file.data.read(),
        source_title=form.title.data,
        dry_run=form.act.data == PREVIEW,
        basis=form.basis.data or "",
        reliability=Reliability(letter) if letter else None,
        mapping=form.mapping.data or "",
        tray=form.act.data == TRAY,
        whose=Whose(form.owner.data or "", form.category.data or ""),
    )


def _page(
    work: Work, case_id: UUID, form: ImportForm, result: imports.ImportResult | None = None
) -> str:
    offer_owners(form, sources.list_owners(work, case_id))
    totals: list[tuple[str, Any]] = list(result.totals.items()) if result else []
    return framed(
        work,
        case_id,
        "imports/new.html",
        form=form,
        result=result,
        totals=totals,
        notes=[(note.where, noted(note)) for note in result.notes] if result else [],
        helps=FORMAT_HELP.items(),
    )
