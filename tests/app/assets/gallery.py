"""Every part of the face on a few pages with fictional content, for eyes and for the tests."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

from flask import Flask, abort, flash, g, render_template, request
from flask_babel import Babel
from flask_wtf import CSRFProtect, FlaskForm
from flask_wtf.file import FileField, MultipleFileField
from jinja2 import ChoiceLoader, FileSystemLoader
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    widgets,
)
from wtforms.validators import InputRequired

from tests.app.assets import content

ROOT = Path(__file__).parents[3]
FACE = ROOT / "app"
PAGES = ("parts", "case", "worklist", "form", "network", "support", "changed", "missing", "door")
CYTOSCAPE_STYLE = "'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='"


class Intake(FlaskForm):
    """A form with every kind of field there is."""

    title = StringField(
        "Title of the case", [InputRequired("Write a title.")], description="As on the form."
    )
    scope = SelectField(
        "Kind of decision",
        choices=[
            SelectChoice("SC02", "Alcohol licence (Alcoholwet)"),
            SelectChoice("SC09", "Property transaction (vastgoedtransactie)"),
        ],
    )
    received = DateField(
        "Received on", [InputRequired("Write the date.")], description="The term starts here."
    )
    reason = TextAreaField("Why this case is opened", [InputRequired("Give the reason.")])
    stage = RadioField(
        "Stage",
        [InputRequired("Choose one.")],
        choices=[SelectChoice("application", "Application"), SelectChoice("existing", "Existing")],
    )
    documents = SelectMultipleField(
        "Documents received",
        choices=[SelectChoice("form", "Bibob form"), SelectChoice("accounts", "Annual accounts")],
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
        validate_choice=False,
    )
    informed = BooleanField(
        "The applicant was told that data will be checked", description="Wet Bibob art. 28"
    )
    attachment = FileField("Signed form", description="PDF, at most 20 MB.")
    others = MultipleFileField("Other documents")
    version = HiddenField(default="7")


SEEN_AT = datetime(2026, 9, 22, 12, 5, tzinfo=UTC)


def _viewer():
    person = {"name": "Anne de Vries", "organisation": "Municipality of Oefenstad"}
    return SimpleNamespace(**person, roles=["Officer", "Second reader"])


def _context():
    names = ("My work", "Cases", "Network", "Meetings", "Dossiers", "Trail")
    nav = [(n, f"#{n}", n == "Cases", 3 if n == "My work" else None) for n in names]
    manifest = json.loads((FACE / "static/vendor/manifest.json").read_text("utf-8"))["files"]
    inside = request.path != "/door"
    return {
        "viewer": _viewer() if inside else None, "nonce": "n0nce", "nav": nav,
        "asset": lambda name: f"/static/vendor/{name}?v={manifest[name]['key']}",
        "static_url": lambda name: f"/static/{name}", "language": g.language,
        "languages": [("nl", "Nederlands"), ("en", "English")], "language_url": "/language",
        "sign_url": "/sign",
        "home_url": "/", "search_url": "/search", "account_url": "#", "sign_out_url": "/sign-out",
        "release": "0.1.0", "seen_at": SEEN_AT,
    }  # fmt: skip


def _content():
    return {name.lower(): value for name, value in vars(content).items() if name.isupper()}


def _show(name):
    g.language = request.args.get("lang", "en")
    if name == "form" and request.args.get("wrong"):
        form = Intake(meta={"csrf": False})
        form.process()
        form.validate()
    else:
        form = Intake(title=content.TITLE, received=date(2026, 9, 22), stage="application")
    if name == "parts":
        flash("The case is stored.", "success")
    return render_template(f"{name}.html", form=form, **_content())


def create_gallery():
    """The gallery as an application, under the same strict content policy as the product."""
    gallery = Flask(__name__, static_folder=str(FACE / "static"), static_url_path="/static")
    gallery.config.update(SECRET_KEY="gallery-only", TESTING=True)
    loaders = [
        FileSystemLoader(FACE / "templates"),
        FileSystemLoader(Path(__file__).parent / "pages"),
    ]
    gallery.jinja_loader = ChoiceLoader(loaders)
    Babel(gallery, locale_selector=lambda: g.get("language", "en"))
    CSRFProtect(gallery)
    gallery.context_processor(_context)
    gallery.add_url_rule(
        "/<name>", "page", lambda name: _show(name) if name in PAGES else abort(404)
    )
    gallery.add_url_rule("/graph.json", "graph", content.network)
    gallery.add_url_rule(
        "/evidence/<tie>", "evidence", lambda tie: f"<h2>Evidence</h2><p>Rests on {tie}.</p>"
    )
    gallery.after_request(_strictly)
    return gallery


def _strictly(response):
    policy = (
        "default-src 'none'; script-src 'self' 'nonce-n0nce'; connect-src 'self'; img-src 'self';"
        f" style-src 'self' {CYTOSCAPE_STYLE}; font-src 'self'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    )
    response.headers["Content-Security-Policy"] = policy
    return response
