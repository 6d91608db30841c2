"""Accounts of the administrator's own organisation and of its partner bodies."""

from datetime import datetime
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.clock import now
from app.forms.users import AddForm, ChangeForm, RenewForm, given_by_administrators
from app.guard import Permission, guard
from app.unit import confirm, unit
from app.views.refusals import refused
from bureau.operations import organisations, users
from bureau.rules.dates import civil_date
from bureau.rules.duties import givers
from bureau.rules.vocabulary import Role
from bureau.trust import passwords
from bureau.work import Work

bp = Blueprint("users", __name__, url_prefix="/people")
PURPOSE = "managing accounts"
AGAIN = "again"


@bp.get("")
@guard(Permission.USER_MANAGE)
def list_users() -> ResponseReturnValue:
    """Everybody with an account."""
    with unit(PURPOSE) as work:
        return render_template("users/list.html", users=users.list_users(work))


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.USER_MANAGE)
def add_user() -> ResponseReturnValue:
    """A new account."""
    form = AddForm()
    form.roles.choices = given_by_administrators(civil_date(now()))
    with unit(PURPOSE) as work:
        bodies = organisations.list_organisations(work)
        form.organisation.choices = [(body.code, body.name) for body in bodies]
        if not form.validate_on_submit():
            return render_template("users/add.html", form=form)
    confirm(form.own_password.data, "own_password")
    first = passwords.first()
    with unit(PURPOSE) as work:
        added = users.add_user(
            work,
            form.login.data,
            form.name.data,
            [Role(role) for role in form.roles.data],
            organisation=form.organisation.data or "",
            first=first.digest,
            screened_until=form.screened_until.data,
            until=form.roles_until.data,
        )
        waiting = bool(added.waiting)
        return _first(added.login, added.password_until, first, waiting=waiting)


@bp.route("/<uuid:user_id>", methods=["GET", "POST"])
@guard(Permission.USER_MANAGE)
def change_user(user_id: UUID) -> ResponseReturnValue:
    """Change roles or disable; it holds from the next request on."""
    with unit(PURPOSE) as work:
        form, page = _account(work, user_id)
        if not form.validate_on_submit():
            return render_template("users/change.html", **page)
    confirm(form.own_password.data, "own_password")
    with unit(PURPOSE) as work:
        wanted = [Role(role) for role in form.roles.data]
        user = users.change_user(
            work,
            user_id,
            int(form.version.data),
            form.name.data,
            wanted,
            active=form.active.data,
            screened_until=form.screened_until.data,
            until=form.roles_until.data,
        )
        waiting = bool(user.waiting)
    return _stored(gettext("Stored. It holds from the next request on."), waiting=waiting)


@bp.post("/<uuid:user_id>/first-password")
@guard(Permission.USER_MANAGE)
def renew_first(user_id: UUID) -> ResponseReturnValue:
    """Another first password for an account that its owner has not opened."""
    again = RenewForm(prefix=AGAIN)
    if not again.validate_on_submit():
        with unit(PURPOSE) as work:
            _, page = _account(work, user_id, again, formdata=None)
            return render_template("users/change.html", **page), refused()
    confirm(again.own_password.data, f"{AGAIN}-own_password")
    first = passwords.first()
    with unit(PURPOSE) as work:
        user = users.renew_first(work, user_id, int(again.version.data), first.digest)
        waiting = bool(user.waiting)
        return _first(user.login, user.password_until, first, waiting=waiting)


@bp.post("/<uuid:user_id>/sessions")
@guard(Permission.USER_MANAGE)
def end_sessions(user_id: UUID) -> ResponseReturnValue:
    """End every sign-in of a colleague."""
    with unit(PURPOSE) as work:
        ended = users.end_sessions(work, user_id)
    flash(gettext("%(count)s sign-ins ended.", count=ended), "success")
    return redirect(url_for(".list_users"))


def _account(
    work: Work, user_id: UUID, again: RenewForm | None = None, **given: None
) -> tuple[ChangeForm, dict[str, object]]:
    user = users.read_user(work, user_id)
    roles = [role.value for role in user.held(work.today)]
    roles += [grant.role.value for grant in user.waiting]
    form = ChangeForm(obj=user, data={"roles": roles}, **given)
    form.roles.choices = given_by_administrators(work.today)
    page = {
        "form": form,
        "user": user,
        "track": [role for role in user.held(work.today) if givers(role, work.today)],
        "again": again or RenewForm(formdata=None, prefix=AGAIN, version=user.version),
    }
    return form, page


def _first(login: str, until: datetime | None, first: passwords.First, *, waiting: bool) -> str:
    given = {"login": login, "until": until, "first": first.plain, "waiting": waiting}
    return render_template("users/first.html", **given)


def _stored(words: str, *, waiting: bool) -> ResponseReturnValue:
    flash(words, "success")
    if waiting:
        flash(gettext("A role waits until a second administrator confirms it."), "info")
    return redirect(url_for(".list_users"))
