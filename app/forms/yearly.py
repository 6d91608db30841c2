"""Forms of the overview: a year, and a name for a filter."""

from datetime import date

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, StringField
from wtforms.validators import Length, NumberRange, Optional

from app.forms.parts import REQUIRED, AskForm


class YearForm(AskForm):
    """Which year."""

    year = IntegerField(_l("Year"), validators=[Optional(), NumberRange(2000, 2100)])

    def asked(self, today: date) -> int:
        """The year that is asked for: this one where none is, or one still to come."""
        chosen = self.year.data if self.validate() else None
        return min(chosen or today.year, today.year)


class SaveFilterForm(FlaskForm):
    """A filter of the list of cases under a name."""

    name = StringField(_l("Keep this filter as"), validators=[REQUIRED, Length(max=60)])
    q = HiddenField(validators=[Length(max=200)])
    kind = HiddenField(validators=[Length(max=40)])
    clock = HiddenField(validators=[Length(max=40)])
    handler = HiddenField(validators=[Length(max=40)])
    state = HiddenField(validators=[Length(max=40)])
    scope = HiddenField(validators=[Length(max=40)])
