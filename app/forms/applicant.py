"""Forms for an applicant: the code, a file, the signature; and for the officer, a new link."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, RadioField, StringField
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import REQUIRED, SHORT, day
from bureau.rules.vocabulary import Language


class CodeForm(FlaskForm):
    """The code that was handed over apart."""

    code = StringField(
        _l("Your code"),
        description=_l("Six digits. You received the code apart from the link."),
        validators=[REQUIRED, Length(max=20)],
    )


class SectionForm(FlaskForm):
    """The answers of one part; the questions are fields of the page itself."""


class FileForm(FlaskForm):
    """A file for a document that was asked."""

    file = FileField(
        _l("Choose a file"),
        description=_l("PDF, photo (JPEG or PNG), Word, Excel or OpenDocument. 20 MB at most."),
        validators=[FileRequired(_l("Choose a file first."))],
    )


class HandInForm(FlaskForm):
    """The signature under the form."""

    declared = BooleanField(_l("I declare that I have filled in everything fully and truthfully."))
    name = StringField(_l("Your name and function"), validators=[REQUIRED, SHORT])
    place = StringField(_l("Place"), validators=[REQUIRED, SHORT])
    by_proxy = RadioField(
        _l("Do you sign for somebody else, with a power of attorney?"),
        choices=lambda: parts.words(("yes", "no")),
        default="no",
    )
    incomplete = BooleanField(_l("I know that something is missing and hand in the form as it is."))


class LinkForm(FlaskForm):
    """A new private link."""

    language = parts.select(
        _l("Language of the applicant"), lambda: parts.words(Language), default=Language.NL.value
    )
    expires_on = day(
        _l("Last day of the link"), _l("Leave it empty for the day on which the form is due.")
    )
    with_code = BooleanField(
        _l("With a code of six digits"),
        description=_l(
            "Hand the code over in another way than the link: by telephone or at the counter."
        ),
        default=True,
    )
