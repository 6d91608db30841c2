"""Passkeys: made under one's own account, shown at the door, and where a grave act asks."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user

from app import login
from app.clock import now
from app.errors import said
from app.forms.passkeys import AnswerForm, PasskeyForm
from app.forms.session import SignInForm
from app.guard import Permission, guard
from app.inside import inside
from app.places import sessions, site
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau import opening
from bureau.errors import BureauError
from bureau.operations import passkeys
from bureau.trust.passkeys import Site

bp = Blueprint("passkeys", __name__)
PURPOSE = "one's own second factors"
OWN, PROOF, DOOR = "/account/factors/passkeys", "/account/proof", "/sign-in/passkey"
UNUSABLE = 422


@bp.post(f"{OWN}/options")
@guard(Permission.WORK_READ)
def options() -> ResponseReturnValue:
    """What the browser needs to make a passkey, for whoever showed once more who they are."""
    form, here = PasskeyForm(), _site()
    try:
        confirm(form.password.data)
        with unit(PURPOSE) as work:
            return _json(passkeys.begin_passkey(work, here))
    except BureauError as refusal:
        return {"detail": said(refusal)}, UNUSABLE


@bp.post(OWN)
@guard(Permission.WORK_READ)
def add() -> ResponseReturnValue:
    """Keep the passkey that the browser made."""
    form, here = PasskeyForm(), _site()
    if form.validate_on_submit():
        with told(form):
            with unit(PURPOSE) as work:
                answer, name = form.answer.data or "", form.name.data
                paper = passkeys.add_passkey(work, here, answer, name)
            words = gettext("The passkey is added: it is asked at your next sign-in.")
            flash(words, "success")
            if paper:
                return render_template("factors/paper.html", paper=paper)
            return redirect(url_for("factors.show"))
    return render_template("factors/passkey.html", form=form), refused()


@bp.post(f"{PROOF}/options")
@guard(Permission.WORK_READ)
def ask_proof() -> ResponseReturnValue:
    """What the browser needs to answer with one of one's own passkeys."""
    return _json(opening.ask(sessions(), _site(), now(), current_user.actor))


@bp.post(PROOF)
@guard(Permission.WORK_READ)
def prove() -> ResponseReturnValue:
    """The word that a passkey earns: it stands in for the password once, in this sign-in."""
    given = AnswerForm().answer.data or ""
    word = opening.prove(sessions(), _site(), current_user.actor, given, now())
    if word is None:
        return {"detail": gettext("That passkey is not yours, or it answered too late.")}, UNUSABLE
    return {"word": word}


@bp.post(f"{DOOR}/options")
def ask_at_the_door() -> ResponseReturnValue:
    """What the browser needs to come in; the same for everybody."""
    return _json(opening.ask(sessions(), site(), now()))


@bp.post(DOOR)
def enter() -> ResponseReturnValue:
    """Come in with a passkey alone."""
    site()  # without an address of the house there are no passkeys here
    answer = AnswerForm().answer.data or ""
    if answer and login.enter_by_passkey(answer):
        return redirect(inside(request.args.get("next", "")))
    flash(gettext("That passkey does not open an account here."), "error")
    return render_template("session/sign_in.html", form=SignInForm(formdata=None)), 401


def _site() -> Site:
    """Where passkeys of this house belong; the trail tells of whoever asks where there are none."""
    with unit(PURPOSE):
        return site()


def _json(text: str) -> Response:
    return Response(text, content_type="application/json")
