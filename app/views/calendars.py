"""One's own calendar: the address for a calendar program, and what it reads there."""

from uuid import UUID

from flask import Blueprint, Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date, gettext

from app.calendar import written
from app.clock import now
from app.forms.calendars import AddressForm
from app.guard import Permission, guard
from app.places import sessions
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau import reading
from bureau.operations import calendars
from bureau.work import begin

bp = Blueprint("calendars", __name__)
PURPOSE = "one's own terms in a calendar"
OWN = "/account/calendar"


@bp.get(OWN)
@guard(Permission.WORK_READ)
def list_feeds() -> ResponseReturnValue:
    """One's own addresses, and a form for the next."""
    return _page(AddressForm(formdata=None))


@bp.post(OWN)
@guard(Permission.WORK_READ)
def issue() -> ResponseReturnValue:
    """Make an address; it is on this one page and nowhere else."""
    form = AddressForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            with unit(PURPOSE) as work:
                secret = calendars.issue_feed(work)
            address = url_for("calendars.read", secret=secret, _external=True)
            return render_template("calendars/issued.html", address=address)
    return _page(form), refused()


@bp.post(f"{OWN}/<uuid:feed_id>/revocation")
@guard(Permission.WORK_READ, loads="feed")
def revoke(feed_id: UUID) -> ResponseReturnValue:
    """Take an address back."""
    with unit(PURPOSE) as work:
        calendars.revoke_feed(work, feed_id)
    flash(gettext("The address is taken back; it answers nothing any more."), "success")
    return redirect(url_for(".list_feeds"))


@bp.post(f"{OWN}/<uuid:feed_id>/renewal")
@guard(Permission.WORK_READ, loads="feed")
def renew(feed_id: UUID) -> ResponseReturnValue:
    """Let an address last longer."""
    with unit(PURPOSE) as work:
        until = calendars.renew_feed(work, feed_id)
    flash(gettext("The address lasts until %(day)s.", day=format_date(until)), "success")
    return redirect(url_for(".list_feeds"))


@bp.get("/calendar/<secret>.ics")
def read(secret: str) -> ResponseReturnValue:
    """The calendar for whoever has the address, in the name of its owner and with their leave."""
    reader = reading.calendar_reader(sessions(), secret, now())
    if reader is None:
        abort(404)
    with begin(sessions(), reader.actor, now(), purpose=PURPOSE, via="calendar") as work:
        found = calendars.read_feed(work)
    content = written(found, reader.language, now())
    answer = Response(content, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _page(form: AddressForm) -> str:
    with unit(PURPOSE) as work:
        return render_template("calendars/list.html", feeds=calendars.list_feeds(work), form=form)
