"""A sign of exploitation, given by anybody from any page: it goes to the victim track only."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.forms.support_road import SignForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import signs

bp = Blueprint("signs", __name__)
PURPOSE = "a sign handed to the victim track"


@bp.route("/sign", methods=["GET", "POST"])
@guard(Permission.SIGN_GIVE)
def give_sign() -> ResponseReturnValue:
    """Say what was seen; there is no way back to it."""
    form = SignForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            signs.give_sign(work, form.text.data or "")
            return render_template("support/given.html")
    return render_template("support/sign.html", form=form), refused() if form.errors else 200
