"""Forms for the decision and what follows: publication, register, conditions, closing."""

from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import (
    LEFT_OPEN,
    LONG,
    REQUIRED,
    SHORT,
    ReasonForm,
    TicksField,
    day,
    reason,
    version,
)
from bureau.operations.aftercare import CHECKED


def condition_lines(text: str) -> list[tuple[str, date, str]]:
    """The conditions in lines of «2026-12-01: text», raises ValueError for another shape.

    One from the library has its code behind the day: «2026-12-01 C-BOOKS: text».
    """
    found = []
    for line in text.splitlines():
        if line.strip():
            first, _, words = line.strip().partition(":")
            day, _, code = first.strip().partition(" ")
            found.append((words.strip(), date.fromisoformat(day), code.strip()))
    return found


def condition_line(text: str, check_on: date, code: str = "") -> str:
    """One condition as such a line."""
    head = f"{check_on.isoformat()} {code}".strip()
    return f"{head}: {' '.join(text.split())}"


class LibraryForm(FlaskForm):
    """Conditions, chosen from the library and put into words of one's own."""

    conditions = TextAreaField(
        _l("Conditions (voorschriften)"),
        description=_l(
            "Only with a grant with conditions. One on each line: the day of the first check, "
            "a colon and the condition, for instance 2026-12-01: accounts are handed in."
        ),
        validators=[LONG],
    )
    library = TicksField(
        _l("From the library"),
        description=_l(
            "What you choose is put among the conditions above, where you can change it. "
            "Fill in what stands between square brackets."
        ),
        validators=[LEFT_OPEN],
    )

    def validate_conditions(self, field: TextAreaField) -> None:
        try:
            condition_lines(field.data or "")
        except ValueError:
            raise ValidationError(
                gettext("Begin each line with a day, as 2026-12-01, and a colon.")
            ) from None


class DecideForm(LibraryForm):
    """Take the decision: a grave act."""

    outcome = SelectField(_l("Decision"), validators=[REQUIRED])
    reasons = reason(
        _l("Reasons"), _l("In your own words: the program shows what is open, a person decides.")
    )
    on = day(_l("Decided on"), _l("Leave it empty for today."))
    password = PasswordField(
        _l("Your password"),
        description=_l("Asked again, because this act cannot be undone."),
        validators=[REQUIRED, Length(max=256)],
    )


class ReportForm(ReasonForm):
    """The report to the Bibob register, or why there is none."""

    entities = TicksField(
        _l("Who is reported"),
        description=_l("Choose nobody when no report is made; say why."),
    )


class MonitoringForm(FlaskForm):
    """How the conditions are watched."""

    version = version()
    plan = TextAreaField(
        _l("Plan"),
        description=_l("How conditions are checked, and what leads to a new screening."),
        validators=[REQUIRED, LONG],
    )


class ConditionForm(FlaskForm):
    """What a check of a condition showed."""

    version = version()
    status = SelectField(
        _l("Status"), choices=parts.words(CHECKED, "condition_"), validators=[REQUIRED]
    )
    result = TextAreaField(_l("What the check showed"), validators=[LONG])
    next_check = day(_l("Next check"))


class AgainForm(FlaskForm):
    """A new screening after new facts."""

    title = StringField(_l("Title"), validators=[REQUIRED, SHORT])
    reason = reason(_l("New circumstance"))
    received_on = day(_l("Known since"), _l("Leave it empty for today."))


class DecidedForm(FlaskForm):
    """A grave act with its reasons only: leaving an application untreated."""

    reasons = reason(_l("Reasons"))
    password = PasswordField(
        _l("Your password"),
        description=_l("Asked again, because this act cannot be undone."),
        validators=[REQUIRED, Length(max=256)],
    )
