"""What every response carries so that a browser protects its reader (ASVS 5.0 V3)."""

import secrets

from flask import Flask, Request, Response, g, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from werkzeug.exceptions import BadRequest

from app.login import API
from bureau.model.base import new_id
from config import Config

# Cytoscape adds one style element of its own; this is its digest (version 3.34.4).
CYTOSCAPE_STYLE = "'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='"
YEAR = 31_536_000
LONGEST_FORM = 2 * 1024 * 1024  # bytes of text in one form
WORDS_ONLY, WITH_FILES = "application/x-www-form-urlencoded", "multipart/form-data"


class CookiesForPages(SecureCookieSessionInterface):
    """Cookies for pages only: the interface for programs neither reads nor sets one."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session of a page; an empty one for a program."""
        if request.path.startswith(API):
            return self.session_class()
        return super().open_session(app, request)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie of a page."""
        if not request.path.startswith(API):
            super().save_session(app, session, response)


def protect(app: Flask, settings: Config) -> None:
    """Set cookies, headers and a nonce for each request of `app`."""
    app.session_interface = CookiesForPages()
    app.config.update(
        SESSION_COOKIE_NAME="__Host-bureau",
        SESSION_COOKIE_SECURE=True,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_PATH="/",
        WTF_CSRF_SSL_STRICT=False,
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=settings.max_upload,
        MAX_FORM_MEMORY_SIZE=LONGEST_FORM,
        MAX_FORM_PARTS=5000,
    )
    app.before_request(_mark)
    app.after_request(_headers)


def _mark() -> None:
    g.nonce = secrets.token_urlsafe(16)
    g.request_id = new_id().hex
    if request.mimetype == WORDS_ONLY:
        # It is read whole, whatever its parts; never more than the house takes of anything.
        most = request.max_content_length or LONGEST_FORM
        request.max_content_length = min(LONGEST_FORM, most)
    elif request.mimetype == WITH_FILES and None in request.form:
        raise BadRequest  # a part without a name, which nobody asks for


def _headers(response: Response) -> Response:
    policy = (
        "default-src 'none'; "
        f"script-src 'nonce-{g.get('nonce', '')}' 'self'; "
        f"style-src 'self' {CYTOSCAPE_STYLE}; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
    )
    for name, value in (
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"),
        ("Strict-Transport-Security", f"max-age={YEAR}; includeSubDomains"),
    ):
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
        response.headers["Vary"] = "Cookie"
    return response
