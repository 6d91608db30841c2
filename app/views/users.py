"""Accounts of the administrator's own organisation and of its partner bodies."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.clock import now
from app.forms.users import AddForm, ChangeForm, given_by_administrators
from app.guard import Permission, guard
from app.unit import confirm, unit
from bureau.operations import organisations, users
from bureau.rules.dates import civil_date
from bureau.rules.duties import givers
from bureau.rules.vocabulary import Role

bp = Blueprint("users", __name__, url_prefix="/people")
PURPOSE = "managing accounts"


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
    with unit(PURPOSE) as work:
        user = users.add_user(
            work,
            form.login.data,
            form.name.data,
            [Role(role) for role in form.roles.data],
            organisation=form.organisation.data or "",
            password=form.password.data,
            screened_until=form.screened_until.data,
        )
        waiting = bool(user.waiting)
    return _stored(gettext("The account is there."), waiting=waiting)


@bp.route("/<uuid:user_id>", methods=["GET", "POST"])
@guard(Permission.USER_MANAGE)
def change_user(user_id: UUID) -> ResponseReturnValue:
    """Change roles or disable; it holds from the next request on."""
    with unit(PURPOSE) as work:
        user = users.read_user(work, user_id)
        roles = [row.role.value for row in user.roles]
        roles += [grant.role.value for grant in user.waiting]
        form = ChangeForm(obj=user, data={"roles": roles})
        form.roles.choices = given_by_administrators(work.today)
        track = [row.role for row in user.roles if givers(row.role, work.today)]
        if not form.validate_on_submit():
            return render_template("users/change.html", form=form, user=user, track=track)
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
        )
        waiting = bool(user.waiting)
    return _stored(gettext("Stored. It holds from the next request on."), waiting=waiting)


@bp.post("/<uuid:user_id>/sessions")
@guard(Permission.USER_MANAGE)
def end_sessions(user_id: UUID) -> ResponseReturnValue:
    """End every sign-in of a colleague."""
    with unit(PURPOSE) as work:
        ended = users.end_sessions(work, user_id)
    flash(gettext("%(count)s sign-ins ended.", count=ended), "success")
    return redirect(url_for(".list_users"))


def _stored(words: str, *, waiting: bool) -> ResponseReturnValue:
    flash(words, "success")
    if waiting:
        flash(gettext("A role waits until a second administrator confirms it."), "info")
    return redirect(url_for(".list_users"))
