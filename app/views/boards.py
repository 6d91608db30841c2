"""Barrier boards: the steps of a form of crime as columns, with what makes each one harder."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.forms import parts
from app.forms.boards import StatusForm, WeightForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import barrier_standings, boards
from bureau.operations.barrier_standings import StatusFields
from bureau.rules.barrier_standing import BarrierState

bp = Blueprint("boards", __name__, url_prefix="/boards")
PURPOSE = "picture of a form of crime"
BARRIER = "/<model>/barriers/<code>"
TONES = {
    "": ("quiet", "dashed"),
    "idea": ("neutral", "question"),
    "agreed": ("going", "calendar"),
    "in_force": ("done", "shield"),
    "circumvented": ("danger", "warning"),
    "ended": ("quiet", "cross"),
}


@bp.get("")
@guard(Permission.PICTURE_READ)
def list_boards() -> ResponseReturnValue:
    """The boards of the partnership."""
    with unit(PURPOSE) as work:
        found = boards.list_boards(work)
        return render_template("boards/list.html", found=found, tones=TONES)


@bp.get("/<model>")
@guard(Permission.PICTURE_READ)
def show_board(model: str) -> ResponseReturnValue:
    """One board."""
    with unit(PURPOSE) as work:
        board = boards.read_board(work, model)
        return render_template("boards/show.html", board=board, tones=TONES)


@bp.get("/<model>/differences")
@guard(Permission.PICTURE_READ)
def compare(model: str) -> ResponseReturnValue:
    """What one version says otherwise than another."""
    one, other = (request.args.get(name, 0, type=int) for name in ("one", "other"))
    with unit(PURPOSE) as work:
        found = boards.compare(work, model, one, other)
        board = boards.read_board(work, model)
        words = {"one": one, "other": other, "board": board}
        return render_template("boards/differences.html", found=found, **words)


@bp.get(BARRIER)
@guard(Permission.PICTURE_READ)
def show_barrier(model: str, code: str) -> ResponseReturnValue:
    """One barrier with its history and weights."""
    return _page(model, code)


@bp.post(f"{BARRIER}/weigh")
@guard(Permission.BARRIER_WEIGH)
def weigh(model: str, code: str) -> ResponseReturnValue:
    """Give effort and effect."""
    form = WeightForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            barrier_standings.weigh_barrier(
                work,
                model,
                code,
                form.effort.data,
                form.effect.data,
                form.note.data or "",
                looked=form.looked.data,
            )
            return _stored(model, code, gettext("Your weights are kept beside those of others."))
    return _page(model, code, weight=form), refused()


@bp.post(f"{BARRIER}/move")
@guard(Permission.PICTURE_KEEP)
def move(model: str, code: str) -> ResponseReturnValue:
    """Say where the barrier stands."""
    form = StatusForm()
    form.status.choices = _all_states()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            fields = StatusFields(
                status=form.status.data,
                reason=form.reason.data,
                since=form.since.data,
                review_on=form.review_on.data,
                side_effect=form.side_effect.data or "",
                displacement=form.displacement.data or "",
            )
            barrier_standings.move_barrier(work, model, code, fields, looked=form.looked.data)
            return _stored(model, code, gettext("The status of the barrier is kept."))
    return _page(model, code, status=form), refused()


def _all_states() -> list[SelectChoice]:
    return parts.words(BarrierState, "barrier_")


def _stored(model: str, code: str, words: str) -> ResponseReturnValue:
    flash(words, "success")
    return redirect(url_for("boards.show_barrier", model=model, code=code))


def _page(
    model: str, code: str, weight: WeightForm | None = None, status: StatusForm | None = None
) -> str:
    with unit(PURPOSE) as work:
        found = boards.read_barrier(work, model, code)
        form = status or StatusForm(formdata=None)
        form.status.choices = parts.words(found.following, "barrier_")
        return render_template(
            "boards/barrier.html",
            found=found,
            tones=TONES,
            weight=weight or WeightForm(formdata=None),
            status=form,
        )
