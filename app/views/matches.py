"""Same person? The pairs that wait, one pair side by side, and what a person makes of it."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.matches import PairForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import matches
from bureau.work import Work

bp = Blueprint("matches", __name__)
ALL = "/cases/<uuid:case_id>/matches"
ONE = f"{ALL}/<uuid:left_id>/<uuid:right_id>"


@bp.get(ALL)
@guard(Permission.NETWORK_READ, loads="case")
def list_matches(case_id: UUID) -> ResponseReturnValue:
    """The pairs that wait for a judgement, and those judged."""
    with unit() as work:
        queue = matches.list_matches(work, case_id)
        return framed(work, case_id, "matches/list.html", queue=queue)


@bp.get(ONE)
@guard(Permission.NETWORK_READ, loads="case")
def show_match(case_id: UUID, left_id: UUID, right_id: UUID) -> ResponseReturnValue:
    """Two parties side by side, with what speaks for and against."""
    with unit() as work:
        return _page(work, case_id, left_id, right_id)


@bp.post(ONE)
@guard(Permission.FACT_RECORD, loads="case")
def judge_match(case_id: UUID, left_id: UUID, right_id: UUID) -> ResponseReturnValue:
    """Say that they are the same, are not, or that one is not sure."""
    form = PairForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            matches.judge_match(
                work,
                case_id,
                left_id,
                right_id,
                form.judgement.data,
                form.reason.data,
                facts=form.facts.data,
            )
            flash(gettext("Stored."), "success")
            return redirect(url_for(".list_matches", case_id=case_id))
    with unit() as work:
        return _page(work, case_id, left_id, right_id, form), refused()


def _page(
    work: Work, case_id: UUID, left_id: UUID, right_id: UUID, form: PairForm | None = None
) -> str:
    pair = matches.read_match(work, case_id, left_id, right_id)
    return framed(
        work, case_id, "matches/show.html", pair=pair, form=form or PairForm(formdata=None)
    )
