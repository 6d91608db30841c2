"""Forms for the case file: opening, steps, members, notes."""

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange

from app.clock import now
from app.forms import parts
from app.forms.parts import LONG, REQUIRED, SHORT, AskForm, day, reason
from bureau.rules.deadlines import deadlines
from bureau.rules.regimes import regimes
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import CaseKind, Stage

CAPACITIES = ("handler", "second_reader", "decision_maker", "partner", "reader")


def _scopes() -> list[SelectChoice]:
    speaker = parts.tongue()
    rows = {row.code: row for row in scopes()}
    return [
        SelectChoice(
            row.code,
            f"{row.code} · {row.name.in_(speaker)} · {row.authority.in_(speaker)}",
        )
        for row in rows.values()
    ]


def _usual_weeks() -> str:
    weeks = deadlines().row("DL01", now().date()).length
    return str(gettext("Leave it empty for the term of the Awb (%(weeks)s weeks).", weeks=weeks))


class OpenForm(FlaskForm):
    """Open a screening."""

    title = StringField(
        _l("Title"),
        description=_l("What the case is about, in words that say nothing of guilt."),
        validators=[REQUIRED, SHORT],
    )
    scope = parts.select(
        _l("Decision to be screened"),
        _scopes,
        description=_l("The decisions to which the Wet Bibob applies, with who decides."),
    )
    stage = SelectField(
        _l("Stage"),
        choices=parts.words(Stage),
        validators=[REQUIRED],
        description=_l("A new application, or a decision that already runs."),
    )
    received_on = day(
        _l("Received on"),
        _l("The day of receipt: the decision term (beslistermijn) starts the day after."),
        needed=True,
    )
    authority = StringField(
        _l("Authority"),
        description=_l("Leave it empty for the authority that the law names."),
        validators=[Length(max=100)],
    )
    weeks = IntegerField(
        _l("Weeks of the decision term"),
        description=LazyString(_usual_weeks),
        validators=[parts.LEFT_OPEN, NumberRange(1, 52)],
    )
    signal = BooleanField(
        _l("There is no application yet, only a signal"),
        description=_l("The case then waits until an application or a running decision is found."),
    )


def _regimes() -> list[SelectChoice]:
    tongue = parts.tongue()
    return [
        SelectChoice(row.code, f"{row.name.in_(tongue)}: {row.may_not.in_(tongue)}")
        for row in regimes()
    ]


class PartnershipForm(FlaskForm):
    """Open a partnership case."""

    title = StringField(
        _l("Title"),
        description=_l("What the partners look at together, in neutral words."),
        validators=[REQUIRED, SHORT],
    )
    regime = RadioField(
        _l("Regime"),
        description=_l("It is chosen once: another regime is another case."),
        choices=_regimes,
        validators=[REQUIRED],
    )
    regime_reason = TextAreaField(
        _l("Why this regime"),
        description=_l("Which task of the municipality, or which joint purpose, asks for it."),
        validators=[REQUIRED, Length(max=2000)],
    )
    regime_basis = StringField(
        _l("Basis"),
        description=_l("The article of the task, for example Gemeentewet 172 or WGS 2.17."),
        validators=[REQUIRED, SHORT],
    )


class FilterForm(AskForm):
    """Choose what the worklist shows."""

    kind = SelectField(
        _l("Kind"),
        choices=[
            SelectChoice("", _l("all")),
            *parts.words((CaseKind.SCREENING, CaseKind.PARTNERSHIP)),
        ],
    )
    clock = SelectField(
        _l("Clock"),
        choices=[
            SelectChoice("", _l("all")),
            SelectChoice("overdue", _l("overdue")),
            SelectChoice("soon", _l("due soon")),
            SelectChoice("none", _l("no clock")),
        ],
    )
    q = StringField(_l("Title or reference"), validators=[Length(max=100)])
    handler = SelectField(_l("Handler"))
    state = SelectField(_l("State"))
    scope = SelectField(_l("Decision to be screened"))

    def offer(self, field: str, found: dict[str, str]) -> None:
        """Let `field` choose among what there is, by its words, or all of it."""
        named = sorted(found.items(), key=lambda each: each[1].casefold())
        self[field].choices = [
            SelectChoice("", _l("all")),
            *(SelectChoice(code, words) for code, words in named),
        ]


class StepForm(FlaskForm):
    """Take a step of the procedure."""

    step = HiddenField(validators=[REQUIRED])
    reason = reason(_l("Reason of this step"), _l("Kept with the step and shown to whoever asks."))
    on = day(_l("Day of the step"), _l("Leave it empty for today."))


class NoteForm(FlaskForm):
    """A dated remark."""

    text = TextAreaField(_l("Note"), validators=[REQUIRED, LONG])


class MemberForm(FlaskForm):
    """Add somebody who needs to know."""

    login = StringField(_l("Login"), validators=[REQUIRED, Length(max=80)])
    capacity = SelectField(
        _l("Takes part as"), choices=parts.words(CAPACITIES), validators=[REQUIRED]
    )
    reason = reason(_l("Why this person needs to know"))


class LeaveForm(FlaskForm):
    """Take somebody off the case."""

    login = StringField(_l("Login"), validators=[REQUIRED, Length(max=80)])
    reason = reason(_l("Why this person no longer needs to know"))


class WhatIfForm(AskForm):
    """Ask what an advice, a supplement or an agreed delay does to the term."""

    rule = SelectField(
        _l("What if"),
        choices=[
            SelectChoice("SUS5", _l("advice of the Bureau is asked")),
            SelectChoice("SUS1", _l("a supplement is asked")),
            SelectChoice("SUS3", _l("a delay is agreed in writing")),
        ],
        default="SUS5",
    )
    start = day(_l("Asked or begun on"), _l("Leave it empty for today."))
    weeks = IntegerField(
        _l("Weeks until it comes back or ends"),
        validators=[InputRequired(), NumberRange(1, 26)],
        default=8,
    )
