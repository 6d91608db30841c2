"""Forms for the roles of the victim track."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, PasswordField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from app.forms import parts
from app.forms.users import RolesField

REQUIRED = DataRequired()


def _own_password() -> PasswordField:
    return PasswordField(
        _l("Your own password"),
        description=_l("Asked once more, because this gives somebody access."),
        validators=[REQUIRED, Length(max=256)],
    )


def _reason() -> TextAreaField:
    return TextAreaField(
        _l("Reason"), description=_l("Kept in the trail."), validators=[REQUIRED, Length(max=500)]
    )


class AddForm(FlaskForm):
    """A new account of the victim track."""

    login = StringField(_l("Login"), validators=[REQUIRED, Length(max=80)])
    name = StringField(_l("Name"), validators=[REQUIRED, Length(max=200)])
    organisation = SelectField(_l("Organisation"), choices=[], validate_choice=False)
    roles = RolesField(_l("Roles"), choices=[], validate_choice=False, validators=[REQUIRED])
    screened_until = DateField(
        _l("Screening valid until"),
        description=_l(
            "After this day the account lets nobody in, until the screening is renewed."
        ),
        validators=[Optional()],
    )
    own_password = _own_password()


class GiveForm(FlaskForm):
    """A role for an account that is there already."""

    login = StringField(_l("Login"), validators=[REQUIRED, Length(max=80)])
    role = SelectField(_l("Role"), choices=[], validate_choice=False, validators=[REQUIRED])
    reason = _reason()
    own_password = _own_password()


class WithdrawForm(FlaskForm):
    """For which cause somebody loses a role."""

    version = parts.version()
    role = SelectField(_l("Role"), choices=[], validate_choice=False, validators=[REQUIRED])
    reason = _reason()
    own_password = _own_password()


class OpenForm(FlaskForm):
    """An account that lets in again, until when."""

    version = parts.version()
    screened_until = DateField(_l("Screening valid until"), validators=[Optional()])
    opening_reason = _reason()
    opening_password = _own_password()
