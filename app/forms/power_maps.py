"""Forms for power maps: a place of a party, filling from the table, and the voices at an item."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import REQUIRED, day, reason, version
from bureau.rules.power_map import PowerPlace, subjects


def subject_choices() -> list[SelectChoice]:
    """The subjects of the map, by name."""
    tongue = parts.tongue()
    return [SelectChoice(row.code, row.name.in_(tongue)) for row in subjects()]


def place_choices() -> list[SelectChoice]:
    """What a party can do, the most power first."""
    return parts.words([each.value for each in reversed(PowerPlace)], "can_")


class PlaceForm(FlaskForm):
    """What one party can do about one subject, from a day on."""

    version = version()
    power_subject = parts.select(_l("Subject"), subject_choices)
    organisation = parts.select(_l("Organisation"), list, validate_choice=False)
    power_place = parts.select(_l("What it can do"), place_choices)
    basis = StringField(_l("Legal basis"), validators=[REQUIRED, Length(max=500)])
    reason = reason()
    from_on = day(_l("Holds from"), _l("Leave it empty for the first day of the agreement."))


class FillForm(FlaskForm):
    """Fill what is open with the table of subjects."""

    version = version()


class SubjectForm(FlaskForm):
    """Which subject of the power map an item decides on."""

    version = version()
    power_subject = SelectField(
        _l("What this item decides on"),
        description=_l("From the power map of the agreement: it orders the voices."),
        choices=[],
        validate_choice=False,
    )

    def offer(self) -> None:
        """Let choose from the subjects, or none."""
        self.power_subject.choices = [parts.NOTHING, *subject_choices()]


class DespiteForm(FlaskForm):
    """Why a decision is taken although somebody can veto it and sees it otherwise."""

    version = version()
    despite = TextAreaField(
        _l("Why it is taken all the same"), validators=[REQUIRED, Length(max=2000)]
    )


class AsOfForm(parts.AskForm):
    """The day of which the map is read."""

    on = day(_l("As of"), _l("Leave it empty for the map as it was asked for."))
