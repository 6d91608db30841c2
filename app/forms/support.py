"""Forms for support files."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

from app.forms import parts
from app.words import word
from bureau.rules.helping import Dimension, EntryKind, Perception, Strength

REQUIRED = DataRequired()
WRITTEN = (EntryKind.INDICATOR, EntryKind.PLAN, EntryKind.RIGHT)
LONG = Length(max=20_000)
SHORT = Length(max=200)


def _choices(values: tuple[str, ...]) -> list[SelectChoice]:
    return [SelectChoice(value, word(value)) for value in values]


class OpenForm(FlaskForm):
    """Begin support; no identity is needed."""

    code_name = StringField(
        _l("Code name"),
        description=_l("A neutral name, never the person's own, never a place."),
        validators=[REQUIRED, Length(max=60)],
    )
    safe_contact = TextAreaField(
        _l("Safe contact"),
        description=_l(
            "How and when only. Who may answer and words never to use you record in the file."
        ),
        validators=[LONG],
    )
    needs = TextAreaField(_l("Needs and wishes, in the person's own words"), validators=[LONG])


class EditForm(FlaskForm):
    """Who it is, and what they need."""

    version = parts.version()
    real_name = StringField(
        _l("Name"),
        description=_l("Kept encrypted, shown in this file only, never in a dossier."),
        validators=[SHORT],
    )
    needs = TextAreaField(_l("Needs and wishes, in the person's own words"), validators=[LONG])


class StepForm(FlaskForm):
    """Take the support a step further."""

    version = parts.version()
    target = SelectField(_l("Next step"), validate_choice=False, validators=[REQUIRED])
    reason = TextAreaField(_l("Why, and how the person was involved"), validators=[REQUIRED, LONG])


class ReflectionForm(FlaskForm):
    """The days of the reflection period."""

    version = parts.version()
    reflection_from = parts.day(_l("Begun on"), needed=True)
    reflection_until = parts.day(
        _l("Ends on"),
        _l("The rows of the law say how long it lasts at most; in a Dublin case that is shorter."),
        needed=True,
    )
    dublin = BooleanField(_l("This is a Dublin case"))


class EntryForm(FlaskForm):
    """An indicator seen, a step of the plan, a right explained, a hold."""

    kind = SelectField(_l("Kind"), choices=_choices(WRITTEN))
    text = TextAreaField(_l("Text"), validators=[REQUIRED, LONG])
    on = DateField(_l("Date"), validators=[REQUIRED])
    dimension = SelectField(
        _l("Dimension (ILO)"),
        description=_l("For an indicator. Nothing is added up: one is enough to offer contact."),
        choices=[SelectChoice("", "-"), *_choices(tuple(Dimension))],
    )
    strength = SelectField(
        _l("Strength"), choices=[SelectChoice("", "-"), *_choices(tuple(Strength))]
    )
    perceived = SelectField(
        _l("How it was learnt"), choices=[SelectChoice("", "-"), *_choices(tuple(Perception))]
    )
    who = StringField(_l("Who does this"), validators=[SHORT])
    due_on = DateField(_l("Until"), validators=[Optional()])


class ConsentForm(FlaskForm):
    """What may be told, to whom and for what."""

    aim = SelectField(
        _l("What it is for"),
        validate_choice=False,
        default="coordination",
        validators=[REQUIRED],
    )
    purpose = StringField(_l("What exactly may be told"), validators=[REQUIRED, SHORT])
    recipient = StringField(_l("Recipient"), validators=[REQUIRED, SHORT])
    explained_how = StringField(_l("How it was explained"), validators=[REQUIRED, SHORT])
    language = StringField(_l("In which language"), validators=[REQUIRED, Length(max=60)])


class StandardForm(FlaskForm):
    """Data in the standard, to one recipient."""

    recipient = StringField(
        _l("Recipient"),
        description=_l(
            "Only whom the person agreed to for this; no name, place or day goes along."
        ),
        validators=[REQUIRED, SHORT],
        id="data-recipient",
    )


class ShareForm(FlaskForm):
    """Let another helper read the file."""

    login = StringField(_l("Login of the helper"), validators=[REQUIRED, Length(max=80)])
    organisation = StringField(
        _l("Organisation of the helper"),
        description=_l(
            "The name or the code of the body for victim support this person works for."
        ),
        validators=[REQUIRED, SHORT],
    )
