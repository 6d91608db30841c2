"""What one took out, against the quota of the house; and asking a colleague to lift it once."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.outtakes import LiftForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from bureau.operations import outtakes
from bureau.work import Work

bp = Blueprint("outtakes", __name__, url_prefix="/account/exports")
OWN = "looking at one's own account"


@bp.get("")
@guard(Permission.WORK_READ)
def show() -> ResponseReturnValue:
    """So many of so many, and when there is room again."""
    with unit(OWN) as work:
        return _page(work)


@bp.post("")
@guard(Permission.WORK_READ)
def ask() -> ResponseReturnValue:
    """Ask a colleague."""
    form = LiftForm()

    def act(work: Work) -> None:
        told = (form.place.data, form.number.data, form.hours.data)
        outtakes.ask_lift(work, *told, form.reason.data or "")

    done = gettext("A colleague of your organisation is asked to agree to exactly this.")
    return acted(form, act, lambda work: _page(work, form), url_for(".show"), done, purpose=OWN)


def _page(work: Work, wrong: LiftForm | None = None) -> str:
    found = outtakes.read_outtakes(work)
    form = wrong or LiftForm(formdata=None, place=next(iter(found.full), None))
    form.offer(found.full)
    return render_template("session/outtakes.html", found=found, form=form)
