"""Forms of contact between owners of cases: to ask, to answer, to end."""

from uuid import UUID

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField
from wtforms import TextAreaField as Area
from wtforms.fields import SelectChoice

from app.forms import parts
from app.forms.parts import LONG, REQUIRED, YesNoField, day, reason, version
from bureau.operations.contacts import Contacts


class AskForm(FlaskForm):
    """About whom, on what basis and what for; and that one may be named in return."""

    entity_id = SelectField(
        _l("About"),
        description=_l("Only who has a number of a register can be asked about."),
        validators=[REQUIRED],
    )
    ground = SelectField(_l("Legal basis"), validators=[REQUIRED])
    purpose = SelectField(
        _l("Purpose"),
        description=_l("All that whoever is told reads of your question."),
        validators=[REQUIRED],
    )
    necessity = Area(
        _l("Why it is necessary"),
        description=_l("Stays in your case; nobody else reads it."),
        validators=[REQUIRED, LONG],
    )
    until_on = day(_l("Ends on"), _l("Leave it empty for three months from now."))
    agreed = BooleanField(
        _l("Whoever answers with yes may see my name, function and organisation.")
    )

    def offer(self, found: Contacts) -> None:
        """The parties, bases and purposes of this case."""
        tongue = parts.tongue()
        self.entity_id.choices = parts.listed(found.parties)
        self.ground.choices = [
            SelectChoice(row.code, f"{row.name.in_(tongue)} · {row.basis}") for row in found.grounds
        ]
        self.purpose.choices = [
            SelectChoice(row.code, row.name.in_(tongue)) for row in found.purposes
        ]

    @property
    def about(self) -> UUID:
        """The party that was chosen."""
        return UUID(self.entity_id.data)


class AnswerForm(FlaskForm):
    """Whether one agrees to contact."""

    version = version()
    agreed = YesNoField(_l("Do you agree to contact?"))


class EndForm(FlaskForm):
    """Why a question is ended."""

    version = version()
    reason = reason()
