"""For the auditor: agreements that the lot fell on, and what was found of them."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.approvals import ReviewForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import approval_samples

bp = Blueprint("approval_samples", __name__, url_prefix="/approvals/sample")
PURPOSE = "control of lawfulness"


@bp.get("")
@guard(Permission.TRAIL_READ)
def list_sample() -> ResponseReturnValue:
    """What the lot fell on."""
    return _page(ReviewForm(formdata=None))


@bp.post("/<uuid:approval_id>")
@guard(Permission.TRAIL_KEEP)
def review(approval_id: UUID) -> ResponseReturnValue:
    """Say what was found."""
    form = ReviewForm()
    if form.validate_on_submit():
        with told(form):
            with unit(PURPOSE) as work:
                approval_samples.review(work, approval_id, int(form.version.data), form.reason.data)
            flash(gettext("Stored."), "success")
            return redirect(url_for(".list_sample"))
    return _page(form), refused()


def _page(form: ReviewForm) -> str:
    with unit(PURPOSE) as work:
        lines = approval_samples.list_sample(work)
        return render_template("approvals/sample.html", lines=lines, form=form)
