"""Forms for partnership meetings."""

from typing import ClassVar
from uuid import UUID

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    Field,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.form import BaseForm
from wtforms.validators import DataRequired, Length

from app.forms import parts
from app.words import word
from bureau.rules import meeting as law
from bureau.rules.agenda import ActionStatus, Phase, VictimCheck
from bureau.rules.barriers import barriers

REQUIRED = DataRequired()
LONG = Length(max=20_000)
SHORT = Length(max=200)


# An agenda is frozen only where each item was checked, so it is asked when the item is added.
ANSWERED = tuple(one for one in VictimCheck if one is not VictimCheck.NOT_DONE)


class Asked:
    """Marks a field that is needed; the operation says so itself, with article and alternative."""

    field_flags: ClassVar[dict[str, bool]] = {"required": True}

    def __call__(self, form: BaseForm, field: Field) -> None:
        """Nothing is wrong yet."""


def _choices(values: tuple[str, ...]) -> list[SelectChoice]:
    return [SelectChoice(value, word(value)) for value in values]


def _points() -> list[SelectChoice]:
    rows = [row for row in law.agenda_points() if row.takes_items]
    return [SelectChoice(row.code, row.name.in_(parts.tongue())) for row in rows]


def _barriers() -> list[SelectChoice]:
    rows = barriers()
    named = (SelectChoice(row.code, f"{row.code} · {row.text.in_(parts.tongue())}") for row in rows)
    return [parts.NOTHING, *named]


class PlanForm(FlaskForm):
    """Plan a meeting."""

    title = StringField(_l("Title"), validators=[REQUIRED, SHORT])
    held_on = DateField(_l("Date"), validators=[REQUIRED])
    place = StringField(_l("Place"), validators=[REQUIRED, SHORT])
    secretary = parts.select(
        _l("Secretary"),
        list,
        needed=False,
        description=_l("Somebody who takes part in the case; left open, the chair."),
    )
    next_on = parts.day(_l("Next date"), _l("When the seats meet again; it may be left open."))
    purpose = TextAreaField(
        _l("Purpose"),
        description=_l("For which statutory task, and what the meeting has to answer."),
        validators=[REQUIRED, LONG],
    )


class ItemForm(FlaskForm):
    """Put an item on the agenda and admit the seats that may know of it."""

    title = StringField(_l("Title"), validators=[REQUIRED, SHORT])
    question = TextAreaField(_l("Question to be answered"), validators=[REQUIRED, LONG])
    why = TextAreaField(
        _l("Why discuss this"),
        description=_l("What is new since last time, and why partners are needed for it."),
        validators=[LONG],
    )
    asked = TextAreaField(
        _l("What is asked of whom"),
        description=_l("For each organisation, what it is asked to bring or to do."),
        validators=[LONG],
    )
    point = parts.select(_l("Point of the agenda"), _points, default="case")
    phase = SelectField(
        _l("Phase of this item"),
        description=_l("A later phase admits more categories of data (WGS 2.23)."),
        choices=_choices(tuple(Phase)),
        validators=[REQUIRED],
    )
    without_persons = BooleanField(
        _l("No persons are discussed"),
        description=_l("An area or a theme only, in phase 1: then every member may have a seat."),
    )
    victim_check = SelectField(
        _l("Victim check"),
        description=_l("Could anybody in this case be a victim? Support goes its own way."),
        choices=[parts.NOTHING, *_choices(ANSWERED)],
        validators=[REQUIRED],
    )
    basis = TextAreaField(_l("Legal basis for sharing"), validators=[REQUIRED, LONG])
    seats = parts.TicksField(
        _l("Seats admitted"),
        description=_l("Tick who needs to know, and say why. Chair and secretary always sit."),
        choices=[],
        validate_choice=False,
    )


class StepForm(FlaskForm):
    """Take a meeting to its next state."""

    version = parts.version()
    target = HiddenField(validators=[REQUIRED])


class ActionForm(FlaskForm):
    """Agree on an action."""

    text = TextAreaField(_l("What will be done"), validators=[REQUIRED, LONG])
    owner = SelectField(
        _l("The one owner"),
        choices=list,
        validators=[Asked()],
        description=_l("A person with a seat at this item, for the own organisation."),
    )
    power = StringField(
        _l("The one power it rests on"),
        description=_l("The article under which this organisation acts."),
        validators=[Asked(), SHORT],
        render_kw={"list": "powers"},
    )
    barrier = parts.select(
        _l("Barrier"),
        _barriers,
        needed=False,
        description=_l("Which step of a barrier model this makes harder, where it does."),
    )
    due_on = DateField(_l("Due on"), validators=[REQUIRED])


class ReportForm(FlaskForm):
    """Report on an action; `about` is the action, where there are several forms on a page."""

    about: UUID | None = None
    version = parts.version()
    status = SelectField(_l("Status"), choices=_choices(tuple(ActionStatus)))
    result = TextAreaField(
        _l("Result"),
        description=_l("Asked when it is done (what came of it) or cannot be done (the reason)."),
        validators=[LONG],
    )
    replaced_by = SelectField(
        _l("Replaced by"),
        description=_l("Only when another action takes the place of this one."),
        choices=[parts.NOTHING],
        validators=[parts.LEFT_OPEN],
        validate_choice=False,
    )


class BoardForm(parts.AskForm):
    """Which actions of all meetings one wants to see."""

    organisation = SelectField(_l("Organisation"), choices=[parts.NOTHING], default="")
    barrier = SelectField(_l("Barrier"), choices=[parts.NOTHING], default="")
    overdue = BooleanField(_l("Overdue only"))
