"""Another key for the house: what is in use, and asking a second administrator to agree."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.forms.approvals import RotationForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import rotations

bp = Blueprint("key_rotations", __name__, url_prefix="/people/keys")
PURPOSE = "keys of the house"


@bp.get("")
@guard(Permission.KEY_TURN)
def show() -> ResponseReturnValue:
    """The keys in use, and where the last question stands."""
    return _page(RotationForm(formdata=None))


@bp.post("")
@guard(Permission.KEY_TURN)
def ask() -> ResponseReturnValue:
    """Ask a second administrator."""
    form = RotationForm()
    if form.validate_on_submit():
        with told(form):
            with unit(PURPOSE) as work:
                rotations.ask_rotation(work, form.key.data, form.reason.data)
            flash(gettext("A second administrator is asked to agree to exactly this."), "success")
            return redirect(url_for(".show"))
    return _page(form), refused()


def _page(form: FlaskForm) -> str:
    with unit(PURPOSE) as work:
        return render_template(
            "rotations/show.html", rotation=rotations.read_rotation(work), form=form
        )
