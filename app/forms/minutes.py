"""Forms for the minutes of an agenda item: decision, dissent, corrections, secretary's notes."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from bureau.rules import meeting as law
from bureau.rules.agenda import Phase, VictimCheck

SOME = Length(max=2000)


def _kinds() -> list[SelectChoice]:
    rows = law.decision_types()
    return [SelectChoice(row.code, row.name.in_(parts.tongue())) for row in rows]


class MinutesForm(FlaskForm):
    """What was said and decided on an item."""

    version = parts.version()
    minutes = TextAreaField(_l("Minutes"), validators=[parts.LONG])
    decision_kind = parts.select(_l("Kind of decision"), _kinds)
    decision = TextAreaField(_l("Decision"), validators=[parts.REQUIRED, parts.LONG])
    decided_phase = SelectField(
        _l("To which phase"),
        description=_l("Only when the case goes on to a next phase."),
        choices=[parts.NOTHING, *parts.words(Phase)],
        validate_choice=False,
    )
    to = SelectField(
        _l("For which organisation"),
        description=_l("Who acts, answers, is advised, takes over or deconflicts."),
        choices=[parts.NOTHING],
        validate_choice=False,
    )
    decided_power = StringField(
        _l("Under which power"),
        description=_l("The article, for a next phase, a request, an intervention, a referral."),
        validators=[Length(max=500)],
    )
    held_until = parts.day(_l("Held until"), _l("Only when the case is held."))
    victim_check = SelectField(
        _l("Victim check"),
        description=_l("Could anybody in this case be a victim? Support goes its own way."),
        choices=parts.words(VictimCheck),
    )


class DissentForm(FlaskForm):
    """See the decision otherwise."""

    dissenter = parts.select(_l("Whose view"), list)
    dissent = TextAreaField(
        _l("What this seat sees otherwise, and why"), validators=[parts.REQUIRED, SOME]
    )


class DissentAnswerForm(FlaskForm):
    """Answer a seat that sees it otherwise."""

    dissent_answer = TextAreaField(_l("Answer"), validators=[parts.REQUIRED, SOME])


class CorrectionForm(FlaskForm):
    """Ask to correct the minutes."""

    correction = TextAreaField(_l("What should be corrected"), validators=[parts.REQUIRED, SOME])


class CorrectionAnswerForm(FlaskForm):
    """Answer a correction, with the minutes as they read from now on."""

    correction_answer = TextAreaField(_l("Answer"), validators=[parts.REQUIRED, SOME])
    new_minutes = TextAreaField(
        _l("Minutes as they read from now on"),
        description=_l("Left as they are, the correction is not taken over."),
        validators=[parts.LONG],
    )


class NotesForm(FlaskForm):
    """The secretary's own notes."""

    notes = TextAreaField(
        _l("Notes"),
        description=_l("Read by you only; destroyed before the meeting closes."),
        validators=[parts.REQUIRED, parts.LONG],
    )
