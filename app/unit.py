"""The unit of work of this request."""

from contextlib import AbstractContextManager

from flask import g
from flask_login import current_user

from app.clock import now
from app.places import sessions
from bureau import entry
from bureau.errors import Invalid
from bureau.work import Work, begin

DEFAULT_PURPOSE = "work on the file"


def unit(purpose: str = DEFAULT_PURPOSE) -> AbstractContextManager[Work]:
    """A piece of work by whoever is signed in, for `purpose`."""
    return begin(
        sessions(), current_user.actor, now(), purpose=purpose, request_id=g.get("request_id", "")
    )


def confirm(password: str | None, field: str = "password") -> None:
    """Ask for the password once more before a grave act; raises Invalid when it does not fit.

    `field` is the one in which it was typed.
    """
    if not entry.confirm(sessions(), current_user.actor, password or "", now()):
        raise Invalid(
            "That is not your password; nothing was done.",
            where={"field": field},
            hint="Type the password you sign in with.",
        )
