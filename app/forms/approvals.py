"""Forms of the second person."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms.parts import REQUIRED, reason, version
from app.words import word
from bureau.turning import ROTATING


class AgreeForm(FlaskForm):
    """Agree to exactly what is shown."""

    version = version()
    digest = HiddenField(validators=[REQUIRED, Length(max=64)])
    own_password = PasswordField(
        _l("Your own password"),
        description=_l("A grave act asks for it once more."),
        validators=[REQUIRED, Length(max=256)],
    )


class RefuseForm(FlaskForm):
    """Say no, with the reason."""

    version = version()
    reason = reason()


class OwnForm(FlaskForm):
    """Withdraw what one asked, or ask it again."""

    version = version()


class RotationForm(FlaskForm):
    """Which key of the house is rotated, and why."""

    key = SelectField(
        _l("Key"),
        choices=[SelectChoice(name, word(f"key_{name}")) for name in ROTATING],
        validators=[REQUIRED],
    )
    reason = reason()


class ReviewForm(FlaskForm):
    """What the auditor found of an agreement that the lot fell on."""

    version = version()
    reason = reason()
