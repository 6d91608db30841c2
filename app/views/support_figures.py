"""Figures of support, and data in the IOM case-data standard."""

from csv import DictWriter
from io import StringIO
from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.answers import file_of
from app.forms.support import StandardForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from app.views.support_page import PURPOSE, page
from bureau.operations import support_figures
from bureau.rules.support import support_states
from bureau.rules.vocabulary import Track

bp = Blueprint("support_figures", __name__, url_prefix="/support")
VICTIM = Track.VICTIM


@bp.get("/figures")
@guard(Permission.SUPPORT_OPEN, track=VICTIM)
def show_figures() -> ResponseReturnValue:
    """The figures in groups of ten or more."""
    with unit(PURPOSE) as work:
        return render_template(
            "support/figures.html",
            found=support_figures.read_figures(work),
            states=support_states(),
        )


@bp.get("/figures.csv")
@guard(Permission.SUPPORT_OPEN, track=VICTIM)
def figures_csv() -> ResponseReturnValue:
    """The same figures in the IOM case-data standard."""
    with unit(PURPOSE) as work:
        rows = support_figures.read_figures(work, handed_out=True).standard()
    return file_of(_csv(rows, ("field", "value", "n")), "text/csv", "figures.csv")


@bp.post("/<uuid:file_id>/data")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def export_one(file_id: UUID) -> ResponseReturnValue:
    """This file in the standard, for one recipient the person agreed to."""
    form = StandardForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            row = support_figures.export_one(work, file_id, form.recipient.data)
            return file_of(_csv([row], tuple(row)), "text/csv", "data.csv")
    with unit(PURPOSE) as work:
        return page(work, file_id, data=form), refused()


def _csv(rows: list[dict[str, str]], names: tuple[str, ...]) -> bytes:
    out = StringIO()
    writer = DictWriter(out, names)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
