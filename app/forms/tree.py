"""Forms of the tree over the trail: a witness, what it signed, the end of trust in it."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import StringField

from app.forms.parts import REQUIRED, reason


class VerifyForm(FlaskForm):
    """Nothing to fill in: the trail is verified."""


class TrustForm(FlaskForm):
    """The key of a witness in another house."""

    key = StringField(
        _l("Key of the witness"),
        description=_l("The one line that the other house reads out; compare it by another way."),
        validators=[REQUIRED],
    )


class SignedForm(FlaskForm):
    """A file that a witness signed."""

    file = FileField(
        _l("File that the witness signed"),
        description=_l("The checkpoint of this trail with the signature of the witness under it."),
        validators=[FileRequired()],
    )


class EndTrustForm(FlaskForm):
    """Why a witness is trusted no more."""

    reason = reason(_l("Why this witness is trusted no more"), _l("What it signed stays."))
