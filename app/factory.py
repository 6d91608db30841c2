"""Putting the web together: cookies, sign-in, languages, pages, and a guard on every route."""

import json
from pathlib import Path

from flask import Flask
from flask_babel import Babel
from flask_wtf import CSRFProtect
from sqlalchemy.orm import sessionmaker

from app import blueprints, context, errors, guard, limits, login, security
from bureau import keys
from bureau.rules import assurance_levels, tables
from bureau.store import open_store
from bureau.trust import breached, head
from config import Config

csrf = CSRFProtect()


def build(settings: Config) -> Flask:
    """An application for `settings`.

    Raises OutOfOrder while any route stands unguarded, or the trail misses what was seen of it, and
    Invalid where the house asks a level of a sign-in elsewhere that no row knows.
    """
    tables.use(settings.jurisdiction)
    assurance_levels.insist_known(settings.oidc_acr)
    breached.use(settings.password_list)
    settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    ring = keys.KeyRing.load(settings.home / "keys")
    keys.hold(ring)
    app = Flask("app")
    app.secret_key = ring.web
    app.extensions["settings"] = settings
    app.extensions["sessions"] = sessionmaker(open_store(settings.database_url))
    head.insist(app.extensions["sessions"], settings.home / "trail")
    app.extensions["vendor"] = _vendor(app)
    security.protect(app, settings)
    csrf.init_app(app)
    login.manager.init_app(app)
    Babel(app, locale_selector=context.language, timezone_selector=lambda: "Europe/Amsterdam")
    context.register(app)
    errors.register(app)
    blueprints.register(app)
    limits.protect(app)
    guard.insist(app)
    return app


def _vendor(app: Flask) -> dict[str, str]:
    """The short digest of each third-party file that set-up fetched, by name."""
    manifest = Path(app.static_folder or "") / "vendor" / "manifest.json"
    if not manifest.exists():
        return {}
    listed = json.loads(manifest.read_text())["files"]
    return {name: entry["key"] for name, entry in listed.items()}
