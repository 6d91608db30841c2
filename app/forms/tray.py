"""The forms that settle what waits in the tray of a case."""

from uuid import UUID

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectMultipleField

from app.forms import parts


class GradeForm(FlaskForm):
    """Both axes of the grade, and why: then it is a fact."""

    reliability = parts.select(
        _l("Reliability of the source"),
        parts.reliabilities,
        description=_l("It belongs to the source, and holds for all that comes from it."),
    )
    credibility = parts.select(
        _l("Credibility of this fact"),
        parts.credibilities,
        description=_l("How far it is borne out by something else."),
        default="6",
    )
    reason = parts.reason(_l("On what the grade rests"), _l("It is kept with the fact."))


class SeveralForm(FlaskForm):
    """One grade and one reason for all rows that are ticked, or a reason to leave them out."""

    ticked = SelectMultipleField(_l("Rows"), coerce=UUID, validate_choice=False)
    reliability = parts.select(
        _l("Reliability of the source"),
        parts.reliabilities,
        description=_l("It belongs to the source, and holds for all that comes from it."),
        default="F",
    )
    credibility = parts.select(
        _l("Credibility of these facts"),
        parts.credibilities,
        description=_l("How far they are borne out by something else."),
        default="6",
    )
    reason = parts.reason(
        _l("On what the grade rests, or why they are left out"),
        _l("It is kept with each of them."),
    )


class LeaveOutForm(FlaskForm):
    """It does not become a fact, for a reason."""

    reason = parts.reason(_l("Why it is left out"), _l("It stays in the tray with this reason."))
