"""Roles of the victim track: its lead says who helps; no administrator does."""

from datetime import datetime
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.forms.track_roles import AddForm, GiveForm, OpenForm, WithdrawForm
from app.guard import Permission, guard
from app.unit import confirm, unit
from app.words import word
from bureau.operations import track_roles, users
from bureau.rules.vocabulary import Role, Track
from bureau.trust import passwords

bp = Blueprint("track_roles", __name__, url_prefix="/support/people")
PURPOSE = "roles of support"
VICTIM = Track.VICTIM
ROLES = (Role.CARE, Role.CARE_LEAD)


@bp.get("")
@guard(Permission.CARE_MANAGE, track=VICTIM)
def list_helpers() -> ResponseReturnValue:
    """Everybody with a role of the victim track."""
    with unit(PURPOSE) as work:
        return render_template("track_roles/list.html", helpers=track_roles.list_helpers(work))


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.CARE_MANAGE, track=VICTIM)
def add_helper() -> ResponseReturnValue:
    """A new account with a role of the victim track."""
    form = AddForm()
    form.roles.choices = _choices(ROLES)
    with unit(PURPOSE) as work:
        bodies = track_roles.list_bodies(work)
        form.organisation.choices = [SelectChoice(body.code, body.name) for body in bodies]
        if not form.validate_on_submit():
            return render_template("track_roles/add.html", form=form)
    confirm(form.own_password.data, "own_password")
    first = passwords.first()
    with unit(PURPOSE) as work:
        until = users.add_user(
            work,
            form.login.data,
            form.name.data,
            [Role(role) for role in form.roles.data],
            organisation=form.organisation.data or "",
            first=first.digest,
            screened_until=form.screened_until.data,
        ).password_until
    return _handed_over(form.login.data, until, first)


@bp.route("/given", methods=["GET", "POST"])
@guard(Permission.CARE_MANAGE, track=VICTIM)
def give_role() -> ResponseReturnValue:
    """A role for an account that is there already."""
    form = GiveForm()
    form.role.choices = _choices(ROLES)
    if not form.validate_on_submit():
        with unit(PURPOSE) as work:
            track_roles.list_bodies(work)
        return render_template("track_roles/give.html", form=form)
    confirm(form.own_password.data, "own_password")
    first = passwords.first()
    given = (form.login.data, form.role.data, form.reason.data)
    with unit(PURPOSE) as work:
        until = track_roles.give_role(work, *given, first.digest)
    if until:
        return _handed_over(form.login.data, until, first)
    flash(gettext("The role is given; it holds from the next request on."), "success")
    return redirect(url_for(".list_helpers"))


@bp.get("/<uuid:user_id>")
@guard(Permission.CARE_MANAGE, track=VICTIM)
def show_helper(user_id: UUID) -> ResponseReturnValue:
    """One account: what it holds, and how a role is withdrawn or the account opened."""
    return _page(user_id, WithdrawForm(formdata=None), OpenForm(formdata=None))


@bp.post("/<uuid:user_id>/withdrawal")
@guard(Permission.CARE_MANAGE, track=VICTIM)
def withdraw_role(user_id: UUID) -> ResponseReturnValue:
    """Take a role away for a stated cause."""
    form = WithdrawForm()
    if not form.validate_on_submit():
        return _page(user_id, form, OpenForm(formdata=None))
    confirm(form.own_password.data, "own_password")
    with unit(PURPOSE) as work:
        track_roles.withdraw_role(
            work, user_id, int(form.version.data), form.role.data, form.reason.data
        )
    flash(gettext("Withdrawn. It holds from the next request on."), "success")
    return redirect(url_for(".list_helpers"))


@bp.post("/<uuid:user_id>/opening")
@guard(Permission.CARE_MANAGE, track=VICTIM)
def open_account(user_id: UUID) -> ResponseReturnValue:
    """Let an account in again that was closed, or for longer."""
    form = OpenForm()
    if not form.validate_on_submit():
        return _page(user_id, WithdrawForm(formdata=None), form)
    confirm(form.opening_password.data, "opening_password")
    with unit(PURPOSE) as work:
        track_roles.open_account(
            work,
            user_id,
            int(form.version.data),
            form.screened_until.data,
            form.opening_reason.data,
        )
    flash(gettext("Stored. It holds from the next request on."), "success")
    return redirect(url_for(".show_helper", user_id=user_id))


def _page(user_id: UUID, withdrawal: WithdrawForm, opening: OpenForm) -> ResponseReturnValue:
    with unit(PURPOSE) as work:
        helper = track_roles.read_helper(work, user_id)
        withdrawal.role.choices = _choices(helper.roles)
        if not opening.is_submitted():
            opening.screened_until.data = helper.user.screened_until
        return render_template(
            "track_roles/show.html", helper=helper, withdrawal=withdrawal, opening=opening
        )


def _handed_over(login: str, until: datetime | None, first: passwords.First) -> str:
    given = {"login": login, "until": until, "first": first.plain}
    return render_template("users/first.html", **given, support_page=True)


def _choices(roles: tuple[Role, ...]) -> list[SelectChoice]:
    return [SelectChoice(role.value, word(role)) for role in roles]
