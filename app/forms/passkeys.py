"""Forms for passkeys: what the browser answers, and what is asked before one is made."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import DataRequired, Length

REQUIRED = DataRequired()
LONGEST_ANSWER = 20_000


class Asked:
    """Marks a field that the page asks and only the first of two requests is held to."""

    field_flags = {"required": True}

    def __call__(self, form: FlaskForm, field: PasswordField) -> None:
        """Nothing: whoever begins shows it, and whoever ends was asked already."""


class AnswerForm(FlaskForm):
    """What a browser answers with a passkey."""

    answer = HiddenField(validators=[REQUIRED, Length(max=LONGEST_ANSWER)])


class PasskeyForm(FlaskForm):
    """A name for a passkey; who one is, is shown before the browser makes it."""

    name = StringField(
        _l("Name"),
        id="passkey-name",
        description=_l("By which you know the device again, such as: telephone of work."),
        validators=[REQUIRED, Length(max=80)],
    )
    password = PasswordField(
        _l("Your password"),
        id="passkey-password",
        description=_l("Or a code of an app of yours that you did not use yet."),
        validators=[Asked(), Length(max=256)],
    )
    answer = HiddenField(id="passkey-answer", validators=[Length(max=LONGEST_ANSWER)])
