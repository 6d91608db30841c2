"""Signals at the bureau: who tests them, possible doubles, tests, and what becomes of them."""

from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from app.forms.parts import chosen
from app.forms.signals import (
    AnswerForm,
    CloseForm,
    DoubleForm,
    InterestForm,
    InviteForm,
    VersionForm,
)
from app.guard import Permission, guard
from app.unit import unit
from app.views.signal_pages import ONE, PURPOSE, accepting, at, do
from bureau.operations import signal_outcomes, signal_steps, signals
from bureau.work import Work

bp = Blueprint("signal_desk", __name__, url_prefix="/signals")


@bp.post(f"{ONE}/invite")
@guard(Permission.SIGNAL_HANDLE, loads="signal")
def invite(signal_id: UUID) -> ResponseReturnValue:
    """Invite somebody of a participant to test it."""
    form = InviteForm()
    return do(
        signal_id,
        form,
        "invite",
        lambda work: signal_steps.invite_tester(work, signal_id, form.login.data or ""),
        _l("Invited. This person sees the signal from now on."),
    )


@bp.post(f"{ONE}/interest")
@guard(Permission.SIGNAL_TEST, loads="signal")
def declare(signal_id: UUID) -> ResponseReturnValue:
    """Declare whether one has an interest of one's own."""
    form = InterestForm()

    def act(work: Work) -> None:
        signal_steps.declare_interest(
            work, signal_id, form.declaration.data, form.interest.data or ""
        )

    return do(signal_id, form, "interest", act, _l("Your declaration is stored."), away=True)


@bp.post(f"{ONE}/begin")
@guard(Permission.SIGNAL_HANDLE, loads="signal")
def begin(signal_id: UUID) -> ResponseReturnValue:
    """Begin the test."""
    form = VersionForm()
    return do(
        signal_id,
        form,
        "plain",
        lambda work: signal_steps.begin_test(work, signal_id, at(form)),
        _l("The participants can answer the tests now."),
    )


@bp.post(f"{ONE}/double")
@guard(Permission.SIGNAL_HANDLE, loads="signal")
def judge(signal_id: UUID) -> ResponseReturnValue:
    """Say whether another signal is about the same."""
    form = DoubleForm()

    def act(work: Work) -> None:
        other = chosen(form.other.data) or signal_id
        joined = form.joined.data == "yes"
        signal_outcomes.judge_double(work, signal_id, other, form.reason.data or "", joined=joined)

    return do(signal_id, form, "double", act, _l("Your judgement is stored."))


@bp.post(f"{ONE}/answer")
@guard(Permission.SIGNAL_TEST, loads="signal")
def answer(signal_id: UUID) -> ResponseReturnValue:
    """Answer one statutory test."""
    form = AnswerForm().offer("")

    def act(work: Work) -> None:
        signal_outcomes.answer_test(
            work, signal_id, form.test.data or "", form.answer.data, form.reason.data or ""
        )

    return do(signal_id, form, "answer", act, _l("The answer is stored."))


@bp.post(f"{ONE}/accept")
@guard(Permission.SIGNAL_HANDLE, loads="signal")
def accept(signal_id: UUID) -> ResponseReturnValue:
    """Accept the signal: a case opens in phase 1."""
    with unit(PURPOSE) as work:
        form = accepting(signals.read_signal(work, signal_id))

    def act(work: Work) -> None:
        signal_outcomes.accept_signal(
            work,
            signal_id,
            at(form),
            form.title.data or "",
            form.involved.data or (),
            form.activity.data,
        )

    return do(signal_id, form, "accept", act, _l("Accepted. The case is open in phase 1."))


@bp.post(f"{ONE}/close")
@guard(Permission.SIGNAL_HANDLE, loads="signal")
def close(signal_id: UUID) -> ResponseReturnValue:
    """Reject, return or refer the signal."""
    form = CloseForm()

    def act(work: Work) -> None:
        signal_outcomes.close_signal(
            work,
            signal_id,
            at(form),
            form.outcome.data,
            form.reason.data,
            form.words.data or "",
        )

    return do(signal_id, form, "close", act, _l("Stored."))
