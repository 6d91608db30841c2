"""Forms for dates of admission."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, PasswordField, SelectField, StringField
from wtforms.validators import DataRequired, Length, Optional

from app.forms import parts

REQUIRED = DataRequired()


class RecordForm(FlaskForm):
    """What was shown for a person of a partner."""

    kind = SelectField(_l("What"), choices=[], validate_choice=False, validators=[REQUIRED])
    given_on = DateField(_l("Given on"), validators=[REQUIRED])
    until_on = DateField(
        _l("Holds until"),
        description=_l("Leave it out for the longest term; an earlier last day is possible."),
        validators=[Optional()],
    )
    source = StringField(
        _l("What was shown"),
        description=_l("For instance the number of the certificate, or the course and its day."),
        validators=[REQUIRED, Length(max=300)],
    )
    own_password = PasswordField(
        _l("Your own password"),
        description=_l("Asked once more, because this gives somebody access."),
        validators=[REQUIRED, Length(max=256)],
    )


class WithdrawForm(FlaskForm):
    """Why a date should not hold."""

    version = parts.version()
    reason = StringField(_l("Reason"), validators=[REQUIRED, Length(max=500)])
