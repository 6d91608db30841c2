"""Forms for the own investigation: registers consulted and indicators answered."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import LONG, NOTHING, REQUIRED, day, version
from bureau.rules.roles import roles
from bureau.rules.sources import sources
from bureau.rules.standings import IndicatorStanding


def _registers() -> list[SelectChoice]:
    return parts.named(sources())


def _roles() -> list[SelectChoice]:
    return [NOTHING, *parts.named(row for row in roles() if row.circle)]


class ConsultForm(FlaskForm):
    """A register was consulted."""

    register = parts.select(_l("Register or body"), _registers)
    subject = SelectField(_l("About whom"), validators=[REQUIRED])
    subject_role = parts.select(
        _l("In which role"),
        _roles,
        needed=False,
        description=_l("Only the person concerned and the circle of art. 3(4) may be looked up."),
    )
    question = TextAreaField(_l("What was asked"), validators=[REQUIRED, LONG])
    result = TextAreaField(
        _l("What came back"),
        description=_l("Also write down that nothing was found."),
        validators=[REQUIRED, LONG],
    )
    basis = StringField(
        _l("Legal basis"),
        description=_l("Leave it empty for the basis that belongs to this register."),
        validators=[Length(max=300)],
    )
    on = day(_l("Consulted on"), _l("Leave it empty for today."))
    document = SelectField(_l("Document that holds the answer"), default="")


class IndicatorForm(FlaskForm):
    """What a person makes of an indicator."""

    version = version()
    status = SelectField(
        _l("What do you make of it?"), choices=parts.words(IndicatorStanding, "indicator_")
    )
    reason = parts.reason(_l("Reason"), _l("An indicator is a question, never a finding."))
