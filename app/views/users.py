"""Accounts of the administrator's own organisation and of its partner bodies."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.users import AddForm, ChangeForm
from app.guard import Permission, guard
from app.unit import unit
from bureau.operations import organisations, users
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
    with unit(PURPOSE) as work:
        bodies = organisations.list_organisations(work)
        form.organisation.choices = [(body.code, body.name) for body in bodies]
        if not form.validate_on_submit():
            return render_template("users/add.html", form=form)
        users.add_user(
            work,
            form.login.data,
            form.name.data,
            [Role(role) for role in form.roles.data],
            organisation=form.organisation.data or "",
            password=form.password.data,
            screened_until=form.screened_until.data,
        )
    flash(gettext("The account is there."), "success")
    return redirect(url_for(".list_users"))


@bp.route("/<uuid:user_id>", methods=["GET", "POST"])
@guard(Permission.USER_MANAGE)
def change_user(user_id: UUID) -> ResponseReturnValue:
    """Change roles or disable; it holds from the next request on."""
    with unit(PURPOSE) as work:
        user = users.read_user(work, user_id)
        form = ChangeForm(obj=user, data={"roles": [row.role.value for row in user.roles]})
        if not form.validate_on_submit():
            return render_template("users/change.html", form=form, user=user)
        roles = [Role(role) for role in form.roles.data]
        users.change_user(
            work,
            user_id,
            int(form.version.data),
            form.name.data,
            roles,
            active=form.active.data,
            screened_until=form.screened_until.data,
        )
    flash(gettext("Stored. It holds from the next request on."), "success")
    return redirect(url_for(".list_users"))


@bp.post("/<uuid:user_id>/sessions")
@guard(Permission.USER_MANAGE)
def end_sessions(user_id: UUID) -> ResponseReturnValue:
    """End every sign-in of a colleague."""
    with unit(PURPOSE) as work:
        ended = users.end_sessions(work, user_id)
    flash(gettext("%(count)s sign-ins ended.", count=ended), "success")
    return redirect(url_for(".list_users"))
