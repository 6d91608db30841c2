"""Forms for reading files of colleagues: for a task, in an emergency, and their review."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms import TextAreaField as Area
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms.parts import REQUIRED, YesNoField, tongue, version
from bureau.operations.search import CaseHit
from bureau.rules.need_to_know import look_purposes


class LeaseForm(FlaskForm):
    """Which file, for which task of one's own, and why."""

    reference = StringField(_l("Reference of the file"), validators=[REQUIRED, Length(max=20)])
    purpose = SelectField(_l("What for"), choices=[], validate_choice=False, validators=[REQUIRED])
    task = SelectField(
        _l("For which case of yours"), choices=[], validate_choice=False, validators=[REQUIRED]
    )
    reason = Area(
        _l("Why you need this file"),
        description=_l("Its handler and the auditor read this. Give no personal data."),
        validators=[REQUIRED, Length(max=500)],
    )

    def offer(self, cases: Iterable[CaseHit], on: date) -> None:
        """Offer the purposes that name a case, and one's own cases."""
        rows = [row for row in look_purposes().on(on) if row.cased]
        self.purpose.choices = [SelectChoice(row.code, row.name.in_(tongue())) for row in rows]
        self.task.choices = [
            SelectChoice(str(hit.id), f"{hit.reference} {hit.title}") for hit in cases
        ]

    @property
    def task_id(self) -> UUID:
        """The case that says why; one that is none is not found."""
        try:
            return UUID(self.task.data or "")
        except ValueError:
            return UUID(int=0)


class GlassForm(FlaskForm):
    """Which file, and what the emergency is."""

    reference = StringField(_l("Reference of the file"), validators=[REQUIRED, Length(max=20)])
    reason = Area(
        _l("What the emergency is"),
        description=_l("The colleague who confirms, the handler and the auditor read this."),
        validators=[REQUIRED, Length(max=500)],
    )


class ReviewForm(FlaskForm):
    """Whether an emergency was one, and what was found."""

    version = version()
    justified = YesNoField(_l("It was an emergency"))
    finding = Area(_l("What you found"), validators=[REQUIRED, Length(max=2000)])
