"""Access to files of colleagues for a while, and the emergencies that an auditor reviews."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.leases import GlassForm, LeaseForm, ReviewForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from app.views.refusals import refused, told
from bureau.errors import NotFound
from bureau.operations import leases, search
from bureau.work import Work

bp = Blueprint("leases", __name__)
PURPOSE = "access to files of colleagues"
REVIEW = "control of who looked"
URGENT = "urgent"


@bp.get("/leases")
@guard(Permission.LEASE_TAKE)
def list_leases() -> ResponseReturnValue:
    """What stands open, what a colleague asks, and the two ways to ask."""
    with unit(PURPOSE) as work:
        return _page(work)


@bp.post("/leases")
@guard(Permission.LEASE_TAKE)
def take() -> ResponseReturnValue:
    """Open a file for a task of one's own."""
    form = LeaseForm()
    with unit(PURPOSE) as work:
        form.offer(search.own_cases(work), work.today)
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            asked = (form.reference.data or "", form.purpose.data, form.task_id)
            row = leases.take_lease(work, *asked, form.reason.data or "")
            onward = url_for("cases.show_case", case_id=row.case_id)
            flash(gettext("The file stands open to you for a while, to be read."), "success")
            return redirect(onward)
    with unit(PURPOSE) as work:
        return _page(work, lease=form), refused()


@bp.post("/leases/urgent")
@guard(Permission.LEASE_TAKE)
def ask() -> ResponseReturnValue:
    """Ask for a file in an emergency."""
    form = GlassForm(prefix=URGENT)
    return acted(
        form,
        lambda work: leases.ask_glass(work, form.reference.data or "", form.reason.data or ""),
        lambda work: _page(work, glass=form),
        url_for(".list_leases"),
        gettext("Asked. As soon as a colleague confirms it, the file stands open for an hour."),
        purpose=PURPOSE,
    )


@bp.post("/leases/<uuid:lease_id>/confirmation")
@guard(Permission.LEASE_TAKE, loads="lease")
def confirm_it(lease_id: UUID) -> ResponseReturnValue:
    """Confirm the emergency of a colleague."""
    with unit(PURPOSE) as work:
        leases.confirm_glass(work, lease_id)
    flash(gettext("Confirmed. The handler and the auditor are told."), "success")
    return redirect(url_for(".list_leases"))


@bp.post("/leases/<uuid:lease_id>/end")
@guard(Permission.LEASE_TAKE, loads="lease")
def end(lease_id: UUID) -> ResponseReturnValue:
    """Close a file before its time."""
    with unit(PURPOSE) as work:
        leases.end_lease(work, lease_id)
    flash(gettext("The file is closed to you again."), "success")
    return redirect(url_for(".list_leases"))


@bp.get("/trail/emergencies")
@guard(Permission.TRAIL_KEEP)
def list_emergencies() -> ResponseReturnValue:
    """Every emergency, what waits for a review first."""
    with unit(REVIEW) as work:
        return _reviews(work)


@bp.post("/trail/emergencies/<uuid:lease_id>/review")
@guard(Permission.TRAIL_KEEP, loads="lease")
def review(lease_id: UUID) -> ResponseReturnValue:
    """Say whether it was an emergency."""
    form = ReviewForm(prefix=lease_id.hex)

    def act(work: Work) -> None:
        number, found = int(form.version.data), form.finding.data or ""
        leases.review_glass(work, lease_id, number, found, justified=form.justified.data)

    onward = url_for(".list_emergencies")
    done = gettext("Stored.")
    return acted(
        form, act, lambda work: _reviews(work, form, lease_id), onward, done, purpose=REVIEW
    )


def _page(work: Work, lease: LeaseForm | None = None, glass: GlassForm | None = None) -> str:
    found = leases.list_leases(work)
    form = lease or LeaseForm(formdata=None)
    form.offer(search.own_cases(work), work.today)
    return render_template(
        "leases/list.html",
        found=found,
        form=form,
        glass=glass or GlassForm(formdata=None, prefix=URGENT),
        now=work.now,
    )


def _reviews(work: Work, wrong: ReviewForm | None = None, about: UUID | None = None) -> str:
    rows = leases.list_emergencies(work)
    if about and all(row.id != about for row in rows):
        raise NotFound("There is nothing here that you may see.")
    empty = {
        row.id: ReviewForm(formdata=None, prefix=row.id.hex, version=row.version)
        for row in rows
        if row.unreviewed()
    }
    return render_template("leases/emergencies.html", rows=rows, empty=empty, wrong=wrong)
