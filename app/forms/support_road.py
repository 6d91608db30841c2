"""Forms for the road of support: a sign, the parts, referrals, closing, holds, words."""

from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

from app.forms import parts
from app.words import word
from bureau.rules.helping import ReferralAnswer
from bureau.rules.support_parts import Part, PartField

REQUIRED = DataRequired()
SHORT = Length(max=200)


class SignForm(FlaskForm):
    """What was seen; no name is needed, of nobody."""

    text = TextAreaField(
        _l("What did you see or hear?"),
        description=_l("In your own words. A name is not needed; leave out what you only suspect."),
        validators=[REQUIRED, Length(max=4_000)],
    )


class TakeForm(FlaskForm):
    """Take up a sign."""

    version = parts.version()


class ReferralForm(FlaskForm):
    """Tell somebody something, within the consent."""

    aim = SelectField(_l("Purpose"), validate_choice=False, validators=[REQUIRED])
    recipient = StringField(_l("Recipient"), validators=[REQUIRED, SHORT])
    text = TextAreaField(
        _l("What is told"),
        description=_l("No more than the purpose needs; no names of suspects, no address."),
        validators=[REQUIRED, Length(max=4_000)],
    )


class AnswerForm(FlaskForm):
    """What the recipient of a referral answered."""

    answer = SelectField(
        _l("Answer"), choices=[SelectChoice(each, word(each)) for each in ReferralAnswer]
    )


class CloseForm(FlaskForm):
    """Close the file and delete what it holds."""

    version = parts.version()
    understood = BooleanField(
        _l("I understand that nobody can read this file any more, and the person knows it")
    )


class HoldForm(FlaskForm):
    """Tell a case that the victim check was done, and hold it."""

    reference = StringField(
        _l("Reference of the case"),
        description=_l("As on the letter of the partner; one agenda item as PAR-2026-ABC23/2."),
        validators=[REQUIRED, Length(max=40)],
    )
    until = DateField(_l("Hold until"), validators=[Optional()])


class WordsForm(FlaskForm):
    """An address that may be written nowhere."""

    address = StringField(
        _l("Address"),
        description=_l("Only a mark is kept from which the address cannot be read."),
        validators=[REQUIRED, Length(max=500)],
    )


def part_form(part: Part, language: str, told: dict[str, str] | None = None) -> FlaskForm:
    """A form with the questions of `part`; filled with what was recorded, when it is given."""
    fields = {field.code: _asked(field, language) for field in part.fields}
    made = type("PartForm", (FlaskForm,), fields)
    if told is None:
        return made()
    return made(formdata=None, data=told)


def _asked(field: PartField, language: str) -> Any:
    label = field.name.in_(language)
    needed = [REQUIRED] if field.needed else []
    if field.options:
        choices = [SelectChoice(option, _named(field, option)) for option in field.options]
        return RadioField(label, choices=choices, validate_choice=False, validators=[REQUIRED])
    if field.day:
        return StringField(label, render_kw={"type": "date"}, validators=needed)
    return TextAreaField(label, validators=[*needed, Length(max=2_000)])


def _named(field: PartField, option: str) -> LazyString:
    if (field.code, option) == ("exploitation", "criminal"):
        return _l("criminal exploitation")
    return word(option)
