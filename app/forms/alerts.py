"""The answer of a reviewer to a question about looks."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms import TextAreaField as Area
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms.parts import REQUIRED, tongue, version
from bureau.rules.insider_rules import AlertVerdict


class AnswerForm(FlaskForm):
    """What the reviewer makes of it, and why."""

    version = version()
    verdict = RadioField(
        _l("Your answer"), choices=[], validate_choice=False, validators=[REQUIRED]
    )
    reason = Area(
        _l("Why, and what you looked at"),
        description=_l("The other reviewer reads it after answering."),
        validators=[REQUIRED, Length(max=4000)],
    )

    def offer(self, verdicts: tuple[AlertVerdict, ...]) -> None:
        """Offer the answers that are possible."""
        self.verdict.choices = [SelectChoice(row.code, row.name.in_(tongue())) for row in verdicts]
