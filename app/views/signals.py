"""Signals to the partnership: reported, checked, tested, accepted or destroyed."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.forms.signals import CheckForm, SignalForm, VersionForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from app.views.signal_pages import ONE, PURPOSE, at, back, do, page
from bureau.operations import signal_steps, signals

bp = Blueprint("signals", __name__, url_prefix="/signals")


@bp.get("")
@guard(Permission.SIGNAL_LIST)
def list_signals() -> ResponseReturnValue:
    """The signals one may see, newest first, and how many came to what."""
    with unit(PURPOSE) as work:
        rows = signals.list_signals(work)
        return render_template("signals/list.html", rows=rows, today=work.today)


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.SIGNAL_LIST)
def report() -> ResponseReturnValue:
    """Begin a signal."""
    form = SignalForm()
    with unit(PURPOSE) as work:
        form.bureau.choices = [(row.code, row.name) for row in signals.list_bureaus(work)]
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            made = signals.report_signal(work, form.bureau.data, form.said()).id
            flash(gettext("Kept as a draft. A colleague reads it before it goes out."), "success")
            return redirect(url_for(".show", signal_id=made))
    shown = render_template("signals/edit.html", form=form, draft=None)
    return (shown, refused()) if form.is_submitted() else shown


@bp.get(ONE)
@guard(Permission.SIGNAL_READ, loads="signal")
def show(signal_id: UUID) -> ResponseReturnValue:
    """One signal and what can be done with it."""
    with unit(PURPOSE) as work:
        return page(signals.read_signal(work, signal_id))


@bp.route(f"{ONE}/edit", methods=["GET", "POST"])
@guard(Permission.SIGNAL_WRITE, loads="signal")
def change(signal_id: UUID) -> ResponseReturnValue:
    """Correct a draft."""
    form = SignalForm()
    with unit(PURPOSE) as work:
        draft = signals.read_draft(work, signal_id)
        body = draft.signal.bureau
        form.bureau.choices = [(body.code, body.name)]
        if not form.is_submitted():
            form.process(obj=draft.signal, bureau=body.code, subject="\n".join(draft.typed))
        shown = render_template("signals/edit.html", form=form, draft=draft.signal)
    if not form.validate_on_submit():
        return shown if not form.is_submitted() else _edited(signal_id, form)
    with told(form), unit(PURPOSE) as work:
        signals.change_signal(work, signal_id, int(form.version.data or 0), form.said())
        return back(signal_id, _l("Stored."))
    return _edited(signal_id, form)


@bp.post(f"{ONE}/check")
@guard(Permission.SIGNAL_WRITE, loads="signal")
def check(signal_id: UUID) -> ResponseReturnValue:
    """A second reader tested the facts."""
    form = CheckForm()
    return do(
        signal_id,
        form,
        "check",
        lambda work: signal_steps.check_signal(work, signal_id, at(form), form.words.data or ""),
        _l("Checked. The signal can be submitted now."),
    )


@bp.post(f"{ONE}/submit")
@guard(Permission.SIGNAL_WRITE, loads="signal")
def submit(signal_id: UUID) -> ResponseReturnValue:
    """Hand the signal to the bureau."""
    form = VersionForm()
    return do(
        signal_id,
        form,
        "plain",
        lambda work: signal_steps.submit_signal(work, signal_id, at(form)),
        _l("Submitted. The bureau means to answer within two weeks."),
    )


@bp.post(f"{ONE}/reopen")
@guard(Permission.SIGNAL_WRITE, loads="signal")
def reopen(signal_id: UUID) -> ResponseReturnValue:
    """Take a returned or checked signal back to draft."""
    form = VersionForm()
    return do(
        signal_id,
        form,
        "plain",
        lambda work: signal_steps.reopen_signal(work, signal_id, at(form)),
        _l("It is a draft again. A colleague reads it anew before it goes out."),
    )


def _edited(signal_id: UUID, form: SignalForm) -> ResponseReturnValue:
    with unit(PURPOSE) as work:
        draft = signals.read_draft(work, signal_id).signal
        return render_template("signals/edit.html", form=form, draft=draft), refused()
