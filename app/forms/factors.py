"""Forms for second factors; each asks once more who one is."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

REQUIRED = DataRequired()


def _proof() -> PasswordField:
    return PasswordField(
        _l("Your password"),
        description=_l("Or a code of an app of yours that you did not use yet."),
        validators=[REQUIRED, Length(max=256)],
    )


class AppForm(FlaskForm):
    """A name for an app that makes codes."""

    name = StringField(
        _l("Name"),
        description=_l("By which you know the device again, such as: telephone of work."),
        validators=[REQUIRED, Length(max=80)],
    )
    password = _proof()


class NameForm(FlaskForm):
    """Another name for a factor."""

    name = StringField(_l("Name"), validators=[REQUIRED, Length(max=80)])


class ConfirmForm(FlaskForm):
    """The first code of an app, which shows that it has the secret."""

    code = StringField(
        _l("Code"),
        description=_l("The six digits that your app shows now."),
        validators=[REQUIRED, Length(max=40)],
    )


class ProofForm(FlaskForm):
    """Who one is, once more."""

    password = _proof()


class ResetForm(FlaskForm):
    """Why the second factors of somebody are to be taken away."""

    reason = TextAreaField(
        _l("Reason"),
        description=_l("How you made sure that it is this person who asks. Kept in the trail."),
        validators=[REQUIRED, Length(max=500)],
    )
    own_password = PasswordField(
        _l("Your own password"),
        description=_l("Asked once more, because this gives somebody access."),
        validators=[REQUIRED, Length(max=256)],
    )
