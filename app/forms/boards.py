"""Forms of a barrier board: what a step and a barrier say, weights, status, and a case's steps."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, IntegerField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, NumberRange

from app.forms import parts
from app.forms.parts import LEFT_OPEN, LONG, REQUIRED, SHORT, TicksField, reason, version
from bureau.rules.barrier_standing import LEAST, MOST

LINES = _l("One thing a line.")
OWN_WORDS = _l("Places, trades and conduct; no persons.")


def _lines(label: object, hint: object = LINES) -> TextAreaField:
    return TextAreaField(label, description=hint, validators=[LEFT_OPEN, LONG])


def looked(where: str) -> BooleanField:
    """That somebody looked whether a text names anybody; two of them may stand on one page."""
    return BooleanField(
        _l("I have looked: nobody can be recognised in this text"),
        id=f"{where}-looked",
        description=_l("Needed only where the program thinks that it sees a name."),
    )


class BoardStepForm(FlaskForm):
    """What a step says in both languages."""

    version = version()
    name_nl = StringField(_l("Name, in Dutch"), validators=[REQUIRED, SHORT])
    name_en = StringField(_l("Name, in English"), validators=[LEFT_OPEN, SHORT])
    opportunities_nl = _lines(_l("Opportunities that are used, in Dutch"))
    opportunities_en = _lines(_l("Opportunities, in English"), _l("In the same order."))
    signals_nl = _lines(
        _l("What can be noticed, in Dutch"),
        _l("One thing a line. Patterns stand behind it between brackets: [UB-37 UB-39]."),
    )
    signals_en = _lines(_l("What can be noticed, in English"), _l("In the same order."))
    aware_nl = _lines(_l("Who helps and knows it, in Dutch"), _l("Trades and roles, no persons."))
    aware_en = _lines(_l("Who helps and knows it, in English"), _l("In the same order."))
    unaware_nl = _lines(_l("Who helps without knowing, in Dutch"))
    unaware_en = _lines(_l("Who helps without knowing, in English"), _l("In the same order."))
    reason = reason(_l("Reason"), _l("Why it is changed. It is kept with the version."))


class BoardBarrierForm(FlaskForm):
    """What a barrier says, who leads, and in which power."""

    version = version()
    text_nl = TextAreaField(_l("Barrier, in Dutch"), description=OWN_WORDS, validators=[REQUIRED])
    text_en = TextAreaField(_l("Barrier, in English"), validators=[LEFT_OPEN, LONG])
    leads = TicksField(_l("Who leads"), description=_l("Each acts in its own power."))
    instrument_nl = StringField(_l("Instrument, in Dutch"), validators=[REQUIRED, SHORT])
    instrument_en = StringField(_l("Instrument, in English"), validators=[LEFT_OPEN, SHORT])
    basis = StringField(
        _l("Legal basis"),
        description=_l("The article that gives the power, such as Awb 5:11."),
        validators=[REQUIRED, SHORT],
    )
    warning_nl = TextAreaField(
        _l("Warning, in Dutch"),
        description=_l("What the law says against careless use. It is shown with the barrier."),
        validators=[LEFT_OPEN, LONG],
    )
    warning_en = TextAreaField(_l("Warning, in English"), validators=[LEFT_OPEN, LONG])
    reason = reason(_l("Reason"), _l("Why it is changed. It is kept with the version."))


class WeightForm(FlaskForm):
    """What one assessor gives a barrier."""

    effort = IntegerField(
        _l("Effort, 1 (little) to 5 (much)"),
        validators=[InputRequired(), NumberRange(LEAST, MOST)],
    )
    effect = IntegerField(
        _l("Effect, 1 (little) to 5 (much)"),
        validators=[InputRequired(), NumberRange(LEAST, MOST)],
    )
    note = TextAreaField(_l("On what it rests"), description=OWN_WORDS, validators=[LEFT_OPEN])
    looked = looked("weight")


class StatusForm(FlaskForm):
    """Where a barrier stands from a day on."""

    status = parts.select(_l("Status"), list)
    since = parts.day(_l("Since"), _l("Leave it empty for today."))
    review_on = parts.day(_l("Review on"), _l("Needed once it is agreed or in force."))
    side_effect = TextAreaField(
        _l("Side effect"),
        description=_l("What else it does, wanted or not; to whom."),
        validators=[LEFT_OPEN],
    )
    displacement = TextAreaField(
        _l("Displacement"),
        description=_l("Where the crime may go instead, and how that is watched."),
        validators=[LEFT_OPEN],
    )
    reason = reason(_l("Reason"), _l("What was decided, where, or what the review showed."))
    looked = looked("status")


class CaseStepForm(FlaskForm):
    """That a case touches a step, in which role, on which sources."""

    step = parts.select(_l("Step"), list)
    role = parts.select(
        _l("Role of the subject in this step"),
        list,
        description=_l("Who may be a victim is not named here: that goes to the care coordinator."),
    )
    why = TextAreaField(_l("What shows it"), validators=[REQUIRED, LONG])
    sources = SelectMultipleField(
        _l("Sources"),
        description=_l("One or more sources of this case."),
        validators=[InputRequired()],
    )


class WithdrawStepForm(FlaskForm):
    """That the case does not touch the step after all."""

    reason = reason(_l("Why it is taken back"), _l("The line stays with this reason."))
