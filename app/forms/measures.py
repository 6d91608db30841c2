"""The forms of administrative measures: proposed, weighed, heard, decided, looked back on."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import NumberRange, Optional

from app.forms import parts
from app.forms.interventions import barrier_choices, questions_as_fields
from app.forms.parts import LONG, REQUIRED, SHORT
from app.words import word
from bureau.rules.measures import HARM_COUNTS, HARM_MONTHS, MeasureOutcome, measure_kinds
from bureau.rules.worksheets import Question

AT_LEAST_NONE = NumberRange(min=0, max=100_000)


def proposal_form(asked: tuple[Question, ...]) -> type[FlaskForm]:
    """A measure, the barrier it raises, and what is known and weighed so far."""
    fields: dict[str, Any] = {
        "code": parts.select(_l("Measure"), lambda: parts.named(measure_kinds())),
        "plan": parts.select(_l("Part of plan"), list, needed=False),
        "barrier": parts.select(
            _l("Barrier"), lambda: [parts.NOTHING, *barrier_choices()], needed=False
        ),
    }
    return type("ProposalForm", (FlaskForm,), fields | questions_as_fields(asked))


def weighing_form(asked: tuple[Question, ...]) -> type[FlaskForm]:
    """What a measure is about and how it was weighed, written anew."""
    fields = {"version": parts.version()} | questions_as_fields(asked)
    return type("WeighingForm", (FlaskForm,), fields)


class InviteForm(FlaskForm):
    """The addressee is told what is intended and asked for a view."""

    on = parts.day(_l("Told on"))
    until = parts.day(_l("View asked until"), needed=True)


class ViewForm(FlaskForm):
    """What the addressee said, and what it changed."""

    on = parts.day(_l("Received on"))
    view = TextAreaField(_l("View (zienswijze)"), validators=[REQUIRED, LONG])
    answer = TextAreaField(
        _l("What it changed, or why it did not"),
        description=_l("Point by point; needed before the decision."),
        validators=[LONG],
    )


class DecideForm(FlaskForm):
    """Record what the competent body decided."""

    version = parts.version()
    on = parts.day(_l("Decided on"))
    known_on = parts.day(_l("Made known on"), needed=True)
    starts_on = parts.day(_l("Begins on"), needed=True)
    ends_on = parts.day(_l("Ends on"))
    review_on = parts.day(_l("Reopening looked at on"))
    urgent = TextAreaField(_l("Urgency that forbade asking a view (Awb 4:11)"), validators=[LONG])


class ExecuteForm(FlaskForm):
    """The measure was carried out."""

    on = parts.day(_l("Carried out on"))
    costs = parts.MoneyField(_l("Costs"), validators=[Optional(), SHORT])


class OutcomeForm(FlaskForm):
    """What became of an objection or appeal."""

    objection_on = parts.day(_l("Objection received on"), needed=True)
    outcome = parts.select(
        _l("Outcome"),
        lambda: [SelectChoice("", _l("not decided yet")), *parts.words(MeasureOutcome, "outcome_")],
        needed=False,
    )
    reason = TextAreaField(_l("Reason that was given"), validators=[LONG])


class DropForm(FlaskForm):
    """Let a proposal go."""

    reason = parts.reason(_l("Why it is not taken"))


class HarmFormForm(FlaskForm):
    """What a measure did to people, in counts and words; no names."""

    month = parts.select(
        _l("After"), lambda: [SelectChoice(str(m), word(f"month_{m}")) for m in HARM_MONTHS]
    )
    homeless = IntegerField(_l("People who lost their home"), validators=[AT_LEAST_NONE], default=0)
    minors = IntegerField(_l("Of them, minors"), validators=[AT_LEAST_NONE], default=0)
    tenants_barred = IntegerField(
        _l("Tenants refused elsewhere"), validators=[AT_LEAST_NONE], default=0
    )
    staff_laid_off = IntegerField(_l("Staff laid off"), validators=[AT_LEAST_NONE], default=0)
    victims_lost = IntegerField(
        _l("Possible victims lost from sight"),
        description=_l("A count only; who they are stands in no file but their own."),
        validators=[AT_LEAST_NONE],
        default=0,
    )
    complaints = IntegerField(_l("Complaints"), validators=[AT_LEAST_NONE], default=0)
    remarks = TextAreaField(_l("In words, without names"), validators=[LONG])
    source = StringField(_l("Who was asked"), validators=[REQUIRED, SHORT])

    def counted(self) -> dict[str, int]:
        """The counts by name."""
        return {name: int(self[name].data or 0) for name in HARM_COUNTS}
