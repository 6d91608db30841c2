"""Running cases taken over from a spreadsheet: look at every row first, then store all or none."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.errors import remedy, said
from app.forms.portfolios import GROUPS, STORE, MappingForm, TakeOverForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import mappings, portfolios
from bureau.operations.mappings import MappingView
from bureau.operations.portfolios import PortfolioResult, RowsRefused

bp = Blueprint("portfolios", __name__, url_prefix="/cases/import")
PURPOSE = "taking over running cases"


@bp.get("")
@guard(Permission.CASES_IMPORT)
def show() -> ResponseReturnValue:
    """Choose a spreadsheet and the mapping that reads it."""
    return _page(TakeOverForm())


@bp.post("")
@guard(Permission.CASES_IMPORT)
def take() -> ResponseReturnValue:
    """Look at every row, or store them all; a row that cannot be used keeps all of them out."""
    form = TakeOverForm()
    form.mapping.choices = _choices()
    if form.validate_on_submit():
        with told(form):
            result = _taken(form)
            status = 200 if result.ok or result.preview else refused()
            return _page(form, result), status
    return _page(form), refused()


def _taken(form: TakeOverForm) -> PortfolioResult:
    file = form.file.data
    try:
        with unit(PURPOSE) as work:
            return portfolios.import_cases(
                work,
                file.filename or "",
                file.read(),
                form.mapping.data,
                preview=form.act.data != STORE,
            )
    except RowsRefused as refusal:
        return refusal.result


def _choices() -> list[SelectChoice]:
    with unit(PURPOSE) as work:
        return [SelectChoice(row.name, row.name) for row in mappings.list_mappings(work)]


def _page(form: TakeOverForm, result: PortfolioResult | None = None) -> str:
    with unit(PURPOSE) as work:
        known = mappings.list_mappings(work)
        form.mapping.choices = [SelectChoice(row.name, row.name) for row in known]
        return render_template(
            "portfolios/show.html",
            form=form,
            result=result,
            rows=_rows(result),
            mappings=known,
            files=portfolios.list_case_imports(work),
        )


def _rows(result: PortfolioResult | None) -> list[tuple[Any, list[tuple[str, str]]]]:
    """Each row with what is wrong in it, in the language of the reader."""
    return [
        (row, [(f.column, f"{said(f.error)} {remedy(f.error)}".strip()) for f in row.faults])
        for row in (result.rows if result else ())
    ]


@bp.route("/mapping", methods=["GET", "POST"])
@guard(Permission.CASES_IMPORT)
def map_columns() -> ResponseReturnValue:
    """Say which column holds what; a change of a mapping is a new version of it."""
    form = MappingForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            mappings.save_mapping(
                work, form.name.data, form.columns(), form.meanings(), form.dates.data
            )
            flash(gettext("The mapping is kept for your organisation."), "success")
            return redirect(url_for(".show"))
    if not form.is_submitted() and (name := request.args.get("name", "")[:60]):
        with unit(PURPOSE) as work:
            form = _filled(mappings.read_mapping(work, name))
    page = render_template("portfolios/mapping.html", form=form, groups=GROUPS)
    return (page, refused()) if form.is_submitted() else page


def _filled(row: MappingView) -> MappingForm:
    words = "\n".join(f"{word} = {code}" for word, code in row.words.items())
    told_: dict[str, Any] = {"name": row.name, "dates": row.dates, "words": words}
    return MappingForm(formdata=None, data={**row.columns, **told_})
