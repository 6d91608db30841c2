"""Asking a colleague to lift the quota of what one takes out, once."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, RadioField
from wtforms import TextAreaField as Area
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length

from app.forms.parts import REQUIRED
from app.words import word


class LiftForm(FlaskForm):
    """How many more, for how long, and why."""

    place = RadioField(_l("Which quota"), choices=[], validate_choice=False, validators=[REQUIRED])
    number = IntegerField(_l("How many more"), validators=[InputRequired()])
    hours = IntegerField(_l("Within how many hours"), validators=[InputRequired()])
    reason = Area(
        _l("Why you need them"),
        description=_l("A colleague of your organisation reads it: name no person and no file."),
        validators=[REQUIRED, Length(max=500)],
    )

    def offer(self, places: tuple[str, ...]) -> None:
        """Offer the quotas of which nothing is left."""
        self.place.choices = [SelectChoice(each, word(f"place_{each}")) for each in places]
