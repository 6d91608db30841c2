"""The page of a signal, and one act of one of its forms."""

from collections.abc import Callable
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_wtf import FlaskForm
from wtforms.fields import SelectChoice

from app.context import language
from app.forms.signals import (
    ANSWER_WORDS,
    AcceptForm,
    AnswerForm,
    CheckForm,
    CloseForm,
    DoubleForm,
    InterestForm,
    InviteForm,
    VersionForm,
)
from app.views.acts import acted
from bureau.operations import signals
from bureau.operations.signals import SignalView
from bureau.rules.signals import signal_states
from bureau.work import Work

PURPOSE = "signals to the partnership"
ONE = "/<uuid:signal_id>"
Act = Callable[[Work], object]


def do(
    signal_id: UUID,
    form: FlaskForm,
    name: str,
    act: Act,
    message: LazyString,
    *,
    away: bool = False,
) -> ResponseReturnValue:
    """Do one act of a form, or show the page again with what was wrong."""

    def again(work: Work) -> str:
        return page(signals.read_signal(work, signal_id), **{name: form})

    return acted(form, act, again, _onward(signal_id, away=away), message, purpose=PURPOSE)


def page(view: SignalView, **forms: FlaskForm) -> str:
    """The page of a signal, with the forms that were refused in the place of empty ones."""
    blank: dict[str, FlaskForm] = {
        "check": CheckForm(formdata=None),
        "plain": VersionForm(formdata=None),
        "invite": InviteForm(formdata=None),
        "interest": InterestForm(formdata=None),
        "double": DoubleForm(formdata=None),
        "answer": AnswerForm(formdata=None).offer(""),
        "accept": accepting(view, blank=True),
        "close": CloseForm(formdata=None).offer(view.line.state.next),
    }
    return render_template(
        "signals/show.html",
        view=view,
        forms_of={**blank, **forms},
        states={row.code: row.name.in_(language()) for row in signal_states()},
        answers=ANSWER_WORDS,
    )


def accepting(view: SignalView, *, blank: bool = False) -> AcceptForm:
    """The form that accepts a signal, with the bodies that can be involved."""
    form = AcceptForm(formdata=None) if blank else AcceptForm()
    form.involved.choices = [SelectChoice(code, name) for code, name in view.bodies]
    if blank:
        form.involved.data = [code for code, _ in view.bodies]
    return form


def at(form: FlaskForm) -> int:
    """The version that was on the screen."""
    return int(form["version"].data)


def back(signal_id: UUID, message: LazyString, *, away: bool = False) -> ResponseReturnValue:
    """To the signal, or to the list where one may not see the signal any more."""
    flash(str(message), "success")
    return redirect(_onward(signal_id, away=away))


def _onward(signal_id: UUID, *, away: bool) -> str:
    if away:
        return url_for("signals.list_signals")
    return url_for("signals.show", signal_id=signal_id)
