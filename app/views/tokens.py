"""One's own tokens for programs."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.tokens import IssueForm
from app.guard import Permission, guard
from app.unit import confirm, unit
from bureau.operations import tokens

bp = Blueprint("tokens", __name__, url_prefix="/account/tokens")
PURPOSE = "managing one's own tokens"


@bp.get("")
@guard(Permission.WORK_READ)
def list_tokens() -> ResponseReturnValue:
    """One's own tokens, the spent ones included, and a form for the next."""
    return _page(IssueForm(formdata=None))


@bp.post("")
@guard(Permission.WORK_READ)
def issue() -> ResponseReturnValue:
    """Make a token; its secret is on this one page and nowhere else."""
    form = IssueForm()
    if not form.validate_on_submit():
        return _page(form), 422
    confirm(form.password.data)
    with unit(PURPOSE) as work:
        issued = tokens.issue_token(work, form.purpose.data, form.days.data)
        return render_template("tokens/issued.html", issued=issued)


@bp.post("/<uuid:token_id>/revocation")
@guard(Permission.WORK_READ, loads="token")
def revoke(token_id: UUID) -> ResponseReturnValue:
    """Take one back; the program that holds it is refused from now on."""
    with unit(PURPOSE) as work:
        tokens.revoke_token(work, token_id)
    flash(gettext("The token is revoked."), "success")
    return redirect(url_for(".list_tokens"))


def _page(form: IssueForm) -> str:
    with unit(PURPOSE) as work:
        return render_template("tokens/list.html", tokens=tokens.list_tokens(work), form=form)
