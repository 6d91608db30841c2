"""Who is signed in: a person by a sign-in that is kept on the server, a program by a token."""

from typing import Any

from flask import Request, current_app, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from flask_login import LoginManager, UserMixin, login_user, logout_user
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Unauthorized

from app.clock import now
from app.places import limits, sessions, site
from bureau import elsewhere, entry, opening, proving
from bureau.entry import Visitor
from bureau.trust.provider import Shown

HALF = "half"  # where the cookie keeps the secret of a sign-in that waits for its second step
API = "/api/"  # what lies under it knows tokens and no cookies; all else, cookies and no tokens
SUPPORT = "/support"  # whoever leaves such a page in haste leaves no address of it behind
manager = LoginManager()
manager.login_view = "session.sign_in"
manager.login_message = None
manager.session_protection = None  # the server knows every sign-in: nothing is guessed from headers


class SignedIn(UserMixin):
    """The person behind this sign-in or token; its id is the secret, not the person's."""

    def __init__(self, secret: str, visitor: Visitor, purpose: str = "") -> None:
        self.id = secret
        self.visitor = visitor
        self.actor = visitor.actor
        self.purpose = purpose


@manager.user_loader  # type: ignore[untyped-decorator]
def load(secret: str) -> SignedIn | None:
    """Whoever holds this secret now."""
    visitor = entry.visitor(sessions(), secret, now(), limits())
    return SignedIn(secret, visitor) if visitor else None


@manager.request_loader  # type: ignore[untyped-decorator]
def load_bearer(asked: Request) -> SignedIn | None:
    """Whom the token of this request stands for now, and for which purpose."""
    secret = _presented(asked) if asked.path.startswith(API) else None
    asks = limits().second_factor_from
    found = entry.bearer(sessions(), secret, now(), asks) if secret else None
    return SignedIn(secret or "", found.visitor, found.purpose) if found else None


def turn_away() -> ResponseReturnValue:
    """Show the way in: a page to a person, a challenge to a program (RFC 6750)."""
    if request.path.startswith(SUPPORT):
        return redirect(url_for("session.sign_in"))
    if not request.path.startswith(API):
        return manager.unauthorized()  # type: ignore[no-any-return]
    wrong = {"error": "invalid_token"} if _presented(request) else {}
    challenge = WWWAuthenticate("bearer", {"realm": "bureau", **wrong})
    raise Unauthorized(www_authenticate=challenge)


def _presented(asked: Request) -> str | None:
    shown = asked.authorization
    return shown.token if shown is not None and shown.type == "bearer" else None


def enter(login: str, password: str) -> bool:
    """Sign in, or take the first of two steps: then the visitor `waits`."""
    return _begun(entry.sign_in(sessions(), login, password, now(), limits(), _address()))


def _begun(secret: str | None) -> bool:
    """Let in whoever showed enough, and keep what was shown by whoever has a step to take."""
    if secret and proving.waiting(sessions(), secret, now()):
        _forget()
        session[HALF] = secret
        return True
    return admit(secret)


def waits() -> bool:
    """Whether the password was shown here and the second step is still to be taken."""
    secret = session.get(HALF, "")
    return bool(secret) and proving.waiting(sessions(), secret, now())


def second_step(code: str) -> bool:
    """Take the second step with a code."""
    half = session.get(HALF, "")
    return admit(proving.second_step(sessions(), half, code, now(), limits(), _address()))


def enter_by_passkey(answer: str) -> bool:
    """Sign in with what a passkey answered."""
    found = opening.enter(sessions(), site(), answer, now(), limits(), _address())
    return admit(found)


def enter_by_elsewhere(issuer: str, shown: Shown) -> bool:
    """Sign in as whoever came in elsewhere, where that was linked to an account.

    Where one factor was shown there and the account has one here, the visitor `waits`.
    """
    return _begun(elsewhere.enter(sessions(), issuer, shown, now(), limits(), _address()))


def admit(secret: str | None) -> bool:
    """Let in whoever earned `secret`: nothing of an earlier session survives, and it is new."""
    person = load(secret) if secret else None
    if person is None:
        return False
    _forget()
    login_user(person)
    _tell_tries(person.visitor.tried)
    return True


def _forget() -> None:
    chosen = session.get("language")
    session.clear()
    if chosen:
        session["language"] = chosen  # chosen at the door, kept for this sign-in


def _address() -> str:
    return request.remote_addr or "-"


def _tell_tries(tried: int) -> None:
    if tried:
        words = ngettext(
            "One wrong password was tried on your account since you were last here.",
            "%(num)s wrong passwords were tried on your account since you were last here.",
            tried,
        )
        remedy = gettext("If that was not you, tell the administrator.")
        flash(f"{words} {remedy}", "warning")


def leave(person: Any) -> None:
    """Sign out here and on the server."""
    entry.sign_out(sessions(), person.id, now())
    logout_user()
    session.clear()
    current_app.logger.debug("signed out")
