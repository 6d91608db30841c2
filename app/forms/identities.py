"""Forms for links to a sign-in elsewhere; each asks once more who one is."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField, RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length

REQUIRED = DataRequired()
CONFIRM, REFUSE = "confirm", "refuse"


def _own_password(description: str) -> PasswordField:
    return PasswordField(
        _l("Your own password"), description=description, validators=[REQUIRED, Length(max=256)]
    )


class LinkForm(FlaskForm):
    """By which identifier somebody is known elsewhere."""

    subject = StringField(
        _l("Identifier there (sub)"),
        description=_l(
            "Exactly as its administrator gives it. Until the link ends, a mark of it and its"
            " last four characters are kept."
        ),
        validators=[REQUIRED, Length(max=255)],
    )
    shown = StringField(
        _l("What was shown"),
        description=_l("How you know that it belongs to this person; kept in the trail."),
        validators=[REQUIRED, Length(max=300)],
    )
    own_password = _own_password(_l("Asked once more, because this gives somebody access."))


class AnswerForm(FlaskForm):
    """What its owner says to a link that an administrator asked."""

    answer = RadioField(
        _l("Your answer"),
        choices=[
            SelectChoice(CONFIRM, _l("It is mine: a sign-in there opens my account")),
            SelectChoice(REFUSE, _l("It is not mine")),
        ],
        validators=[REQUIRED],
    )
    password = _own_password(_l("Asked once more, because this opens your account."))
