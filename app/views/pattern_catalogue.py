"""The catalogue of patterns: what each looks for, and how often it was a false alarm."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.guard import Permission, guard
from app.unit import unit
from bureau.operations import pattern_catalogue
from bureau.operations.pattern_catalogue import FEWEST
from bureau.rules.patterns import FAMILIES

bp = Blueprint("pattern_catalogue", __name__, url_prefix="/patterns")
PURPOSE = "catalogue of patterns"


@bp.get("")
@guard(Permission.PATTERN_READ)
def show() -> ResponseReturnValue:
    """Every pattern, family after family, with counts over the organisation."""
    with unit(PURPOSE) as work:
        rows = pattern_catalogue.read_catalogue(work)
        families = [
            (family, [row for row in rows if row.pattern.group == family]) for family in FAMILIES
        ]
        return render_template(
            "patterns/list.html",
            families=[(family, found) for family, found in families if found],
            total=len(rows),
            fewest=FEWEST,
        )
