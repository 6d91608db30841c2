"""The door for applicants: a private link becomes a visit, and every page of the form asks for it.

Nobody of the house comes in here, signed in or not: there is no page of the form but through a
link. The cookie of a visit goes to the pages of the form only, and a browser in which somebody of
the house is signed in finds nothing there: whoever made the link does not fill in the form.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import Response, g, make_response, render_template, request, url_for
from flask import redirect as to
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.clock import now
from app.guard import Guard, Permission
from app.places import limits, sessions
from bureau import visiting
from bureau.visiting import Applicant
from bureau.work import Work, begin

COOKIE, PATH = "__Secure-bureau-form", "/a"
ABSENT = 404
P = ParamSpec("P")
R = TypeVar("R")


def enter(secret: str) -> Response | None:
    """The way to the form with the cookie of a new visit; None for a link that opens nothing."""
    if current_user.is_authenticated:
        return None
    visit = visiting.open_link(sessions(), secret, now(), limits())
    if visit is None:
        return None
    answer = make_response(to(url_for("applicant.show_form")))
    # Lax, since the link is followed from a letter or mail; what changes something has a token.
    flags: dict[str, Any] = {"secure": True, "httponly": True, "samesite": "Lax"}
    answer.set_cookie(COOKIE, visit, path=PATH, **flags)
    return answer


def applicant_only(code: bool = True) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let only a visit through a link in, with `code` only once the code was shown."""

    def fence(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            found = None if current_user.is_authenticated else _visitor()
            if found is None:
                return closed()  # type: ignore[return-value]
            g.applicant, g.language = found, found.language
            if code and not found.confirmed:
                return to(url_for("applicant.ask_code"))  # type: ignore[return-value]
            return view(*args, **kwargs)

        guarded.guard = Guard(Permission.FORM_FILL, applicant=True)  # type: ignore[attr-defined]
        return guarded

    return fence


def here() -> Applicant:
    """Who fills in the form of this request."""
    found: Applicant = g.applicant
    return found


def unit() -> AbstractContextManager[Work]:
    """A piece of work by the applicant, in the name of the link."""
    return begin(
        sessions(),
        here().actor,
        now(),
        purpose=visiting.PURPOSE,
        request_id=g.get("request_id", ""),
        via=visiting.VIA,
    )


def confirm(code: str) -> bool:
    """Whether this is the code that belongs to the link."""
    return visiting.confirm(sessions(), _secret(), code, now())


def leave() -> ResponseReturnValue:
    """End the visit, here and on the server."""
    visiting.leave(sessions(), _secret(), now())
    answer = make_response(render_template("applicant/left.html"))
    answer.delete_cookie(COOKIE, path=PATH, secure=True, httponly=True, samesite="Lax")
    return answer


def closed() -> ResponseReturnValue:
    """One and the same answer for a link that is wrong, over, revoked or not there."""
    return render_template("applicant/closed.html"), ABSENT


def _visitor() -> Applicant | None:
    return visiting.applicant(sessions(), _secret(), now(), limits())


def _secret() -> str:
    return request.cookies.get(COOKIE, "")
