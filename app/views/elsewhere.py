"""Coming in with a sign-in elsewhere: led there, back again, and out there too.

Whoever comes back is sent by another house, so that the cookie of this one stays away: what a
browser needs to be known again lies in a cookie of its own for some minutes, and the page that it
comes back to leads on, from here.
"""

from datetime import timedelta

from flask import (
    Blueprint,
    Response,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app import login
from app.clock import now
from app.errors import remedy, said
from app.forms.session import SignInForm
from app.inside import inside
from app.places import limits, sessions, trusted
from bureau import elsewhere
from bureau.errors import Invalid, OutOfOrder
from bureau.rules.dates import civil_date
from bureau.rules.door_terms import lasting
from bureau.trust import issuer, provider

bp = Blueprint("elsewhere", __name__, url_prefix="/sign-in/elsewhere")
COOKIE = "__Host-bureau-elsewhere"
DENIED, AWAY = 401, 503


@bp.get("")
def begin() -> ResponseReturnValue:
    """Lead a browser to the place that the house trusts."""
    there = trusted()
    since = timedelta() if request.args.get("again") else limits().longest
    try:
        found = issuer.provider_of(there)
    except OutOfOrder as trouble:
        return _turned_away(trouble, AWAY)
    secret = elsewhere.begin(sessions(), now())
    answer = make_response(redirect(provider.leading(there, found, secret, since, now())))
    kept = f"{secret} {inside(request.args.get('next', ''))}"
    answer.set_cookie(
        COOKIE,
        kept,
        max_age=lasting("elsewhere", civil_date(now())),
        secure=True,
        httponly=True,
        samesite="Lax",
    )
    return answer


@bp.get("/back")
def come_back() -> ResponseReturnValue:
    """Come in with what the place elsewhere says; whatever does not fit sounds alike."""
    there = trusted()
    secret, _, target = request.cookies.get(COOKIE, "").partition(" ")
    try:
        shown = _shown(there, secret)
        if not login.enter_by_elsewhere(there.issuer, shown):
            raise _nobody()
    except Invalid as refusal:
        return _forgotten(_turned_away(refusal, DENIED))
    except OutOfOrder as trouble:
        return _forgotten(_turned_away(trouble, AWAY))
    target = inside(target)
    if login.waits():
        target = url_for("session.second_step", next=target)
    page = render_template("session/onward.html", target=target)
    return _forgotten(make_response(page))


@bp.get("/out")
def sign_out() -> ResponseReturnValue:
    """Lead whoever went out here to the way out there."""
    there = trusted()
    if current_user.is_authenticated:
        return redirect(inside(""))
    try:
        target = provider.leaving(there, issuer.provider_of(there))
    except OutOfOrder as trouble:
        return _turned_away(trouble, AWAY)
    return redirect(target or there.out)


def _shown(there: issuer.Trusted, secret: str) -> provider.Shown:
    """Who came in there, for the browser that was led there and for its first answer only."""
    state, code = request.args.get("state", ""), request.args.get("code", "")
    issued = request.args.get("iss", there.issuer) == there.issuer
    meant = bool(secret) and state == provider.derived("state", secret)
    if not (meant and issued and elsewhere.answered(sessions(), secret, now()) and code):
        raise _nobody()
    found = issuer.provider_of(there)
    return provider.shown(there, found, secret, code, limits().longest, now())


def _nobody() -> Invalid:
    return Invalid("That sign-in elsewhere does not open an account here.")


def _turned_away(refusal: Invalid | OutOfOrder, status: int) -> Response:
    flash(" ".join(part for part in (said(refusal), remedy(refusal)) if part), "error")
    page = render_template("session/sign_in.html", form=SignInForm(formdata=None))
    return make_response(page, status)


def _forgotten(answer: Response) -> Response:
    answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="Lax")
    return answer
