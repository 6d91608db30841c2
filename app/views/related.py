"""Other cases of the same people, and the notices to a handler about cases of colleagues."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.related import NoticeForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import related_cases
from bureau.work import Work

bp = Blueprint("related", __name__)
PATH = "/cases/<uuid:case_id>/related"
PURPOSE = "looking for the same people in other cases"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def list_related(case_id: UUID) -> ResponseReturnValue:
    """The other cases that the reader may see with the same person or company."""
    with unit(PURPOSE) as work:
        return _page(work, case_id)


@bp.post(f"{PATH}/<uuid:notice_id>")
@guard(Permission.CASE_EDIT, loads="case")
def acknowledge(case_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """The handler has seen a notice, and may let the colleague see the own name."""
    form = NoticeForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            related_cases.acknowledge_notice(
                work, case_id, notice_id, int(form.version.data), named=form.named.data
            )
            flash(gettext("Stored."), "success")
            return redirect(url_for(".list_related", case_id=case_id))
    with unit(PURPOSE) as work:
        return _page(work, case_id, form), refused()


def _page(work: Work, case_id: UUID, wrong: NoticeForm | None = None) -> str:
    related = related_cases.list_related(work, case_id)
    return framed(work, case_id, "related/list.html", related=related, wrong=wrong)
