"""The forms of records of money and things, made from the table of records."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length

from app.forms import parts
from app.forms.parts import (
    LEFT_OPEN,
    LONG,
    NOTHING,
    REQUIRED,
    SHORT,
    LearntForm,
    TicksField,
    day,
    reason,
    tongue,
    version,
)
from bureau.rules.handling import USUAL, handling_codes
from bureau.rules.record_values import FieldType
from bureau.rules.records import Asked, RecordField, RecordRow

# Before the name of a role and of a field, so that they never meet those of every form.
WHO, SAID = "who_", "said_"


def handlings() -> list[SelectChoice]:
    """The handling codes in words."""
    return parts.named(handling_codes())


class ChangedFacts(FlaskForm):
    """What of the origin of a record may be corrected; its source stays."""

    version = version()
    credibility = parts.select(
        _l("Credibility of this fact"),
        parts.credibilities,
        description=_l("The second axis of the grade; the first belongs to the source."),
    )
    valid_from = StringField(
        _l("Holds from"),
        description=_l("As much as is known: 2024, 2024-05 or 2024-05-07."),
        validators=[Length(max=10)],
    )
    valid_to = StringField(_l("Holds until"), validators=[Length(max=10)])


class WithdrawForm(FlaskForm):
    """A record counts for nothing any more."""

    version = version()
    reason = reason(_l("Why it no longer counts"), _l("It stays in the file with this reason."))


class EndForm(FlaskForm):
    """What a record says held until a day."""

    version = version()
    last_day = day(_l("Last day it held"), needed=True)
    reason = reason(_l("Reason"), _l("For instance: the room was closed, and the source."))


def adding(row: RecordRow) -> type[LearntForm]:
    """The form that records a fact of this kind, with its source."""
    return type("AddRecord", (LearntForm,), _asked(row))


def changing(row: RecordRow) -> type[ChangedFacts]:
    """The form that corrects a record of this kind."""
    return type("ChangeRecord", (ChangedFacts,), _asked(row))


def _asked(row: RecordRow) -> dict[str, Any]:
    """Every field that the table asks of a kind, in its order."""
    asked: dict[str, Any] = {}
    for role in row.roles:
        needed = [REQUIRED] if role.required else [LEFT_OPEN]
        asked[WHO + role.name] = SelectField(_upper(role.text.in_(tongue())), validators=needed)
    if row.on is not Asked.NO:
        label = _l("First day") if row.until is not Asked.NO else _l("Date")
        asked["on"] = day(label, needed=row.on is Asked.NEEDED)
    if row.timed:
        asked["time"] = StringField(
            _l("Time of day"), description=_l("As 14:30."), validators=[Length(max=8)]
        )
    if row.until is not Asked.NO:
        asked["until"] = day(_l("Last day"))
    if row.amount is not Asked.NO:
        asked |= _amount(row)
    asked |= {SAID + field.name: _field(field) for field in row.fields}
    asked["handling"] = parts.select(
        _l("Handling code"),
        handlings,
        description=_l("How far this fact may go, as whoever gave it agreed."),
        default=USUAL,
    )
    return asked


def _amount(row: RecordRow) -> dict[str, Field]:
    label = _upper(row.amount_text.in_(tongue())) or _l("Amount")
    needed = [REQUIRED] if row.amount is Asked.NEEDED else [LEFT_OPEN]
    return {
        "amount": StringField(
            label,
            description=_l("Digits with a point: 610000.00."),
            validators=[*needed, Length(max=20)],
        ),
        "currency": StringField(
            _l("Currency"), default="EUR", validators=[REQUIRED, Length(min=3, max=3)]
        ),
    }


def _field(field: RecordField) -> Field:
    said: dict[str, Any] = {
        "label": _upper(field.text.in_(tongue())),
        "description": field.help.in_(tongue()),
    }
    needed: list[Any] = [InputRequired()] if field.required else [LEFT_OPEN]
    words = [SelectChoice(each.code, each.text.in_(tongue())) for each in field.choices]
    match field.type:
        case FieldType.YES_NO:
            either = [SelectChoice("true", _l("yes")), SelectChoice("false", _l("no"))]
            return SelectField(choices=[NOTHING, *either], validators=needed, **said)
        case FieldType.CHOICE:
            return SelectField(choices=[NOTHING, *words], validators=needed, **said)
        case FieldType.CHOICES:
            return TicksField(choices=words, validators=needed, **said)
        case FieldType.WORDS:
            return TextAreaField(validators=[*needed, LONG], **said)
    return StringField(validators=[*needed, SHORT], **said)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
