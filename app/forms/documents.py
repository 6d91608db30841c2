"""Forms for documents and sources."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import LONG, REQUIRED, SHORT, day, reason
from app.words import word
from bureau.rules.categories import data_categories
from bureau.rules.questionnaire import documents

SOURCE_KINDS = ("register", "document", "statement", "observation", "analysis", "open_source")


def _kinds() -> list[SelectChoice]:
    return [*parts.named(documents()), SelectChoice("OTHER", word("document_other"))]


def _categories() -> list[SelectChoice]:
    return [parts.NOTHING, *parts.named(data_categories())]


def whose() -> SelectField:
    """Whose data come in; which organisations there are, the page says."""
    return SelectField(
        _l("Whose it is"),
        description=_l("What comes from another organisation needs its category of data."),
        choices=[SelectChoice("", "-")],
        validate_choice=False,
        default="",
    )


def category() -> Any:
    """As which category of data it comes in."""
    return parts.select(
        _l("Category of data"),
        _categories,
        needed=False,
        description=_l("In a partnership case: it must be open in the phase (WGS 2.22)."),
    )


class DocumentForm(FlaskForm):
    """Add a file to the case."""

    file = FileField(
        _l("File"),
        description=_l("PDF, image, text, CSV, XML, JSON, office document or zip; 64 MB at most."),
        validators=[FileRequired(_l("Choose a file."))],
    )
    title = StringField(_l("Title"), validators=[REQUIRED, SHORT])
    kind = parts.select(_l("Kind"), _kinds)
    owner = whose()
    category = category()
    restricted = BooleanField(
        _l("Restricted: only named readers may see it"),
        description=_l("For an advice of the Bureau (Wet Bibob 28). You can name readers later."),
    )


class ReaderForm(FlaskForm):
    """Name one more reader."""

    reader = SelectField(_l("Member of the case"), validators=[REQUIRED])
    reason = reason(_l("Why this person must read it"))


class SourceForm(FlaskForm):
    """Where something was learnt."""

    title = StringField(_l("Title"), validators=[REQUIRED, Length(max=300)])
    kind = SelectField(_l("Kind"), choices=parts.words(SOURCE_KINDS), validators=[REQUIRED])
    origin = StringField(
        _l("From whom"),
        description=_l("The register, body or person it came from."),
        validators=[REQUIRED, SHORT],
    )
    obtained_on = day(_l("Obtained on"), needed=True)
    obtained_how = TextAreaField(_l("How it was obtained"), validators=[REQUIRED, LONG])
    basis = TextAreaField(
        _l("Legal basis"),
        description=_l("The power or the consent on which it was obtained."),
        validators=[REQUIRED, LONG],
    )
    reliability = parts.select(_l("Reliability of the source"), parts.reliabilities, default="F")
    owner = whose()
    category = category()
    document = SelectField(_l("Document in this case"), default="")
