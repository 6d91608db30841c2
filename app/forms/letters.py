"""Forms for letters: the wording for one case, how it went out, the texts of the house."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import LONG, REQUIRED, SHORT, day, version
from bureau.rules.letters import Channel

ASKED = ("destroyed_on", "destroyed_what")


def _channels() -> list[SelectChoice]:
    return parts.words(Channel, "channel_")


class LetterForm(FlaskForm):
    """The letter of one case: wording, what is still asked, where it goes and how."""

    subject = StringField(_l("Subject"), validators=[Length(max=300)])
    body = TextAreaField(
        _l("Text"),
        description=_l(
            "Change the words freely; what stands between braces is filled in from the file. A "
            "blank line begins a paragraph, # a heading, - a list."
        ),
        validators=[LONG],
    )
    destroyed_on = StringField(_l("Day of destruction"), validators=[SHORT])
    destroyed_what = TextAreaField(_l("What is destroyed"), validators=[SHORT])
    address = TextAreaField(_l("Address"), validators=[Length(max=500)])
    channel = parts.select(_l("How it is sent"), _channels, default=Channel.POST.value)
    sent_on = day(
        _l("Date of the letter"), _l("The day on which it is sent; today when left open.")
    )
    declared = BooleanField(
        _l("I read the restricted files that the program cannot read"),
        description=_l(
            "Asked where one is a scan, a picture or locked: nothing of it stands in the letter,"
            " and what goes along names nobody who is protected. It is recorded."
        ),
    )


class LetterTextForm(FlaskForm):
    """The text of a letter of the municipality."""

    version = version()
    subject = StringField(_l("Subject"), validators=[REQUIRED, Length(max=300)])
    body = TextAreaField(
        _l("Text"),
        description=_l("A blank line begins a paragraph, # a heading, - a list."),
        validators=[REQUIRED, LONG],
    )
    reason = StringField(
        _l("Why it changes"),
        description=_l("Kept with the new version."),
        validators=[Length(max=500)],
    )
