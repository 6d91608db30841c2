"""Areas of the partnership: a map, a profile of blocks, and what is said of a place."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.forms.areas import (
    BoundariesForm,
    EndEntryForm,
    NeighboursForm,
    entry_form,
    fields_of,
)
from app.forms.parts import NOTHING, tongue
from app.guard import Permission, guard
from app.unit import unit
from app.views import maps
from app.views.refusals import refused, told
from bureau.operations import area_entries, area_structures, areas

bp = Blueprint("areas", __name__, url_prefix="/areas")
PURPOSE = "picture of an area"


@bp.get("")
@guard(Permission.PICTURE_READ)
def list_areas() -> ResponseReturnValue:
    """All areas that hold on one map, and the same in a list; those that ended stand apart."""
    with unit(PURPOSE) as work:
        known = areas.list_areas(work)
    found = [shape for shape in known if not shape.over]
    ended = [shape for shape in known if shape.over]
    picture = maps.draw((shape, "other") for shape in found)
    return render_template("areas/list.html", found=found, ended=ended, picture=picture)


@bp.route("/boundaries", methods=["GET", "POST"])
@guard(Permission.PICTURE_KEEP)
def take_boundaries() -> ResponseReturnValue:
    """Take boundaries in from a file."""
    form = BoundariesForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            made = areas.import_boundaries(
                work,
                form.file.data.read(),
                source=form.source.data,
                drawn_on=form.drawn_on.data,
                system=form.system.data,
            )
            words = gettext("%(stored)s areas drawn, %(known)s known already.", **_counts(made))
            flash(words, "success")
            return redirect(url_for(".list_areas"))
    page = render_template("areas/boundaries.html", form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.get("/<code>")
@guard(Permission.PICTURE_READ)
def show_area(code: str) -> ResponseReturnValue:
    """The profile of an area, today or as on a day."""
    with unit(PURPOSE) as work:
        found = areas.read_area(work, code, _day())
    shapes = [(found.shape, "own"), *((each, _role(found, each.code)) for each in found.others)]
    picture = maps.draw(shapes)
    return render_template("areas/show.html", area=found, picture=picture)


@bp.get("/<code>/structure")
@guard(Permission.PICTURE_READ)
def show_structure(code: str) -> ResponseReturnValue:
    """Which body decides on what in an area, as a picture and as a table."""
    with unit(PURPOSE) as work:
        found = area_structures.read_structure(work, code, _day())
    return render_template("areas/structure.html", structure=found)


@bp.get("/<code>/statements/<int:number>")
@guard(Permission.PICTURE_READ)
def show_entry(code: str, number: int) -> ResponseReturnValue:
    """A statement with what it corrects and what corrected it."""
    with unit(PURPOSE) as work:
        block, lines = area_entries.read_history(work, code, number)
        found = areas.read_area(work, code)
    return render_template("areas/statement.html", area=found, block=block, lines=lines)


@bp.route("/<code>/neighbours", methods=["GET", "POST"])
@guard(Permission.PICTURE_KEEP)
def choose_neighbours(code: str) -> ResponseReturnValue:
    """Choose the ring and the comparison of an area."""
    with unit(PURPOSE) as work:
        found = areas.read_area(work, code)
    kept = {"ring": list(found.ring), "comparison": found.comparison}
    form = NeighboursForm(data=kept | {"version": str(found.version)})
    names = [SelectChoice(each.code, each.name) for each in found.others]
    form.ring.choices, form.comparison.choices = names, [NOTHING, *names]
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            chosen = (form.ring.data or (), form.comparison.data or "", form.reason.data)
            areas.choose_neighbours(work, code, int(form.version.data), *chosen)
            return _stored(code, "neighbours")
    page = render_template("areas/neighbours.html", form=form, area=found)
    return (page, refused()) if form.is_submitted() else page


@bp.route("/<code>/<block>/new", methods=["GET", "POST"])
@guard(Permission.PICTURE_KEEP)
def add_entry(code: str, block: str) -> ResponseReturnValue:
    """Say something of an area."""
    with unit(PURPOSE) as work:
        row = area_entries.read_block(work, code, block)
        found = areas.read_area(work, code)
    form = entry_form(row)()
    form.kind.choices = [SelectChoice(each.code, each.text.in_(tongue())) for each in row.kinds]
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            said = fields_of(form, row)
            area_entries.add_entry(work, code, block, said, looked=form.looked.data)
            return _stored(code, block)
    page = render_template("areas/entry.html", form=form, area=found, block=row, old=None)
    return (page, refused()) if form.is_submitted() else page


@bp.route("/<code>/statements/<int:number>/end", methods=["GET", "POST"])
@guard(Permission.PICTURE_KEEP)
def end_entry(code: str, number: int) -> ResponseReturnValue:
    """Let a statement hold no more."""
    form = EndEntryForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            row = area_entries.end_entry(work, code, number, form.reason.data)
            return _stored(code, row.block)
    with unit(PURPOSE) as work:
        block, entry = area_entries.read_entry(work, code, number)
        found = areas.read_area(work, code)
    page = render_template("areas/end.html", form=form, area=found, block=block, entry=entry)
    return (page, refused()) if form.is_submitted() else page


def _counts(made: areas.Taken) -> dict[str, int]:
    return {"stored": made.stored, "known": made.duplicates}


def _role(found: areas.Profile, code: str) -> str:
    if code == found.comparison:
        return "comparison"
    return "ring" if code in found.ring else "other"


def _day() -> date | None:
    try:
        return date.fromisoformat(request.args.get("on", ""))
    except ValueError:
        return None


def _stored(code: str, part: str) -> ResponseReturnValue:
    flash(gettext("It is kept in the profile."), "success")
    return redirect(url_for("areas.show_area", code=code, _anchor=part))
