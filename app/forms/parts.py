"""What forms share: usual validators, dates with a remedy, choices in the reader's language."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from flask_babel import get_locale, gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    DateField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms import TextAreaField as Area
from wtforms.fields import SelectChoice
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    Optional,
    Regexp,
    ValidationError,
)
from wtforms.widgets import CheckboxInput, ListWidget

from app.words import word
from bureau.errors import Invalid
from bureau.rules import money
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import Credibility, Language, Reliability

REQUIRED = DataRequired()
LONG = Length(max=20_000)
SHORT = Length(max=200)
LEFT_OPEN = Optional()
NOTHING = SelectChoice("", "-")
AMOUNT = _l("For example 12500 or 12.500,00.")
WRITTEN = ("%Y-%m-%d", "%d-%m-%Y")
LONGEST_NAME = 90


class Named(Protocol):
    """A row of the law with a code and a name in both languages."""

    @property
    def code(self) -> str: ...

    @property
    def name(self) -> Texts: ...


class DayField(DateField):
    """A day as the browser sends it, or as people here write it: 20-11-2026."""

    data: Any  # a date once the form is valid, unless it was left open

    def process_formdata(self, valuelist: list[str]) -> None:
        text = " ".join(valuelist).strip()
        self.data = None
        if not text:
            return
        for form in WRITTEN:
            try:
                self.data = datetime.strptime(text, form).date()  # noqa: DTZ007 - a civil date
            except ValueError:
                continue
            return
        self.raw_data = valuelist
        message = gettext("%(text)s is no day of the calendar. Write it as 2026-11-20.", text=text)
        raise ValueError(message)


class MoneyField(StringField):
    """An amount as people write it, 12500 or 12.500,00; kept as the house writes it: 12500.00.

    The currency is that of the field `currency` of the form, else the euro. A part of a whole
    (12.5%) is left as it is where that may be given.
    """

    data: Any  # the text as the house writes it, once it was looked at

    def __init__(self, label: Any = None, *, part: bool = False, **more: Any) -> None:
        more.setdefault("description", AMOUNT)
        super().__init__(label, **more)
        self.part = part

    def _value(self) -> str:
        return str(self.raw_data[0] if self.raw_data else self.data or "")

    def pre_validate(self, form: Any) -> None:
        """Read the amount; raises ValidationError with the remedy where it is none."""
        text = (self.data or "").strip()
        if not text or (self.part and text.endswith("%")):
            return
        currency = str(form["currency"].data or "") if "currency" in form else "EUR"
        self.data = money.typed(text, currency)
        try:
            below = money.parse(self.data, currency).minor < 0
        except Invalid as refusal:
            if "{currency}" not in refusal.template:
                return  # the operation says it of the field for the currency
            raise ValidationError(
                gettext("%(text)s is no amount. Write it as 12500 or 12.500,00.", text=text[:40])
            ) from None
        if below and not self.part:
            raise ValidationError(gettext("An amount cannot be less than nought."))


class TicksField(SelectMultipleField):
    """A choice of several, shown as checkboxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class YesNoField(RadioField):
    """A question that has to be answered with yes or no; nothing is chosen beforehand."""

    data: Any  # a bool once the form is valid

    def __init__(self, label: str, **kwargs: Any) -> None:
        choices = [SelectChoice("yes", _l("yes")), SelectChoice("no", _l("no"))]
        checks = [InputRequired(_l("Answer with yes or no."))]
        super().__init__(label, checks, coerce=_answered, choices=choices, **kwargs)


def _answered(value: Any) -> bool | None:
    return {"yes": True, "no": False}.get(value) if isinstance(value, str) else value


def tongue() -> Language:
    """The language in which this page is read."""
    found = get_locale()
    return Language.EN if found and found.language == Language.EN else Language.NL


def named(rows: Iterable[Named]) -> list[SelectChoice]:
    """The rows of a table of the law as choices, once each."""
    names = {row.code: row.name.in_(tongue()) for row in rows}
    return [SelectChoice(code, f"{code} · {name}") for code, name in names.items()]


def words(values: Iterable[str], prefix: str = "") -> list[SelectChoice]:
    """Closed values as choices, in words; a prefix tells apart words that look alike."""
    return [SelectChoice(str(value), word(f"{prefix}{value}")) for value in values]


def listed(pairs: Iterable[tuple[UUID, str]], *, empty: bool = False) -> list[SelectChoice]:
    """Records of the case as choices; with `empty` none of them may be chosen too."""
    found = [SelectChoice(str(key), label[:LONGEST_NAME]) for key, label in pairs]
    return [NOTHING, *found] if empty else found


def reliabilities() -> list[SelectChoice]:
    """The letters of the source, A to F, in words."""
    return [SelectChoice(each.value, f"{each.value} · {word(each)}") for each in Reliability]


def credibilities() -> list[SelectChoice]:
    """The figures of the information, 1 to 6, in words."""
    return [SelectChoice(each.value, f"{each.value} · {word(each)}") for each in Credibility]


def select(
    label: Any, choices: Callable[[], list[SelectChoice]], *, needed: bool = True, **more: Any
) -> SelectField:
    """A choice of one, of which the words are looked up when the page is made."""
    validators = [REQUIRED] if needed else [LEFT_OPEN]
    if not needed:
        more.setdefault("default", "")
    field: SelectField = SelectField(label, choices=choices, validators=validators, **more)
    return field


def chosen(text: str | None) -> UUID | None:
    """The record that was chosen, if one was."""
    return UUID(text) if text else None


def reason(label: Any = None, description: Any = "") -> Area:
    """Why something is done; it is kept with the act."""
    return Area(label or _l("Reason"), description=description, validators=[REQUIRED, LONG])


def day(label: Any = None, description: Any = "", *, needed: bool = False) -> DayField:
    """A day; today where it is left open and not needed."""
    first = InputRequired() if needed else LEFT_OPEN
    return DayField(label or _l("Date"), description=description, validators=[first])


def further() -> StringField:
    """Why somebody looks further than one step, which is kept in the trail."""
    return StringField(
        _l("Reason to look further"),
        description=_l("More than one step needs a reason; it is kept in the trail."),
        validators=[Length(max=500)],
    )


def version() -> HiddenField:
    """The version of the record that was on the screen."""
    return HiddenField(validators=[REQUIRED, Regexp(r"\A\d{1,9}\Z")])


class LearntForm(FlaskForm):
    """Where a fact was learnt, how credible it is and from when to when it holds."""

    source = SelectField(
        _l("Source"),
        description=_l("Nothing is recorded without a source. Add the source first."),
        validators=[REQUIRED],
    )
    credibility = select(
        _l("Credibility of this fact"),
        credibilities,
        description=_l("The second axis of the grade; the first belongs to the source."),
        default="6",
    )
    place = StringField(
        _l("Place in the source"),
        description=_l("Page, paragraph, line or field."),
        validators=[SHORT],
    )
    valid_from = StringField(
        _l("Holds from"),
        description=_l("As much as is known: 2024, 2024-05 or 2024-05-07."),
        validators=[Length(max=10)],
    )
    valid_to = StringField(_l("Holds until"), validators=[Length(max=10)])


class AskForm(FlaskForm):
    """What is asked by an address and changes nothing: it needs no protection token."""

    class Meta(FlaskForm.Meta):
        """No token in an address."""

        csrf = False


class ReasonForm(FlaskForm):
    """A step with its reason and its day."""

    reason = reason()
    on = day(_l("Day of the step"), _l("Leave it empty for today."))
