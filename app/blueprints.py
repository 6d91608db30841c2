"""Every page of the house, in one list, and the interface for programs."""

from importlib import import_module

from flask import Flask

from app import api

PAGES = (
    "session",
    "health",
    "home",
    "cases",
    "meetings",
    "support",
    "users",
    "organisations",
    "grants",
    "mandates",
    "tokens",
    "calendars",
    "trail",
    "jobs",
    "dossiers",
    "plans",
    "help",
    "screening",
    "checklist",
    "ordinary",
    "investigation",
    "indicators",
    "figures",
    "thresholds",
    "condition_library",
    "assessment",
    "advice",
    "hearing",
    "decision",
    "letters",
    "letter_texts",
    "aftercare",
    "review",
    "rights",
    "corrections",
    "retention",
    "yearly",
    "parties",
    "portfolios",
    "related",
    "facts",
    "finances",
    "estates",
    "documents",
    "imports",
    "networks",
    "leads",
    "search",
    "applicant",
    "applicant_links",
)


def register(app: Flask) -> None:
    """Put every page and the interface on `app`."""
    for name in PAGES:
        app.register_blueprint(import_module(f"app.views.{name}").bp)
    app.register_blueprint(api.bp)
    app.extensions["csrf"].exempt(api.bp)  # it knows no cookies, so nothing can be forged with one
