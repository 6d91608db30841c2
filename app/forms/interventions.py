"""The forms with which partners plan together, and look back."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import FloatField, HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length

from app.forms import parts
from app.forms.parts import LEFT_OPEN, LONG, REQUIRED, SHORT, TicksField
from app.words import word
from bureau.operations.plan_series import VERDICTS
from bureau.rules.barriers import barriers
from bureau.rules.plans import PlanTrack, SeriesPlace
from bureau.rules.worksheets import LONGEST, Question, Sheet

COUNT = Length(max=LONGEST)


def barrier_choices() -> list[SelectChoice]:
    """The barriers of every model, with what each says."""
    tongue = parts.tongue()
    rows = {row.code: row.text.in_(tongue) for row in barriers()}
    return [
        SelectChoice(code, f"{code} · {text}"[: parts.LONGEST_NAME]) for code, text in rows.items()
    ]


class OpenPlanForm(FlaskForm):
    """Begin a plan."""

    title = StringField(_l("Title of the plan"), validators=[REQUIRED, SHORT])


class PrepareForm(FlaskForm):
    """What a plan raises, and how it will be looked back on."""

    version = parts.version()
    barriers = TicksField(
        _l("Barriers that the plan raises"),
        description=_l("From the barrier models: every action names one of them."),
        choices=barrier_choices,
    )
    evaluator = StringField(
        _l("Who evaluates"),
        description=_l("By preference somebody outside the partnership."),
        validators=[SHORT],
    )
    evaluate_on = parts.day(_l("Evaluated by"))
    comparison = TextAreaField(
        _l("Comparison area"),
        description=_l("An area that resembles this one, or why there is none."),
        validators=[LONG],
    )


class PlanStepForm(FlaskForm):
    """Start, stop or close a plan."""

    version = parts.version()
    step = HiddenField(validators=[REQUIRED])
    reason = parts.reason()


class SeriesForm(FlaskForm):
    """An outcome that the plan is measured by."""

    name = StringField(_l("What is counted"), validators=[REQUIRED, SHORT])
    target = FloatField(_l("Target"), validators=[InputRequired()])
    source = StringField(
        _l("Source of the numbers"),
        description=_l("Not recorded crime alone."),
        validators=[REQUIRED, SHORT],
    )


class PointForm(FlaskForm):
    """One number of an outcome."""

    series = parts.select(_l("Outcome"), list)
    place = parts.select(_l("Where"), lambda: parts.words(SeriesPlace, "place_"))
    on = parts.day(_l("Day"))
    value = FloatField(_l("Figure measured"), validators=[InputRequired()])
    remark = StringField(_l("Remark"), validators=[SHORT])


class AssumptionForm(FlaskForm):
    """Something that the plan rests on and that can be tested."""

    text = TextAreaField(_l("Assumption"), validators=[REQUIRED, LONG])
    check_on = parts.day(_l("Tested on"), needed=True)


class CheckForm(FlaskForm):
    """What came of the test of an assumption."""

    version = parts.version()
    assumption = HiddenField(validators=[REQUIRED])
    holds = RadioField(
        _l("Does it hold?"),
        choices=[SelectChoice(each, word(f"holds_{each}")) for each in VERDICTS],
        validators=[REQUIRED],
    )
    result = TextAreaField(_l("What shows it"), validators=[REQUIRED, LONG])


class VoiceForm(FlaskForm):
    """Sign a sheet for one's organisation, or say what one sees otherwise."""

    number = parts.version()
    agrees = parts.YesNoField(_l("Do you sign this version for your organisation?"))
    remark = TextAreaField(
        _l("Remark"),
        description=_l("Needed where you do not sign: what your organisation sees otherwise."),
        validators=[LONG],
    )


class ChoiceForm(FlaskForm):
    """Choose an option, or publish a lesson: with the reason or the check."""

    why = parts.reason(_l("Why this one, and why not the others"))


class PublishForm(FlaskForm):
    """Let a lesson be read beyond the case."""

    why = parts.reason(
        _l("How it was checked that nobody can be recognised"),
        _l("A published lesson is read by everybody who has an account here."),
    )


def sheet_form(kind: Sheet, asked: tuple[Question, ...], *, again: bool = False) -> type[FlaskForm]:
    """A form with the questions of a sheet; for a new version with the reason of it."""
    fields: dict[str, Any] = {}
    if kind in (Sheet.OPTION, Sheet.LESSON) and not again:
        fields["title"] = StringField(_l("Title"), validators=[REQUIRED, SHORT])
    if kind is Sheet.OPTION and not again:
        fields["track"] = parts.select(_l("Track"), lambda: parts.words(PlanTrack))
    fields |= questions_as_fields(asked)
    if again:
        fields["number"] = parts.version()
        fields["reason"] = parts.reason(_l("What changed, and why"))
    return type("SheetForm", (FlaskForm,), fields)


def questions_as_fields(asked: tuple[Question, ...]) -> dict[str, Any]:
    """The questions of a sheet as fields; which are needed shows on the page, not by a refusal."""
    tongue = parts.tongue()
    return {
        row.field: TextAreaField(
            row.name.in_(tongue), description=row.hint.in_(tongue), validators=[LEFT_OPEN, COUNT]
        )
        for row in asked
    }


def answers_of(form: FlaskForm, asked: tuple[Question, ...]) -> dict[str, str]:
    """What was answered to the questions of a sheet, by field."""
    return {row.field: str(form[row.field].data or "") for row in asked}
