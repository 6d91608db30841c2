"""Forms for dossiers."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length

from app.words import word
from bureau.rules.vocabulary import Language, Track

REQUIRED = DataRequired()
LANGUAGES = [
    SelectChoice(Language.NL.value, "Nederlands"),
    SelectChoice(Language.EN.value, "English"),
]


class PlanForm(FlaskForm):
    """Prepare a personal plan."""

    recipient = StringField(
        _l("Recipient"),
        description=_l("Exactly as the person agreed: name, office."),
        validators=[REQUIRED, Length(max=200)],
    )
    basis = StringField(_l("Legal basis for giving it"), validators=[REQUIRED, Length(max=200)])
    language = SelectField(_l("Language of the dossier"), choices=LANGUAGES, validators=[REQUIRED])


class PrepareForm(PlanForm):
    """Prepare a dossier of a case."""

    recipient = StringField(
        _l("Recipient"),
        description=_l("Name of the person, a comma, the office."),
        validators=[REQUIRED, Length(max=200)],
    )
    track = SelectField(
        _l("Track"),
        choices=[SelectChoice(t.value, word(t)) for t in (Track.CRIMINAL, Track.ADMINISTRATIVE)],
        validators=[REQUIRED],
    )


class ApproveForm(FlaskForm):
    """Approve exactly this content."""

    digest = HiddenField(validators=[REQUIRED])
    password = PasswordField(
        _l("Your password"),
        description=_l("A grave act asks for it once more."),
        validators=[REQUIRED],
    )


class IssueForm(FlaskForm):
    """Let the dossier go out."""

    password = PasswordField(
        _l("Your password"),
        description=_l("A grave act asks for it once more."),
        validators=[REQUIRED],
    )


class RefuseForm(FlaskForm):
    """Send a dossier back."""

    reason = TextAreaField(_l("Reason"), validators=[REQUIRED, Length(max=2000)])
