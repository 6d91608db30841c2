"""Forms for the financing, the figures and the thresholds."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import LONG, REQUIRED, SHORT, LearntForm, day, reason, version
from bureau.rules import money
from bureau.rules.figures import NO, YES, FigureKind, Unit, option_words
from bureau.rules.financing import LineStanding

AMOUNT = _l("For example 12500 or 12.500,00. Or a part of the total on the form: 12.5%.")


class _EntryFields:
    """What is written of a line of the financing."""

    kind = SelectField(_l("What it is"), validators=[REQUIRED])
    label = StringField(
        _l("In a few words"),
        description=_l("As it stands in the table: gift of an aunt, new kitchen."),
        validators=[REQUIRED, SHORT],
    )
    amount = parts.MoneyField(
        _l("Amount"), part=True, description=AMOUNT, validators=[REQUIRED, Length(max=20)]
    )
    currency = StringField(
        _l("Currency"), default="EUR", validators=[REQUIRED, Length(min=3, max=3)]
    )
    party = SelectField(_l("From or to whom"), default="")
    document = SelectField(_l("Document that bears it out"), default="")
    payment = SelectField(_l("Payment that bears it out"), default="")
    status = SelectField(
        _l("How it stands"),
        choices=parts.words(LineStanding, "line_"),
        description=_l("Evidenced or verified needs a document or a payment."),
    )
    remark = TextAreaField(
        _l("Remark"),
        description=_l("For a line that is contradicted: which source says what."),
        validators=[LONG],
    )


class EntryForm(_EntryFields, LearntForm):
    """A new line of the financing."""


class ChangeEntryForm(_EntryFields, FlaskForm):
    """A line of the financing, corrected."""

    version = version()


class WithdrawForm(FlaskForm):
    """Something no longer counts."""

    version = version()
    reason = reason(_l("Why it no longer counts"), _l("It stays in the file with this reason."))


class FigureForm(LearntForm):
    """A figure; `shape` gives the value the field that its unit asks for."""

    value = StringField(_l("Value"), validators=[Length(max=500)])
    choice = SelectField(_l("Answer"), default="", choices=[])
    subject = SelectField(_l("About whom or what"), default="", choices=[])
    none_found = BooleanField(_l("I looked, and there is none"))

    unit: Unit = Unit.TEXT

    def shape(self, kind: FigureKind) -> None:
        """Leave only the fields that this kind of figure needs."""
        self.unit = kind.unit
        options = _options(kind)
        if options:
            self.choice.choices = options
            del self.value
        else:
            self.value.description = _HINTS[kind.unit]
            del self.choice
        if not kind.subject:
            del self.subject
        if not kind.many:
            del self.none_found

    def written(self) -> str:
        """The value as it was written or chosen."""
        field: Any = self.value if "value" in self else self.choice
        text = field.data or ""
        return money.typed(text) if self.unit is Unit.MONEY else text


_HINTS = {
    Unit.MONEY: _l("An amount in euro, for example 12500 or 12.500,00."),
    Unit.NUMBER: _l("A number: 12 or 12.5."),
    Unit.PERCENT: _l("A percentage from 0 to 100: 12.5."),
    Unit.DATE: _l("A day: 2026-11-20."),
    Unit.TEXT: _l("A short text."),
}


def _options(kind: FigureKind) -> list[SelectChoice]:
    if kind.unit is Unit.YESNO:
        return [SelectChoice(YES, _l("yes")), SelectChoice(NO, _l("no"))]
    return [SelectChoice(code, option_words(code).in_(parts.tongue())) for code in kind.options]


class SettleThresholdForm(FlaskForm):
    """What a second person says to a threshold that was proposed."""

    version = version()
    answer = RadioField(
        _l("Your answer"),
        choices=[
            SelectChoice("confirm", _l("Confirm: the threshold holds from its day")),
            SelectChoice("refuse", _l("Refuse")),
        ],
        validators=[REQUIRED],
    )
    reason = TextAreaField(
        _l("Reason"), description=_l("Needed for a refusal; it is kept."), validators=[LONG]
    )


class ThresholdForm(FlaskForm):
    """A threshold of an indicator, proposed anew."""

    value = StringField(
        _l("New value"),
        description=_l("A number that is not negative, with a point for decimals."),
        validators=[REQUIRED, Length(max=20)],
    )
    holds_from = day(_l("Holds from"), _l("Today or later. Leave it empty for today."))
    reason = reason(
        _l("Reason"), _l("On what it rests: files looked at, a study, a decision. It is kept.")
    )
