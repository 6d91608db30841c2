"""One response for each error: what, where and what to do; a refusal looks like an absence."""

import logging
import re
import secrets
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from flask import Flask, g, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import format_date, get_locale, gettext, lazy_gettext
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException
from werkzeug.exceptions import NotFound as NotThere

from app import field_words
from app.words import word
from bureau.errors import (
    AccessDenied,
    Bilingual,
    BureauError,
    Changed,
    Invalid,
    NotAllowed,
    NotFound,
    TooLarge,
    Words,
)
from bureau.formats.values import FileWarning
from bureau.rules.questionnaire import QuestionKind

# A refusal looks like an absence: nobody learns that a file exists by being turned away.
STATUS: dict[type[BureauError], int] = {
    NotFound: 404,
    AccessDenied: 404,
    NotAllowed: 409,
    Changed: 409,
    Invalid: 422,
    TooLarge: 413,
}
TITLES = {
    401: lazy_gettext("Not signed in"),
    404: lazy_gettext("Nothing to see here"),
    409: lazy_gettext("Not possible now"),
    413: lazy_gettext("Too large"),
    422: lazy_gettext("This cannot be used"),
    503: lazy_gettext("Not available for a moment"),
}
# What a refusal of the web itself is called, and what it says: the reason and the remedy.
CODES = {
    401: "unauthorized",
    404: "not_found",
    405: "method",
    413: "too_large",
    415: "media_type",
    429: "too_many",
    500: "out_of_order",
}
UNREADABLE = lazy_gettext("This request cannot be read.")
REFUSALS = {
    401: (
        lazy_gettext("This needs a token that is valid now."),
        lazy_gettext("Make a token under your account and send it as Authorization: Bearer."),
    ),
    404: (
        lazy_gettext("There is nothing here that you may see."),
        lazy_gettext("Check the address; what is not yours to see is answered in the same way."),
    ),
    405: (
        lazy_gettext("This address does not take that kind of request."),
        lazy_gettext("Programs find what is possible in /api/v1/openapi.json."),
    ),
    413: (
        lazy_gettext("What you sent is larger than this place takes."),
        lazy_gettext("Split it, or ask the administrator to raise the limit."),
    ),
    415: (
        lazy_gettext("This address does not take that kind of content."),
        lazy_gettext("Programs find what is possible in /api/v1/openapi.json."),
    ),
    429: (
        lazy_gettext("Too many attempts; wait a few minutes and try again."),
        lazy_gettext("Nothing was done with this one."),
    ),
    500: (
        lazy_gettext("Something is out of order here."),
        lazy_gettext("Nothing was stored. Tell the administrator when it was."),
    ),
}
# Headers of a refusal that a program goes by.
TELLING = ("Allow", "WWW-Authenticate")
HINTED = (404, 500)  # the page itself says what to do
TOO_MANY, A_MINUTE = 429, "60"
# Parameters whose value names a field of a form.
NAMING = ("field", "what")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LOG = logging.getLogger("bureau")


def register(app: Flask) -> None:
    """Answer every error of `app` in one place."""
    app.register_error_handler(BureauError, _of_the_domain)
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(HTTPException, _of_the_web)
    app.register_error_handler(SQLAlchemyError, _of_the_store)


def said(error: BureauError) -> str:
    """The message of `error` in the language of the reader."""
    return _put(error.template, error.params)


def noted(warning: FileWarning) -> str:
    """What a reader noticed in a file, in the language of the reader of the page."""
    return _put(warning.template, warning.params)


def remedy(error: BureauError) -> str:
    """What to do about `error` in the language of the reader; empty where it names nothing."""
    if error.where.get("kind") == QuestionKind.MONEY:
        return str(gettext("Write the amount as 12500 or 12.500,00."))  # as the form says it
    return _put(error.hint_template, error.params) if error.hint else ""


def _put(template: str, params: Mapping[str, Any]) -> str:
    plain = {key: _told(key, value) for key, value in params.items()}
    whole = {
        key: gettext(value).format(**plain) if isinstance(value, Words) else value
        for key, value in plain.items()
    }
    text: str = gettext(template)
    return text.format(**whole) if whole else text


def _told(key: str, value: Any) -> Any:
    if isinstance(value, Bilingual):
        return getattr(value, str(get_locale()))
    if isinstance(value, StrEnum):
        return word(value)
    if key != "value" and isinstance(value, str) and _DAY.fullmatch(value):
        return _dated(value)
    return field_words.WORDS.get(value, value) if key in NAMING else value


def _dated(text: str) -> str:
    """A day as pages show it; programs read it as it is, and what is no day stays."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return text if request.path.startswith("/api/") else format_date(day, "d MMM yyyy")


def sought(where: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What people look for: line or path of a file, or the legal basis; programs read the rest."""
    words = {
        "line": gettext("Line"),
        "row": gettext("Row"),
        "column": gettext("Column"),
        "path": gettext("Place"),
        "basis": gettext("Basis"),
    }
    return [(word, str(where[key])) for key, word in words.items() if where.get(key)]


def _of_the_domain(error: BureauError) -> ResponseReturnValue:
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)
    if status == 404:  # noqa: PLR2004 - one and the same answer, whatever the reason
        return _of_the_web(NotThere())
    differences = error.differences if isinstance(error, Changed) else []
    return answer(
        status,
        said(error),
        error.code,
        where=error.where,
        hint=remedy(error),
        differences=differences,
    )


def _of_the_web(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:  # noqa: PLR2004 - a redirect is no error
        return error.get_response()
    words, hint = REFUSALS.get(error.code, (UNREADABLE, ""))
    code = CODES.get(error.code, "refused")
    response = make_response(answer(error.code, str(words), code, hint=str(hint)))
    response.headers.update((n, value) for n, value in error.get_headers() if n in TELLING)
    if error.code == TOO_MANY:
        response.headers["Retry-After"] = A_MINUTE
    return response


def _forged(_: CSRFError) -> ResponseReturnValue:
    hint = gettext("Go back, reload the page and send the form again; nothing was stored.")
    return answer(400, gettext("The form was open too long or did not come from here."), hint=hint)


def _of_the_store(error: SQLAlchemyError) -> ResponseReturnValue:
    _LOG.error("database: %s", type(error).__name__)
    hint = gettext("Nothing was stored. Try again in a moment.")
    return answer(503, gettext("The database does not answer now."), hint=hint)


def answer(
    status: int,
    message: str,
    code: str = "refused",
    *,
    where: dict[str, Any] | None = None,
    hint: str = "",
    differences: list[tuple[str, str, str]] | None = None,
) -> ResponseReturnValue:
    """The page, or the problem document (RFC 9457), that tells of an error."""
    title = TITLES.get(status, lazy_gettext("This could not be done"))
    if request.path.startswith("/api/") or request.path.endswith(".json"):
        return _problem(status, str(title), message, code, where or {}, hint)
    reference = secrets.token_hex(4) if status >= 500 else ""  # noqa: PLR2004 - our own fault
    if reference:
        _LOG.error("answered %s: reference %s", status, reference)
    page = render_template(
        "applicant/error.html" if "applicant" in g else "error.html",
        status=status,
        title=title,
        message=message,
        where=sought(where or {}),
        hint="" if status in HINTED else hint,
        differences=differences or [],
        reference=reference,
    )
    return page, status


def _problem(
    status: int, title: str, detail: str, code: str, where: dict[str, Any], hint: str
) -> ResponseReturnValue:
    body = {
        "type": f"urn:bureau:problem:{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "code": code,
        "where": {str(key): str(value) for key, value in where.items()},
        "hint": hint,
    }
    response = jsonify(body)
    response.content_type = "application/problem+json"
    return response, status
