"""Coming in, going out, and the language of the house."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user

from app import login
from app.clock import now
from app.forms.session import CodeForm, PasswordForm, SignInForm
from app.guard import Permission, guard
from app.inside import inside
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau.elsewhere import THERE
from bureau.operations import clearances, outtakes, users
from bureau.rules.dates import civil_date
from bureau.rules.vocabulary import Language
from bureau.trust import passwords
from bureau.work import Work

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
        target = inside(request.args.get("next", ""))
        return redirect(url_for(".second_step", next=target) if login.waits() else target)
    flash(gettext("That login and password do not open an account here."), "error")
    return render_template("session/sign_in.html", form=form), 401


@bp.get("/sign-in/code")
def second_step() -> ResponseReturnValue:
    """The second step, for whoever showed a password and has a second factor."""
    if not login.waits():
        return redirect(url_for(".sign_in"))
    return render_template("session/second_step.html", form=CodeForm(formdata=None))


@bp.post("/sign-in/code")
def take_second_step() -> ResponseReturnValue:
    """Show a code of the app, or one on paper."""
    form = CodeForm()
    if form.validate_on_submit() and login.second_step(form.code.data):
        return redirect(inside(request.args.get("next", "")))
    if not login.waits():
        return redirect(url_for(".sign_in"))
    flash(gettext("That code does not open this account now."), "error")
    return render_template("session/second_step.html", form=form), 401


@bp.post("/sign-out")
@guard(Permission.WORK_READ)
def sign_out() -> ResponseReturnValue:
    """Go out; a copy of the cookie is worthless from now on."""
    there = current_user.actor.strength in THERE
    login.leave(current_user)
    away = redirect(url_for(".sign_in", out=1) if there else url_for(".sign_in"))
    away.headers["Clear-Site-Data"] = '"cache", "storage"'
    return away


@bp.post("/language")
def choose_language() -> ResponseReturnValue:
    """Speak the other language from now on."""
    chosen = request.form.get("language", "")
    if chosen in set(Language):
        session["language"] = chosen
        if current_user.is_authenticated:
            with unit("choosing a language") as work:
                users.choose_language(work, Language(chosen))
    return redirect(inside(request.form.get("next", "")))


@bp.get("/account")
@guard(Permission.WORK_READ)
def account() -> ResponseReturnValue:
    """One's own account: roles, sign-ins, what the account may do."""
    with unit("looking at one's own account") as work:
        return _account(work, PasswordForm(formdata=None))


@bp.post("/account/password")
@guard(Permission.WORK_READ)
def change_password() -> ResponseReturnValue:
    """Take another password; every other sign-in and every token ends with the old one."""
    form = PasswordForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            me = current_user.visitor
            own = (me.login, me.actor.name, me.organisation)
            # Slow on purpose: no transaction waits for it.
            digest = passwords.chosen(form.new.data, own, civil_date(now()), "new")
            with unit("changing one's own password") as work:
                users.change_password(work, digest)
            done = gettext("Your password is changed. Other sign-ins and your tokens ended.")
            flash(done, "success")
            return redirect(url_for(".account"))
    with unit("looking at one's own account") as work:
        return _account(work, form), refused()


@bp.post("/account/sessions")
@guard(Permission.WORK_READ)
def end_sessions() -> ResponseReturnValue:
    """End every sign-in of one's own, this one included."""
    with unit("ending one's own sessions") as work:
        users.end_own_sessions(work)
    session.clear()
    return redirect(url_for(".sign_in"))


@bp.post("/account/sessions/<uuid:session_id>/ending")
@guard(Permission.WORK_READ, loads="session")
def end_session(session_id: UUID) -> ResponseReturnValue:
    """End one sign-in of one's own."""
    with unit("ending one's own sessions") as work:
        users.end_own_session(work, session_id)
    flash(gettext("The sign-in is ended."), "success")
    return redirect(url_for(".account"))


def _account(work: Work, form: PasswordForm) -> str:
    account = users.read_account(work)
    dates = clearances.read_own(work)
    here = work.actor.session_id
    return render_template(
        "session/account.html",
        account=account,
        dates=dates,
        form=form,
        here=here,
        fresh=account.user.password_until is not None,
        taken=outtakes.read_own(work),
    )
