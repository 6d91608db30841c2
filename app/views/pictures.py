"""Views of the network that are kept under a name, each in versions."""

import json
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.explorer import KeepForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.errors import Invalid
from bureau.graph import asking
from bureau.operations import explorations
from bureau.work import Work

bp = Blueprint("pictures", __name__)
PATH = "/cases/<uuid:case_id>/network/views"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def list_pictures(case_id: UUID) -> ResponseReturnValue:
    """The kept views, the latest version of each first."""
    with unit() as work:
        return _page(work, case_id)


@bp.post("/cases/<uuid:case_id>/network/explore")
@guard(Permission.CASE_EDIT, loads="case")
def keep_picture(case_id: UUID) -> ResponseReturnValue:
    """Keep what is shown now under a name."""
    form = KeepForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            given = parse_qs(form.asked.data or "")
            asked = asking.asked({name: given.get(name, []) for name in asking.FIELDS})
            row = explorations.keep_picture(
                work, case_id, form.name.data, asked, _places(form.places.data or "")
            )
            number = row.number
            flash(gettext("The view is kept as version %(number)s.", number=number), "success")
            return redirect(url_for(".list_pictures", case_id=case_id))
    with unit() as work:
        return _page(work, case_id, form), refused()


def _places(text: str) -> dict[str, Any]:
    """The places that the script wrote down; nothing where no script did."""
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Invalid(
            "The places of the view cannot be read.",
            where={"field": "places"},
            hint="Open the view again and keep it once more.",
        )
    return found


def _page(work: Work, case_id: UUID, form: KeepForm | None = None) -> str:
    found = explorations.list_pictures(work, case_id)
    return framed(work, case_id, "network/views.html", found=found, form=form)
