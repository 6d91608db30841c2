"""What every page template may use: who looks, in which language, and where things are."""

from collections.abc import Callable
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask, current_app, g, request, session, url_for
from flask_babel import (
    format_datetime,
    format_decimal,
    get_translations,
)
from flask_login import current_user

from app import purpose_words, unit_words, words
from app.clock import now
from app.days import day
from app.guard import LEFT, guard_of
from app.login import API, SignedIn
from app.money import amount
from bureau import policy
from bureau.entry import Visitor
from bureau.rules.roles import name_of
from bureau.rules.vocabulary import CaseKind, Language, Role
from reports.visible import visible

LANGUAGES = ((Language.NL, "Nederlands"), (Language.EN, "English"))
RELEASE = "0.1.0"
EXACT = "#,##0.##########"  # a number that somebody gave, with every figure of it
KEY_LENGTH = 10
# Who helps presumed victims and nothing else takes part in no case: these pages stay empty.
HELPERS = frozenset({Role.CARE, Role.CARE_LEAD})
OF_CASES = ("cases.list_cases", "meetings.list_meetings", "sharing.show")


def language() -> str:
    """The reader's language: chosen here, else that of the link or account, else of the browser.

    A program may ask for another language than that of the account.
    """
    asked = request.accept_languages.best_match([str(code) for code in Language])
    if asked and request.path.startswith(API):
        return asked
    chosen = session.get("language")
    if chosen in set(Language):
        return str(chosen)
    if "language" in g:
        return str(g.language)
    if current_user and current_user.is_authenticated:
        return str(current_user.visitor.language)
    return asked or Language.NL


def _party_role(code: str, kind: CaseKind) -> str:
    """What a part in a case of this kind is called, in the words of the reader."""
    return name_of(code, kind).in_(language())


def register(app: Flask) -> None:
    """Give the templates of `app` their context and filters."""
    app.context_processor(_context)
    app.jinja_env.filters.update(
        party_role=_party_role,
        dateformat=day,
        datetimeformat=lambda value, form="d MMM yyyy, HH:mm": format_datetime(value, form),
        amount=amount,
        decimal=format_decimal,
        exact=partial(format_decimal, format=EXACT),
        word=words.word,
        purpose=purpose_words.purpose,
        metric=unit_words.metric,
        in_unit=unit_words.in_unit,
        label=words.label,
        authority=words.authority,
    )
    app.jinja_env.finalize = visible
    app.jinja_env.add_extension("jinja2.ext.i18n")
    env: Any = app.jinja_env
    env.install_gettext_callables(
        gettext,
        lambda one, many, number: _texts().ungettext(one, many, number),
        newstyle=True,
    )


def _texts() -> Any:
    """The texts in the language of this page, kept at hand: a page asks for hundreds."""
    if "texts" not in g:
        g.texts = get_translations()
    return g.texts


def gettext(text: str) -> str:
    """The text in the language of this page."""
    return str(_texts().ugettext(text))


def asset(name: str) -> str:
    """The address of a third-party file, with its digest so that it can be cached."""
    key = current_app.extensions["vendor"].get(name, "0")
    return f"{_static()}vendor/{name}?v={key}"


def static_url(name: str) -> str:
    """The address of one of our own files, with its digest so that it can be cached."""
    key = _key(Path(current_app.static_folder or "") / name)
    return f"{_static()}{name}?v={key}"


def _static() -> str:
    """Where the files are, asked once a page."""
    if "static" not in g:
        g.static = url_for("static", filename="")
    return str(g.static)


@cache
def _key(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:KEY_LENGTH] if path.is_file() else "0"


def _context() -> dict[str, object]:
    found = current_user and current_user._get_current_object()  # noqa: SLF001 (werkzeug's own way)
    me = found if found and found.is_authenticated else None
    may = partial(_may, me)
    return {
        "viewer": _viewer(me.visitor) if me else None,
        "nonce": g.get("nonce", ""),
        "asset": asset,
        "static_url": static_url,
        "language": language(),
        "languages": [(str(code), name) for code, name in LANGUAGES],
        "language_url": url_for("session.choose_language"),
        "nav": _nav(may) if me else [],
        "home_url": url_for("home.show") if me else url_for("session.sign_in"),
        "sign_url": url_for("signs.give_sign") if me and may("signs.give_sign") else None,
        "search_url": url_for("search.find") if me and may("search.find") else None,
        "account_url": url_for("session.account") if me else None,
        "sign_out_url": url_for("session.sign_out") if me else None,
        "release": RELEASE,
        "elsewhere": bool(current_app.extensions["settings"].oidc_issuer),
        "passkeys": bool(current_app.extensions["settings"].origin),
        "today": now().date(),
        "seen_at": now(),
        "may": may,
    }


def _viewer(visitor: Visitor) -> dict[str, object]:
    return {
        "name": visitor.actor.name,
        "organisation": visitor.organisation,
        "roles": sorted(str(words.word(role)) for role in visitor.actor.roles),
        "login": visitor.login,
    }


def _may(me: SignedIn | None, endpoint: str) -> bool:
    """Whether the viewer could ever use the page with this endpoint: to offer it or not."""
    if me and me.visitor.lacking and endpoint not in LEFT:
        return False
    if me and endpoint in OF_CASES and me.actor.roles and HELPERS.issuperset(me.actor.roles):
        return False
    needed = guard_of(current_app, endpoint)
    return needed is None or bool(me and policy.ever(me.actor, needed.permission))


def _nav(may: Callable[[str], bool]) -> list[tuple[str, str, bool, None]]:
    rows = (
        (gettext("My work"), "home.show"),
        (gettext("Cases"), "cases.list_cases"),
        (gettext("Figures of the year"), "yearly.show_figures"),
        (gettext("Retention"), "retention.list_retention"),
        (gettext("Signals"), "signals.list_signals"),
        (gettext("Meetings"), "meetings.list_meetings"),
        (gettext("Sharing"), "sharing.show"),
        (gettext("Received dossiers"), "received.list_received"),
        (gettext("Areas"), "areas.list_areas"),
        (gettext("Barrier boards"), "boards.list_boards"),
        (gettext("Evaluation"), "evaluation.show"),
        (gettext("Support files"), "support.list_files"),
        (gettext("Roles of support"), "track_roles.list_helpers"),
        (gettext("Texts of letters"), "letter_texts.list_texts"),
        (gettext("Conditions (voorschriften)"), "condition_library.list_library"),
        (gettext("Thresholds"), "thresholds.list_thresholds"),
        (gettext("Patterns"), "pattern_catalogue.show"),
        (gettext("Trail"), "trail.show"),
        (gettext("Trace a copy"), "copies.trace"),
        (gettext("People"), "users.list_users"),
        (gettext("Help"), "help.show"),
    )
    here = (request.endpoint or "").split(".")[0]
    return [
        (label, url_for(endpoint), endpoint.split(".")[0] == here, None)
        for label, endpoint in rows
        if endpoint in current_app.view_functions and may(endpoint)
    ]
