"""Changing a barrier board: each change is a version with a reason."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm
from wtforms.fields import SelectChoice

from app.forms.boards import BoardBarrierForm, BoardStepForm
from app.forms.parts import tongue
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import board_changes, boards
from bureau.operations.board_changes import BarrierFields, StepFields
from bureau.rules.barriers import Awareness
from bureau.rules.boards import BoardBarrier, BoardStep, signal_line
from bureau.rules.schema import Texts

bp = Blueprint("board_changes", __name__, url_prefix="/boards/<model>")
PURPOSE = "picture of a form of crime"
DROP = "drop"


@bp.route("/steps/new", methods=["GET", "POST"])
@guard(Permission.PICTURE_KEEP)
def add_step(model: str) -> ResponseReturnValue:
    """Put one more step on the board, behind the last one or another."""
    board = _board(model)
    after = request.args.get("after", board.content.steps[-1].number, type=int)
    form = BoardStepForm(data={"version": str(board.number)})
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            fields, why = _step(form), form.reason.data
            board_changes.add_step(work, model, int(form.version.data), after, fields, why)
            return _stored(model)
    return _shown("boards/step.html", form, board=board, step=None)


@bp.route("/steps/<int:number>", methods=["GET", "POST"])
@guard(Permission.PICTURE_KEEP)
def change_step(model: str, number: int) -> ResponseReturnValue:
    """Word a step otherwise, or take one without barriers from the board."""
    board = _board(model)
    step = board.content.step(number)
    form = BoardStepForm(data=_step_kept(step) | {"version": str(board.number)})
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            seen, why = int(form.version.data), form.reason.data
            if request.form.get("do") == DROP:
                board_changes.drop_step(work, model, seen, number, why)
            else:
                board_changes.change_step(work, model, seen, number, _step(form), why)
            return _stored(model)
    return _shown("boards/step.html", form, board=board, step=step)


@bp.route("/steps/<int:number>/barriers/new", methods=["GET", "POST"])
@guard(Permission.PICTURE_KEEP)
def add_barrier(model: str, number: int) -> ResponseReturnValue:
    """Put one more barrier at a step."""
    board = _board(model)
    step = board.content.step(number)
    form = BoardBarrierForm(data={"version": str(board.number)})
    form.leads.choices = _leads(model)
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            fields, why = _barrier(form), form.reason.data
            board_changes.add_barrier(work, model, int(form.version.data), number, fields, why)
            return _stored(model)
    return _shown("boards/word_barrier.html", form, board=board, step=step, barrier=None)


@bp.route("/barriers/<code>/words", methods=["GET", "POST"])
@guard(Permission.PICTURE_KEEP)
def change_barrier(model: str, code: str) -> ResponseReturnValue:
    """Word a barrier otherwise, or take it from the board."""
    board = _board(model)
    step, barrier = board.content.barrier(code)
    form = BoardBarrierForm(data=_barrier_kept(barrier) | {"version": str(board.number)})
    form.leads.choices = _leads(model)
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            seen, why = int(form.version.data), form.reason.data
            if request.form.get("do") == DROP:
                board_changes.drop_barrier(work, model, seen, code, why)
            else:
                board_changes.change_barrier(work, model, seen, code, _barrier(form), why)
            return _stored(model)
    return _shown("boards/word_barrier.html", form, board=board, step=step, barrier=barrier)


def _board(model: str) -> boards.Board:
    with unit(PURPOSE) as work:
        return boards.read_board(work, model)


def _leads(model: str) -> list[SelectChoice]:
    with unit(PURPOSE) as work:
        known = boards.list_leads(work, model)
        return [SelectChoice(code, name.in_(tongue())) for code, name in known.items()]


def _shown(template: str, form: FlaskForm, **values: Any) -> ResponseReturnValue:
    page = render_template(template, form=form, **values)
    return (page, refused()) if form.is_submitted() else page


def _stored(model: str) -> ResponseReturnValue:
    flash(gettext("Stored as a new version of the board."), "success")
    return redirect(url_for("boards.show_board", model=model))


def _step(form: BoardStepForm) -> StepFields:
    return StepFields(**{name: form[name].data or "" for name in StepFields.__dataclass_fields__})


def _barrier(form: BoardBarrierForm) -> BarrierFields:
    names = (name for name in BarrierFields.__dataclass_fields__ if name != "leads")
    texts = {name: form[name].data or "" for name in names}
    return BarrierFields(**texts, leads=tuple(form.leads.data or ()))


def _step_kept(step: BoardStep) -> dict[str, str]:
    signals = tuple(map(signal_line, step.signals))
    helpers = {
        kind: tuple(each.who for each in step.facilitators if each.kind is kind)
        for kind in Awareness
    }
    kept = {"name_nl": step.name.nl, "name_en": step.name.en}
    for name, texts in (
        ("opportunities", step.opportunities),
        ("signals", signals),
        ("aware", helpers[Awareness.AWARE]),
        ("unaware", helpers[Awareness.UNAWARE]),
    ):
        kept |= _both(name, texts)
    return kept


def _both(name: str, texts: tuple[Texts, ...]) -> dict[str, str]:
    return {
        f"{name}_nl": "\n".join(each.nl for each in texts),
        f"{name}_en": "\n".join(each.en for each in texts),
    }


def _barrier_kept(barrier: BoardBarrier) -> dict[str, Any]:
    return {
        "text_nl": barrier.text.nl,
        "text_en": barrier.text.en,
        "leads": list(barrier.leads),
        "instrument_nl": barrier.instrument.nl,
        "instrument_en": barrier.instrument.en,
        "basis": barrier.basis,
        "warning_nl": barrier.warning.nl,
        "warning_en": barrier.warning.en,
    }
