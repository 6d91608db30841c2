"""Guarded people and honey, for reviewers; circle and hours, for everybody; hours of colleagues."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.watched import CircleForm, ColleagueForm, MarkForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from bureau.operations import own_circles, watch_entries
from bureau.work import Work

bp = Blueprint("watched", __name__)
REVIEW, OWN = "control of who looked", "looking at one's own account"
ACCOUNTS = "managing accounts"


@bp.get("/trail/watched")
@guard(Permission.WATCH_REVIEW)
def list_entries() -> ResponseReturnValue:
    """What is watched, and the form to mark more."""
    with unit(REVIEW) as work:
        return _entries(work)


@bp.post("/trail/watched")
@guard(Permission.WATCH_REVIEW)
def mark() -> ResponseReturnValue:
    """Mark a person or honey."""
    form = MarkForm()

    def act(work: Work) -> None:
        said = (form.watched_kind.data, form.watched_text.data or "", form.reason.data or "")
        watch_entries.mark(work, *said, form.until.data)

    onward, done = url_for(".list_entries"), gettext("Stored. A look at it is asked about.")
    return acted(form, act, lambda work: _entries(work, form), onward, done, purpose=REVIEW)


@bp.post("/trail/watched/<uuid:watched_id>/end")
@guard(Permission.WATCH_REVIEW, loads="watch_entry")
def end(watched_id: UUID) -> ResponseReturnValue:
    """Watch it no longer."""
    with unit(REVIEW) as work:
        watch_entries.end(work, watched_id)
    flash(gettext("It is watched no longer."), "success")
    return redirect(url_for(".list_entries"))


@bp.get("/account/circle")
@guard(Permission.WORK_READ)
def show_circle() -> ResponseReturnValue:
    """What one declared of oneself."""
    with unit(OWN) as work:
        return _circle(work)


@bp.post("/account/circle")
@guard(Permission.WORK_READ)
def declare() -> ResponseReturnValue:
    """Keep it anew."""
    form = CircleForm()

    def act(work: Work) -> None:
        hours = (form.from_hour.data, form.until_hour.data)
        own_circles.declare(work, form.lines(), hours, form.days())

    onward = url_for(".show_circle")
    return acted(
        form, act, lambda work: _circle(work, form), onward, gettext("Stored."), purpose=OWN
    )


@bp.get("/people/<uuid:user_id>/hours")
@guard(Permission.USER_MANAGE)
def show_hours(user_id: UUID) -> ResponseReturnValue:
    """The usual hours and leave of a colleague."""
    with unit(ACCOUNTS) as work:
        return _hours(work, user_id)


@bp.post("/people/<uuid:user_id>/hours")
@guard(Permission.USER_MANAGE)
def enter_hours(user_id: UUID) -> ResponseReturnValue:
    """Keep them anew."""
    form = ColleagueForm()

    def act(work: Work) -> None:
        hours = (form.from_hour.data, form.until_hour.data)
        own_circles.enter_hours(work, user_id, hours, form.days())

    onward, done = url_for(".show_hours", user_id=user_id), gettext("Stored.")
    return acted(
        form, act, lambda work: _hours(work, user_id, form), onward, done, purpose=ACCOUNTS
    )


def _hours(work: Work, user_id: UUID, wrong: ColleagueForm | None = None) -> str:
    user, hours, leave = own_circles.read_hours(work, user_id)
    first, last = hours or (None, None)
    told = {"from_hour": first, "until_hour": last, "leave": "\n".join(map(" ".join, leave))}
    form = wrong or ColleagueForm(formdata=None, **told)
    return render_template("alerts/hours.html", form=form, user=user)


def _entries(work: Work, wrong: MarkForm | None = None) -> str:
    rows = watch_entries.list_entries(work)
    form = wrong or MarkForm(formdata=None)
    return render_template("alerts/watched.html", rows=rows, form=form, today=work.today)


def _circle(work: Work, wrong: CircleForm | None = None) -> str:
    row = own_circles.read_circle(work)
    told = row.told if row else {"near": [], "hours": [], "leave": []}
    first, last = told["hours"] or (None, None)
    form = wrong or CircleForm(
        formdata=None,
        near="\n".join(told["near"]),
        from_hour=first,
        until_hour=last,
        leave="\n".join(" ".join(days) for days in told["leave"]),
    )
    return render_template("alerts/circle.html", form=form, row=row)
