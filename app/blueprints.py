"""Every page of the house, in one list."""

from importlib import import_module

from flask import Flask

PAGES = (
    "session",
    "health",
    "home",
    "cases",
    "meetings",
    "support",
    "users",
    "trail",
    "jobs",
    "dossiers",
    "help",
)


def register(app: Flask) -> None:
    """Put every page on `app`."""
    for name in PAGES:
        app.register_blueprint(import_module(f"app.views.{name}").bp)
