"""The form that opens the next phase of a partnership case."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField

from app.forms import parts
from app.forms.parts import REQUIRED, TicksField


class PhaseForm(FlaskForm):
    """Why the next phase is necessary, and who says so."""

    phase = HiddenField(validators=[REQUIRED])
    necessity = parts.reason(
        _l("Why it is necessary"),
        _l("Which data of the next phase are needed, and why less does not do (WGS 2.23(6))."),
    )
    named = TicksField(
        _l("Participants who find it necessary"),
        description=_l(
            "At least two, of those that take part; under its own regime the municipality alone."
        ),
    )
