"""Changing what is kept of an area: a statement put right, its name and keeper, its last day."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm
from wtforms.fields import SelectChoice

from app.forms import parts
from app.forms.areas import ChangeAreaForm, EndAreaForm, entry_form, fields_of
from app.forms.parts import tongue
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import area_changes, area_entries, areas

bp = Blueprint("area_changes", __name__, url_prefix="/areas/<code>")
PURPOSE = "picture of an area"


@bp.route("/statements/<int:number>/correct", methods=["GET", "POST"])
@guard(Permission.PICTURE_KEEP)
def correct_entry(code: str, number: int) -> ResponseReturnValue:
    """Put a statement right; the old one stays to read."""
    with unit(PURPOSE) as work:
        kept = area_entries.read_fields(work, code, number)
        found = areas.read_area(work, code)
    row, old = kept.row, kept.fields
    more = {f"more_{name}": said for name, said in old.more.items()}
    said = {"kind": old.kind, "source": old.source, "on": old.on, "text": old.text}
    form = entry_form(row, corrects=True)(
        data=said | {"value": old.value, "until": old.until} | more
    )
    form.kind.choices = [SelectChoice(each.code, each.text.in_(tongue())) for each in row.kinds]
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            fields, why = fields_of(form, row), form.data["reason"]
            looked = form.looked.data
            area_entries.correct_entry(work, code, number, fields, why, looked=looked)
            flash(gettext("It is corrected; the old statement stays to read."), "success")
            return redirect(url_for("areas.show_entry", code=code, number=number))
    page = render_template("areas/entry.html", form=form, area=found, block=row, old=number)
    return (page, refused()) if form.is_submitted() else page


@bp.route("/change", methods=["GET", "POST"])
@guard(Permission.PICTURE_KEEP)
def change_area(code: str) -> ResponseReturnValue:
    """Call an area otherwise, or give it another keeper."""
    found, keepers = _area(code)
    kept = {"name": found.shape.name, "keeper": str(found.keeper_id)}
    form = ChangeAreaForm(data=kept | {"version": str(found.version)})
    form.keeper.choices = parts.listed(keepers)
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            new = (form.name.data, form.keeper.data, form.reason.data)
            looked, seen = form.looked.data, int(form.version.data)
            area_changes.change_area(work, code, seen, *new, looked=looked)
            return _stored(code)
    return _shown("areas/change.html", form, found)


@bp.route("/end", methods=["GET", "POST"])
@guard(Permission.PICTURE_KEEP)
def end_area(code: str) -> ResponseReturnValue:
    """Give an area its last day, or take that away."""
    found, _ = _area(code)
    kept = {"valid_until": found.shape.until, "version": str(found.version)}
    form = EndAreaForm(data=kept)
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            last, seen = form.valid_until.data, int(form.version.data)
            area_changes.end_area(work, code, seen, last, form.reason.data)
            return _stored(code)
    return _shown("areas/end_area.html", form, found)


def _area(code: str) -> tuple[areas.Profile, tuple[tuple[UUID, str], ...]]:
    with unit(PURPOSE) as work:
        return areas.read_area(work, code), area_changes.list_keepers(work)


def _shown(template: str, form: FlaskForm, found: areas.Profile) -> ResponseReturnValue:
    page = render_template(template, form=form, area=found)
    return (page, refused()) if form.is_submitted() else page


def _stored(code: str) -> ResponseReturnValue:
    flash(gettext("It is kept in the profile."), "success")
    return redirect(url_for("areas.show_area", code=code))
