"""One act of one form: done, or its page again with what is wrong in it."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_wtf import FlaskForm

from app.unit import DEFAULT_PURPOSE, unit
from app.views.refusals import refused, told
from bureau.work import Work

Page = Callable[[Work], str]
Way = str | Callable[[Any], str]


def acted(
    form: FlaskForm,
    act: Callable[[Work], Any],
    page: Page,
    onward: Way,
    done: str | LazyString = "",
    *,
    purpose: str = DEFAULT_PURPOSE,
) -> ResponseReturnValue:
    """Do what a form asks and go `onward`, or show its page again; then nothing was stored.

    `onward` is an address, or tells it of what the act made; `done` is what is said there.
    """
    if form.validate_on_submit():
        with told(form), unit(purpose) as work:
            made = act(work)
            target = onward if isinstance(onward, str) else onward(made)
            if done:
                flash(str(done), "success")
            return redirect(target)
    with unit(purpose) as work:
        return page(work), refused()
