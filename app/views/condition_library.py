"""The library of conditions: read by all who screen, extended by the coordinator."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.library import OwnConditionForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.errors import Invalid, NotFound
from bureau.operations import condition_library
from bureau.operations.condition_library import LibraryLine, OwnFields
from bureau.rules.scope import scopes

bp = Blueprint("condition_library", __name__, url_prefix="/conditions")
PURPOSE = "library of conditions"
WITHDRAW = "withdraw"
TEXTS = ("name_nl", "name_en", "text_nl", "text_en", "evidence_nl", "evidence_en")


@bp.get("")
@guard(Permission.CONDITION_READ)
def list_library() -> ResponseReturnValue:
    """Every condition that can be proposed."""
    with unit(PURPOSE) as work:
        found = condition_library.list_library(work)
        names = {row.code: row.name for row in scopes().on(work.today)}
        return render_template("conditions/list.html", found=found, names=names)


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.CONDITION_SET)
def add() -> ResponseReturnValue:
    """Add a condition of one's own municipality."""
    form = OwnConditionForm(data={"version": "0"})
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            made = condition_library.add_condition(work, _fields(form), form.reason.data)
            return _stored(made.code)
    with unit(PURPOSE) as work:
        code = condition_library.next_code(work)
    page = render_template("conditions/change.html", form=form, row=None, code=code)
    return (page, refused()) if form.is_submitted() else page


@bp.route("/<code>", methods=["GET", "POST"])
@guard(Permission.CONDITION_SET)
def change(code: str) -> ResponseReturnValue:
    """Write a new version of an own condition, or propose it no more."""
    row, kept = _one(code)
    form = OwnConditionForm(data=kept)
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            number, why = int(form.version.data), form.reason.data
            if request.form.get("do") == WITHDRAW:
                condition_library.withdraw_condition(work, code, number, why)
            else:
                condition_library.change_condition(work, code, number, _fields(form), why)
            return _stored(code)
    page = render_template("conditions/change.html", form=form, row=row, code=code)
    return (page, refused()) if form.is_submitted() else page


def _one(code: str) -> tuple[LibraryLine, dict[str, Any]]:
    """The condition, and what its form holds."""
    with unit(PURPOSE) as work:
        try:
            row = condition_library.read_own(work, code)
            return row, _kept(row)
        except Invalid as unknown:
            raise NotFound("There is nothing here that you may see.") from unknown


def _kept(row: LibraryLine) -> dict[str, Any]:
    last = row.history[-1]
    texts = {name: getattr(last, name) for name in TEXTS}
    lists = {"scopes": last.scopes, "grounds": last.grounds}
    return {**texts, **lists, "days": last.days, "again": last.again, "version": str(row.number)}


def _fields(form: OwnConditionForm) -> OwnFields:
    return OwnFields(
        **{name: form[name].data or "" for name in TEXTS},
        scopes=tuple(form.scopes.data or ()),
        grounds=tuple(form.grounds.data or ()),
        days=form.days.data,
        again=form.again.data,
    )


def _stored(code: str) -> ResponseReturnValue:
    flash(gettext("Stored as a new version; decisions keep their own words."), "success")
    return redirect(url_for("condition_library.list_library") + f"#{code}")
