"""Forms for destruction under two pairs of eyes."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms.parts import REQUIRED, TicksField, reason, version


class PlanForm(FlaskForm):
    """Which of the files that are due go into a plan."""

    files = TicksField(_l("Files"), description=_l("Choose none for everything that is due."))


class SettleForm(FlaskForm):
    """What a second person says to a plan."""

    version = version()
    answer = RadioField(
        _l("Your answer"),
        choices=[
            SelectChoice("approve", _l("Approve: this may be destroyed")),
            SelectChoice("refuse", _l("Refuse")),
        ],
        validators=[REQUIRED],
    )
    reason = reason()
    own_password = PasswordField(_l("Your own password"), validators=[REQUIRED, Length(max=256)])


class ExecuteForm(FlaskForm):
    """Destruction cannot be undone, so the password is asked once more."""

    version = version()
    own_password = PasswordField(_l("Your own password"), validators=[REQUIRED, Length(max=256)])


class EndForm(FlaskForm):
    """How a partnership case ends, and why."""

    ending = RadioField(_l("How it ends"), validators=[REQUIRED])
    reason = reason()


class KeepForm(FlaskForm):
    """Why joint data are kept after their term."""

    ground = RadioField(_l("Ground (WGS 1.8(7))"), validators=[REQUIRED])
    reason = reason()


class ReasonForm(FlaskForm):
    """An act that needs nothing but its reason."""

    reason = reason()
