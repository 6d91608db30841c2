"""Mappings of rows: what each row of an own spreadsheet makes in a case, kept by name."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.row_mappings import COLUMN, MakesForm, RowMappingForm, makes_word, mapping_form
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.errors import NotFound
from bureau.operations import row_mappings
from bureau.operations.row_mappings import RowMappingView, made_kinds

bp = Blueprint("row_mappings", __name__, url_prefix="/imports/mappings")


@bp.get("")
@guard(Permission.MAPPING_KEEP)
def list_mappings() -> ResponseReturnValue:
    """The mappings of one's own organisation, and the way to a new one."""
    with unit() as work:
        return render_template(
            "imports/mappings.html",
            rows=row_mappings.list_row_mappings(work),
            makes=makes_word,
            form=MakesForm(),
        )


@bp.route("/one", methods=["GET", "POST"])
@guard(Permission.MAPPING_KEEP)
def map_rows() -> ResponseReturnValue:
    """Say which column holds what; a change of a mapping is a new version of it."""
    name = request.args.get("name", "")[:60]
    if name and request.method == "GET":
        with unit() as work:
            return _page(_filled(row_mappings.read_row_mapping(work, name)))
    makes = request.values.get("makes", "") or made_kinds()[0]
    if makes not in made_kinds():
        raise NotFound("There is nothing here that you may see.")
    form = mapping_form(makes)(makes=makes)
    if form.validate_on_submit():
        with told(form), unit() as work:
            row_mappings.save_row_mapping(
                work, form.name.data, makes, form.columns(), form.meanings(), form.dates.data
            )
            flash(gettext("The mapping is kept for your organisation."), "success")
            return redirect(url_for(".list_mappings"))
    return (_page(form), refused()) if form.is_submitted() else _page(form)


def _page(form: RowMappingForm) -> str:
    makes = form.makes.data or ""
    fields = [field for field in form if field.short_name.startswith(COLUMN)]
    return render_template(
        "imports/mapping.html", form=form, fields=fields, makes=makes_word(makes)
    )


def _filled(row: RowMappingView) -> RowMappingForm:
    words = "\n".join(f"{own} = {code}" for own, code in row.words.items())
    columns = {COLUMN + field: column for field, column in row.columns.items()}
    said = {"makes": row.makes, "name": row.name, "dates": row.dates, "words": words}
    return mapping_form(row.makes)(formdata=None, data={**columns, **said})
