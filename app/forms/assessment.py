"""Forms for the assessment: findings, danger per ground, signature, proportionality."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired

from app.forms import parts
from app.forms.parts import LONG, REQUIRED, TicksField, version
from app.words import word
from bureau.rules.vocabulary import Danger, FindingGround, Perceived


def _grounds() -> list[SelectChoice]:
    return [SelectChoice(each, word(f"ground_{each}")) for each in FindingGround]


class FindingForm(FlaskForm):
    """One sentence under one ground, carried by sources."""

    version = HiddenField()
    ground = parts.select(_l("Ground"), _grounds)
    text = TextAreaField(
        _l("Finding"), description=_l("One fact, in one sentence."), validators=[REQUIRED, LONG]
    )
    contrary = TextAreaField(
        _l("What speaks against it"),
        description=_l("Also what speaks for the person concerned belongs in the file."),
        validators=[LONG],
    )
    perceived = SelectField(
        _l("How it was perceived"), choices=parts.words(Perceived), validators=[REQUIRED]
    )
    sources = TicksField(
        _l("Sources that carry it"),
        validators=[DataRequired(_l("Choose at least one source: without one it is no finding."))],
    )


class DangerForm(FlaskForm):
    """The degree of danger on one ground."""

    version = HiddenField()
    danger = SelectField(
        _l("Degree of danger"),
        choices=parts.words((Danger.UNKNOWN, Danger.NONE, Danger.LESSER, Danger.SERIOUS)),
    )
    present = BooleanField(_l("The facts of this ground are present"))
    reasoning = TextAreaField(
        _l("Reasoning"),
        description=_l("From the findings to the degree: severity, number, time, position."),
        validators=[REQUIRED, LONG],
    )


class SignForm(FlaskForm):
    """The second reader agrees."""

    version = version()


class WeighForm(FlaskForm):
    """The proportionality memo."""

    version = HiddenField()
    interests = TextAreaField(_l("Interests on both sides"), validators=[REQUIRED, LONG])
    lapse_of_time = TextAreaField(_l("Time passed since the facts"), validators=[REQUIRED, LONG])
    lesser_means = TextAreaField(_l("Lesser means considered"), validators=[REQUIRED, LONG])
    conclusion = TextAreaField(_l("Conclusion"), validators=[REQUIRED, LONG])
    proportionate = parts.YesNoField(_l("Refusal or withdrawal would be proportionate"))
    conditions_identifiable = parts.YesNoField(
        _l("Conditions can be named that would take the danger away")
    )
