"""Forms for the mandate register."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import REQUIRED, TicksField, day, reason, version
from bureau.rules.mandates import organs
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import DecisionKind


def _organs() -> list[SelectChoice]:
    return [SelectChoice(row.code, row.name.in_(parts.tongue())) for row in organs()]


class MandateForm(FlaskForm):
    """A mandate of an organ to one person or to every decision maker."""

    organ = SelectField(_l("Organ"), choices=_organs, validators=[REQUIRED])
    login = StringField(
        _l("Login of the person"),
        description=_l("Leave it empty for everybody with the role decision maker."),
        validators=[Length(max=80)],
    )
    kinds = TicksField(
        _l("Kinds of decision"),
        description=_l("Choose none for every kind."),
        choices=lambda: parts.words(DecisionKind),
    )
    covered = TicksField(
        _l("Decisions"),
        description=_l("Choose none for every decision of these kinds."),
        choices=lambda: parts.named(scopes()),
    )
    from_on = day(_l("In force from"), needed=True)
    until_on = day(_l("Until"), _l("The last day; leave it empty where none is set."))
    decree = StringField(
        _l("Mandate decision"),
        description=_l("The decision (mandaatbesluit) with its date or number."),
        validators=[REQUIRED, Length(max=300)],
    )


class AnswerForm(FlaskForm):
    """What a second administrator says to a mandate that waits."""

    version = version()
    answer = RadioField(
        _l("Your answer"),
        choices=[
            SelectChoice("confirm", _l("Confirm: the mandate counts from now on")),
            SelectChoice("refuse", _l("Refuse")),
        ],
        validators=[REQUIRED],
    )
    reason = TextAreaField(
        _l("Reason"),
        description=_l("Needed for a refusal; kept in the trail."),
        validators=[Length(max=500)],
    )
    own_password = PasswordField(_l("Your own password"), validators=[REQUIRED, Length(max=256)])


class EndForm(FlaskForm):
    """The end of a mandate."""

    version = version()
    until_on = day(_l("Last day"), needed=True)
    reason = reason()
