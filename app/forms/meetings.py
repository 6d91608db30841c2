"""Forms for partnership meetings."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length

from app.forms import parts
from app.words import word
from bureau.rules import meeting as law
from bureau.rules.agenda import ActionStatus, Phase, VictimCheck

REQUIRED = DataRequired()
LONG = Length(max=20_000)
SHORT = Length(max=200)


def _choices(values: tuple[str, ...]) -> list[SelectChoice]:
    return [SelectChoice(value, word(value)) for value in values]


class PlanForm(FlaskForm):
    """Plan a meeting."""

    title = StringField(_l("Title"), validators=[REQUIRED, SHORT])
    held_on = DateField(_l("Date"), validators=[REQUIRED])
    place = StringField(_l("Place"), validators=[SHORT])
    secretary = StringField(
        _l("Login of the secretary"),
        description=_l("Somebody who takes part in the case; left empty, the chair."),
        validators=[SHORT],
    )
    purpose = TextAreaField(
        _l("Purpose"),
        description=_l("For which statutory task, and what the meeting has to answer."),
        validators=[REQUIRED, LONG],
    )


class ItemForm(FlaskForm):
    """Put an item on the agenda and admit the seats that may know of it."""

    title = StringField(_l("Title"), validators=[REQUIRED, SHORT])
    question = TextAreaField(_l("Question to be answered"), validators=[REQUIRED, LONG])
    phase = SelectField(
        _l("Phase of the case"),
        description=_l("A later phase admits more categories of data (WGS 2.23)."),
        choices=_choices(tuple(Phase)),
    )
    without_persons = BooleanField(
        _l("No persons are discussed"),
        description=_l("An area or a theme only, in phase 1: then every member may have a seat."),
    )
    victim_check = SelectField(
        _l("Victim check"),
        description=_l("Could anybody in this case be a victim? Support goes its own way."),
        choices=_choices(tuple(VictimCheck)),
    )
    basis = TextAreaField(_l("Legal basis for sharing"), validators=[REQUIRED, LONG])
    seats = TextAreaField(
        _l("Seats admitted"),
        description=_l("One line for each: login, a colon, and why this seat needs to know."),
        validators=[LONG],
    )


class StepForm(FlaskForm):
    """Take a meeting to its next state."""

    version = parts.version()
    target = HiddenField(validators=[REQUIRED])


class MinutesForm(FlaskForm):
    """What was said and decided on an item."""

    version = parts.version()
    minutes = TextAreaField(_l("Minutes"), validators=[LONG])
    decision_kind = SelectField(
        _l("Kind of decision"), choices=_choices(law.decision_types().codes())
    )
    decision = TextAreaField(_l("Decision"), validators=[REQUIRED, LONG])
    dissent = TextAreaField(
        _l("Dissent"), description=_l("Who saw it otherwise, and why."), validators=[LONG]
    )
    victim_check = SelectField(
        _l("Victim check"),
        description=_l("Could anybody in this case be a victim? Support goes its own way."),
        choices=_choices(tuple(VictimCheck)),
    )


class ActionForm(FlaskForm):
    """Agree on an action."""

    text = TextAreaField(_l("What will be done"), validators=[REQUIRED, LONG])
    owner = StringField(_l("Login of the one owner"), validators=[REQUIRED, SHORT])
    power = StringField(_l("The one power it rests on"), validators=[REQUIRED, SHORT])
    barrier = StringField(_l("Barrier"), validators=[Length(max=100)])
    due_on = DateField(_l("Due on"), validators=[REQUIRED])


class ReportForm(FlaskForm):
    """Report on an action."""

    version = parts.version()
    status = SelectField(_l("Status"), choices=_choices(tuple(ActionStatus)))
    result = TextAreaField(_l("Result"), validators=[LONG])
