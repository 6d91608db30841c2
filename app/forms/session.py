"""Forms for coming in."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, EqualTo, Length, ValidationError


class SignInForm(FlaskForm):
    """Login and password."""

    login = StringField(_l("Login"), validators=[DataRequired(), Length(max=80)])
    password = PasswordField(_l("Password"), validators=[DataRequired(), Length(max=256)])


class CodeForm(FlaskForm):
    """The second step: a code of the app, or one on paper."""

    code = StringField(
        _l("Code"),
        description=_l("The six digits that your app shows now, or a code on paper."),
        validators=[DataRequired(), Length(max=40)],
    )


class PasswordForm(FlaskForm):
    """Another password for oneself; the present one is asked first."""

    password = PasswordField(
        _l("Your present password"), validators=[DataRequired(), Length(max=256)]
    )
    new = PasswordField(
        _l("New password"),
        description=_l("At least 15 characters: a sentence of a few words."),
        validators=[DataRequired(), Length(min=15, max=256)],
    )
    again = PasswordField(
        _l("New password, once more"),
        validators=[DataRequired(), EqualTo("new", _l("This differs from the new password."))],
    )

    def validate_new(self, field: PasswordField) -> None:
        """Whoever changes a password takes another one."""
        if field.data == self.password.data:
            raise ValidationError(_l("This is your present password. Choose another."))
