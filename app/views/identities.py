"""Links to a sign-in elsewhere: asked by an administrator, confirmed by whom the account is of."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.identities import CONFIRM, AnswerForm, LinkForm
from app.guard import Permission, guard
from app.places import settings
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau.operations import identities, users

bp = Blueprint("identities", __name__)
OWN, THEIRS = "/account/elsewhere", "/people/<uuid:user_id>/elsewhere"
PURPOSE, OWN_PURPOSE = "managing accounts", "one's own sign-in elsewhere"
OK = 200


@bp.route(THEIRS, methods=["GET", "POST"])
@guard(Permission.USER_MANAGE)
def show_links(user_id: UUID) -> ResponseReturnValue:
    """By whom a colleague is known elsewhere, and a form for another link."""
    form = LinkForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.own_password.data, "own_password")
            with unit(PURPOSE) as work:
                place = settings().oidc_issuer
                identities.ask_identity(work, user_id, place, form.subject.data, form.shown.data)
            flash(gettext("Stored. It opens once its owner confirmed it."), "success")
            return redirect(url_for(".show_links", user_id=user_id))
    with unit(PURPOSE) as work:
        links, user = identities.list_identities(work, user_id), users.read_user(work, user_id)
        page = render_template("identities/list.html", found=links, user=user, form=form)
    return page, refused() if form.is_submitted() else OK


@bp.post(f"{THEIRS}/<uuid:identity_id>/ending")
@guard(Permission.USER_MANAGE)
def end_link(user_id: UUID, identity_id: UUID) -> ResponseReturnValue:
    """End a link of a colleague, and every sign-in."""
    with unit(PURPOSE) as work:
        identities.end_identity(work, user_id, identity_id)
    flash(gettext("The link is ended, and every sign-in of this person."), "success")
    return redirect(url_for(".show_links", user_id=user_id))


@bp.get(OWN)
@guard(Permission.WORK_READ)
def show_own() -> ResponseReturnValue:
    """By whom one is known elsewhere oneself."""
    return _own(AnswerForm(formdata=None))


@bp.post(f"{OWN}/<uuid:identity_id>/answer")
@guard(Permission.WORK_READ, loads="identity")
def answer_own(identity_id: UUID) -> ResponseReturnValue:
    """Confirm or refuse a link that an administrator asked."""
    form = AnswerForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            with unit(OWN_PURPOSE) as work:
                said = form.answer.data == CONFIRM
                identities.answer_own(work, identity_id, confirmed=said)
            flash(gettext("Stored."), "success")
            return redirect(url_for(".show_own"))
    return _own(form), refused()


@bp.post(f"{OWN}/<uuid:identity_id>/ending")
@guard(Permission.WORK_READ, loads="identity")
def end_own(identity_id: UUID) -> ResponseReturnValue:
    """End one of one's own links."""
    with unit(OWN_PURPOSE) as work:
        identities.end_own(work, identity_id)
    flash(gettext("The link is ended."), "success")
    return redirect(url_for(".show_own"))


def _own(form: AnswerForm) -> str:
    with unit(OWN_PURPOSE) as work:
        links = identities.list_own(work)
        return render_template("identities/own.html", found=links, form=form)
