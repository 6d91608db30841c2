"""Where the parts of this process are kept: settings, database, limits."""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import current_app, url_for
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from app.queue import queue_of
from bureau import turning
from bureau.entry import Limits
from bureau.errors import NotFound
from bureau.trust.issuer import Trusted
from bureau.trust.passkeys import Site
from config import Config


def settings() -> Config:
    """The settings of this process."""
    found: Config = current_app.extensions["settings"]
    return found


def sessions() -> sessionmaker[Session]:
    """The factory of database sessions."""
    found: sessionmaker[Session] = current_app.extensions["sessions"]
    return found


def limits() -> Limits:
    """How long a sign-in lasts here, and what it asks."""
    chosen = settings()
    return Limits(
        timedelta(minutes=chosen.idle_minutes),
        timedelta(hours=chosen.session_hours),
        chosen.second_factor_from,
    )


def site() -> Site:
    """Where the house is found, to which its passkeys are bound; raises NotFound where unsaid."""
    origin = settings().origin
    if not origin:
        raise NotFound("There is nothing here that you may see.")
    return Site(origin, urlsplit(origin).hostname or "")


def trusted() -> Trusted:
    """The place elsewhere whose sign-ins are taken; raises NotFound where there is none."""
    chosen = settings()
    if not chosen.oidc_issuer:
        raise NotFound("There is nothing here that you may see.")
    return Trusted(
        chosen.oidc_issuer,
        chosen.oidc_client_id,
        chosen.oidc_client_secret,
        chosen.oidc_acr,
        chosen.origin + url_for("elsewhere.come_back"),
        chosen.origin + url_for("session.sign_in"),
    )


def ready() -> dict[str, bool]:
    """Whether the parts that work needs answer now."""
    home = settings().home
    try:
        with sessions()() as session:
            session.connection()
            database = True
    except SQLAlchemyError:
        database = False
    return {
        "database": database,
        "queue": _queue_answers(),
        "keys": bool(turning.generations(home / "keys", "seal")),
    }


def _queue_answers() -> bool:
    try:
        queue_of(settings().queue_url).storage.queue_size()
    except Exception:  # each kind of queue breaks in its own way, and all mean the same here
        return False
    return True
