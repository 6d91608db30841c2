"""The form that searches what one may see, for a case and a purpose."""

from collections.abc import Iterable
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms.parts import AskForm, tongue
from bureau.operations.search import OWN, CaseHit, Errand
from bureau.rules.need_to_know import look_purposes


class SearchForm(AskForm):
    """One line of words, what it is for, and the case in which the task is."""

    q = StringField(
        _l("Search"),
        description=_l("Reference or title of a case, name of a party, number."),
        validators=[Length(max=100)],
    )
    purpose = SelectField(
        _l("What for"),
        choices=[],
        default=OWN,
        description=_l("People and companies are found only for a task."),
        validate_choice=False,
    )
    case = SelectField(
        _l("For which case"), choices=[], validate_choice=False, validators=[Length(max=40)]
    )
    reason = StringField(
        _l("Why"),
        description=_l("Only where no case says why; this is kept and can be reviewed."),
        validators=[Length(max=500)],
    )

    def offer(self, cases: Iterable[CaseHit]) -> None:
        """Offer the purposes and one's own cases."""
        rows = look_purposes().rows
        self.purpose.choices = [SelectChoice(row.code, row.name.in_(tongue())) for row in rows]
        known = [SelectChoice(str(hit.id), f"{hit.reference} {hit.title}") for hit in cases]
        self.case.choices = [SelectChoice("", "-"), *known]

    @property
    def errand(self) -> Errand:
        """What is searched for; a case that is none counts as not named."""
        return Errand(self.purpose.data or OWN, _id(self.case.data), self.reason.data or "")


def _id(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
