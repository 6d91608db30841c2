"""Signing in again with a second factor, before an act that asks a fresh one."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.exceptions import HTTPException

from app import login
from app.clock import now
from app.guard import Permission, guard
from app.inside import inside
from app.unit import unit
from bureau.operations import factors, identities
from bureau.rules.dates import civil_date
from bureau.rules.strong_acts import ONE_ELSEWHERE, strong_acts

bp = Blueprint("again", __name__, url_prefix="/sign-in/again")
PURPOSE = "signing in again"


@bp.get("")
@guard(Permission.WORK_READ)
def show() -> ResponseReturnValue:
    """What asks it, how old it may be, and the way."""
    act = strong_acts().find(request.args.get("act", ""), civil_date(now()))
    with unit(PURPOSE) as work:
        own = factors.list_factors(work).factors
        alone = current_user.actor.strength == ONE_ELSEWHERE  # what is shown there is not enough
        linked = not alone and any(row.opens for row in identities.list_own(work))
        given = {"act": act, "own": own or linked, "next": _next()}
        return render_template("session/again.html", **given)


@bp.post("")
@guard(Permission.WORK_READ)
def leave() -> ResponseReturnValue:
    """Go out, and come in again to where one was."""
    target = _next()
    login.leave(current_user)
    kept = None if target.startswith(login.SUPPORT) else target  # None leaves it out
    return redirect(url_for("session.sign_in", next=kept, again=1))


def _next() -> str:
    """The page from which the act is done: the address itself, or the nearest one above it."""
    path = inside(request.values.get("next", "")).partition("?")[0]
    routes = current_app.url_map.bind("")
    while path.count("/") > 1:
        try:
            routes.match(path, method="GET")
        except HTTPException:
            path = path.rpartition("/")[0]
        else:
            return path
    return path or url_for("home.show")
