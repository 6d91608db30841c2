"""Coming in, going out, and the language of the house."""

from urllib.parse import urlsplit

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user

from app import login
from app.forms.session import SignInForm
from app.guard import Permission, guard
from app.unit import unit
from bureau.operations import users
from bureau.rules.vocabulary import Language

bp = Blueprint("session", __name__)


@bp.get("/sign-in")
def sign_in() -> ResponseReturnValue:
    """The door."""
    if current_user.is_authenticated:
        return redirect(url_for("home.show"))
    return render_template("session/sign_in.html", form=SignInForm(formdata=None))


@bp.post("/sign-in")
def enter() -> ResponseReturnValue:
    """Come in; a wrong login and a wrong password sound alike."""
    form = SignInForm()
    if form.validate_on_submit() and login.enter(form.login.data, form.password.data):
        return redirect(_inside(request.args.get("next", "")))
    flash(gettext("That login and password do not open an account here."), "error")
    return render_template("session/sign_in.html", form=form), 401


@bp.post("/sign-out")
@guard(Permission.WORK_READ)
def sign_out() -> ResponseReturnValue:
    """Go out; a copy of the cookie is worthless from now on."""
    login.leave(current_user)
    return redirect(url_for(".sign_in"))


@bp.post("/language")
def choose_language() -> ResponseReturnValue:
    """Speak the other language from now on."""
    chosen = request.form.get("language", "")
    if chosen in set(Language):
        session["language"] = chosen
        if current_user.is_authenticated:
            with unit("choosing a language") as work:
                users.choose_language(work, Language(chosen))
    return redirect(_inside(request.form.get("next", "")))


@bp.get("/account")
@guard(Permission.WORK_READ)
def account() -> ResponseReturnValue:
    """One's own account: roles, sign-ins, what the account may do."""
    with unit("looking at one's own account") as work:
        return render_template("session/account.html", account=users.read_account(work))


@bp.post("/account/sessions")
@guard(Permission.WORK_READ)
def end_sessions() -> ResponseReturnValue:
    """End every sign-in of one's own, this one included."""
    with unit("ending one's own sessions") as work:
        users.end_own_sessions(work)
    session.clear()
    return redirect(url_for(".sign_in"))


def _inside(target: str) -> str:
    """`target` when it is a path of this house, else the home page: no way out by a link."""
    parts = urlsplit(target)
    plain = target.startswith("/") and not target.startswith(("//", "/\\")) and "\\" not in target
    return target if plain and not parts.netloc and not parts.scheme else url_for("home.show")
