"""Forms for the ordinary grounds: one line for each ground, stored together."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Form, HiddenField, RadioField, SelectField, TextAreaField

from app.forms import parts
from app.forms.parts import LEFT_OPEN, LONG, REQUIRED
from bureau.rules.ordinary_grounds import GroundStanding


class GroundsForm(FlaskForm):
    """The frame of the list: it carries the token, and what is refused."""


class GroundForm(Form):
    """How one ground stands."""

    standing = RadioField(
        _l("How it stands"),
        choices=lambda: parts.words(GroundStanding, "ground_"),
        default=GroundStanding.UNCHECKED.value,
        validators=[REQUIRED],
    )
    source = SelectField(_l("Source"), default="", validators=[LEFT_OPEN])
    remark = TextAreaField(_l("Remark"), validators=[LONG])
    version = HiddenField()
