"""How often a place may be asked: guessing at the door and hammering at the interface end early.

Counts are kept in the memory of each process; nothing is told about them but that one must wait.
"""

from hashlib import sha256
from typing import Any

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_login import current_user

GUESSES = "20 per minute"  # failed sign-ins, by address and login
STRANGERS = "300 per minute"  # requests without a valid token, by address
FAILURES = "60 per minute"  # failed sign-ins, by address, whatever the login
ASKED = "30 per minute"  # questions to a passkey or an issuer at the door, by address
BEARERS = "600 per minute"  # requests with one, by token
DENIED, ABSENT, UNFIT = 401, 404, 422


def protect(app: Flask) -> Limiter:
    """Limit the door and the interface of `app`."""
    limiter = Limiter(
        _address,
        app=app,
        storage_uri="memory://",
        strategy="moving-window",
        headers_enabled=False,  # equal answers stay equal: no counter in a header
    )
    enter: Any = app.view_functions["session.enter"]
    by_login = limiter.limit(GUESSES, key_func=_guesser, deduct_when=_denied)
    by_address = limiter.limit(FAILURES, deduct_when=_denied)
    app.view_functions["session.enter"] = by_address(by_login(enter))
    for name in ("passkeys.ask_at_the_door", "elsewhere.begin", "elsewhere.sign_out"):
        ask: Any = app.view_functions[name]
        app.view_functions[name] = limiter.limit(ASKED)(ask)
    for name in ("passkeys.enter", "session.take_second_step", "elsewhere.come_back"):
        view: Any = app.view_functions[name]
        app.view_functions[name] = by_address(view)
    read: Any = app.view_functions["calendars.read"]
    app.view_functions["calendars.read"] = limiter.limit(FAILURES, deduct_when=_absent)(read)
    enter_form: Any = app.view_functions["applicant.enter"]
    by_code: Any = app.view_functions["applicant.confirm"]
    app.view_functions["applicant.enter"] = limiter.limit(FAILURES, deduct_when=_absent)(enter_form)
    app.view_functions["applicant.confirm"] = limiter.limit(GUESSES, deduct_when=_unfit)(by_code)
    interface: Any = app.blueprints["api"]
    limiter.limit(STRANGERS, exempt_when=_known, deduct_when=_denied)(interface)
    limiter.limit(BEARERS, key_func=_presented)(interface)
    return limiter


def _address() -> str:
    return request.remote_addr or "-"


def _guesser() -> str:
    return _mark(f"{_address()} {request.form.get('login', '')}")


def _presented() -> str:
    return _mark(request.headers.get("Authorization", _address()))


def _mark(text: str) -> str:
    """A key that neither keeps a secret nor grows with what is sent."""
    return sha256(text.encode()).hexdigest()


def _known() -> bool:
    return bool(current_user.is_authenticated)


def _absent(response: Response) -> bool:
    return response.status_code == ABSENT


def _unfit(response: Response) -> bool:
    return response.status_code == UNFIT


def _denied(response: Response) -> bool:
    return response.status_code == DENIED
