"""Who is signed in: Flask-Login over sign-ins that are kept on the server."""

from typing import Any

from flask import current_app, session
from flask_login import LoginManager, UserMixin, login_user, logout_user

from app.clock import now
from app.places import limits, sessions
from bureau import entry
from bureau.entry import Visitor

manager = LoginManager()
manager.login_view = "session.sign_in"
manager.login_message = None
manager.session_protection = None  # the server knows every sign-in: nothing is guessed from headers


class SignedIn(UserMixin):
    """The person behind this sign-in; its id is the secret, not the person's."""

    def __init__(self, secret: str, visitor: Visitor) -> None:
        self.id = secret
        self.visitor = visitor
        self.actor = visitor.actor


@manager.user_loader  # type: ignore[untyped-decorator]
def load(secret: str) -> SignedIn | None:
    """Whoever holds this secret now."""
    visitor = entry.visitor(sessions(), secret, now(), limits())
    return SignedIn(secret, visitor) if visitor else None


def enter(login: str, password: str) -> bool:
    """Sign in: nothing of an earlier session survives, and the secret is new."""
    secret = entry.sign_in(sessions(), login, password, now(), limits())
    person = load(secret) if secret else None
    if person is None:
        return False
    session.clear()
    login_user(person)
    return True


def leave(person: Any) -> None:
    """Sign out here and on the server."""
    entry.sign_out(sessions(), person.id, now())
    logout_user()
    session.clear()
    current_app.logger.debug("signed out")
