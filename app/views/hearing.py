"""The hearing: the intended decision, the view on it, and an answer to each of its points."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.forms import hearing as forms
from app.guard import Permission, guard
from app.unit import unit
from app.views import conditions
from app.views.choices import offer_outcomes
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import case_files, condition_library, hearings, weighings
from bureau.rules.deadlines import usual_end
from bureau.work import Work

bp = Blueprint("hearing", __name__)
PATH = "/cases/<uuid:case_id>/hearing"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show_hearing(case_id: UUID) -> ResponseReturnValue:
    """What was intended, what was said about it, and what was made of that."""
    with unit() as work:
        return _page(work, case_id)


@bp.route(f"{PATH}/intention", methods=["GET", "POST"])
@guard(Permission.CASE_STEP, loads="case")
def send_intention(case_id: UUID) -> ResponseReturnValue:
    """Send the intended decision."""
    form = forms.IntentionForm()
    with unit() as work:
        known, advised = _offer(work, case_id, form)
        if conditions.inserting():
            conditions.announce(form, known)
            return framed(work, case_id, "screening/intention.html", form=form, advised=advised)
    if form.validate_on_submit():
        with told(form), unit() as work:
            hearings.send_intention(
                work,
                case_id,
                form.intended.data,
                form.reasons.data,
                form.until_on.data,
                advice_copied=form.advice_copied.data,
                secrecy_notice=form.secrecy_notice.data,
                on=form.on.data,
            )
            flash(gettext("Stored. Now send the letter with the intention."), "success")
            return redirect(url_for("letters.write", case_id=case_id, kind="intention"))
    with unit() as work:
        if not form.is_submitted():
            form.until_on.data = usual_end("DL09", work.today)
        page = framed(work, case_id, "screening/intention.html", form=form, advised=advised)
    return (page, refused()) if form.is_submitted() else page


def _offer(
    work: Work, case_id: UUID, form: forms.IntentionForm
) -> tuple[list[condition_library.LibraryLine], bool]:
    """Offer what stands open and what may be chosen; whether an advice was received."""
    options = weighings.options_now(work, case_id, Permission.CASE_STEP)
    file = case_files.read_case(work, case_id)
    offer_outcomes(form, "intended", file, options)
    known = list(condition_library.offered(work, case_id))
    conditions.offer_library(form, known)
    return known, any(row.received_on for row in file.advices)


@bp.post(f"{PATH}/view")
@guard(Permission.CASE_EDIT, loads="case")
def receive_view(case_id: UUID) -> ResponseReturnValue:
    """Record the view, point by point."""
    form = forms.ViewForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            hearings.receive_view(
                work,
                case_id,
                [line for line in (form.points.data or "").splitlines() if line.strip()],
                form.manner.data,
                new_facts=form.new_facts.data,
                on=form.on.data,
            )
            return _stored(case_id)
    with unit() as work:
        return _page(work, case_id, view=form), refused()


@bp.post(f"{PATH}/points/<uuid:point_id>")
@guard(Permission.CASE_EDIT, loads="case")
def answer_point(case_id: UUID, point_id: UUID) -> ResponseReturnValue:
    """Say what is made of one point."""
    form = forms.PointForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            hearings.answer_point(work, case_id, point_id, int(form.version.data), form.answer.data)
            return _stored(case_id)
    with unit() as work:
        return _page(work, case_id, point=form, wrong=point_id), refused()


def _stored(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for("hearing.show_hearing", case_id=case_id))


def _page(work: Work, case_id: UUID, wrong: UUID | None = None, **given: FlaskForm) -> str:
    values: dict[str, Any] = {
        "file": case_files.read_case(work, case_id),
        "view_form": given.get("view") or forms.ViewForm(formdata=None),
        "point_form": given.get("point") or forms.PointForm(formdata=None),
        "wrong": wrong,
    }
    return framed(work, case_id, "screening/hearing.html", **values)
