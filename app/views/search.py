"""Searching in what one may see."""

from flask import Blueprint, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.forms.search import SearchForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from app.words import word
from bureau.operations import search

bp = Blueprint("search", __name__)
PURPOSE = "searching in one's own cases"


@bp.get("/search")
@guard(Permission.WORK_READ)
def find() -> ResponseReturnValue:
    """Cases and parties that fit; without words the empty page says what can be searched."""
    form = SearchForm(request.args)
    with unit(PURPOSE) as work:
        form.offer(search.own_cases(work))
    asked = (form.q.data or "").strip() if form.validate() else ""
    if not asked:
        return render_template("search/find.html", form=form, asked="", found=None)
    with told(form), unit(PURPOSE) as work:
        found = search.search_case_records(work, asked, form.errand)
        return render_template("search/find.html", form=form, asked=asked, found=found)
    return render_template("search/find.html", form=form, asked=asked, found=None), refused()


@bp.get("/search/suggest.json")
@guard(Permission.WORK_READ)
def suggest() -> ResponseReturnValue:
    """What fits the letters typed so far, for the same purpose and case as a search."""
    form = SearchForm(request.args)
    with unit(PURPOSE) as work:
        found = search.suggest(work, (form.q.data or "")[:100], form.errand)
    return jsonify(
        [
            {
                "label": row.label,
                "kind": str(word(row.kind)),
                "reference": row.reference,
                "url": url_for("parties.show_party", case_id=row.case_id, entity_id=row.id),
            }
            for row in found
        ]
    )
