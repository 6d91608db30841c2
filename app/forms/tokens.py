"""A form for a new token."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, PasswordField, StringField
from wtforms.validators import DataRequired, Length, NumberRange

REQUIRED = DataRequired()
USUAL_DAYS, LONGEST_DAYS = 30, 90


class IssueForm(FlaskForm):
    """What the token is for and how long it lasts; the password is asked once more."""

    purpose = StringField(
        _l("Purpose"),
        description=_l(
            "Which program reads or writes what, and what for. It is kept with each use."
        ),
        validators=[REQUIRED, Length(min=10, max=200)],
    )
    days = IntegerField(
        _l("Valid for (days)"),
        description=_l("At most 90 days."),
        default=USUAL_DAYS,
        validators=[REQUIRED, NumberRange(1, LONGEST_DAYS)],
    )
    password = PasswordField(_l("Your password"), validators=[REQUIRED, Length(max=256)])
