"""Forms of the overview: a year, and a name for a filter."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, StringField
from wtforms.validators import Length, NumberRange, Optional

from app.forms.parts import REQUIRED, AskForm


class YearForm(AskForm):
    """Which year."""

    year = IntegerField(_l("Year"), validators=[Optional(), NumberRange(2000, 2100)])


class SaveFilterForm(FlaskForm):
    """A filter of the list of cases under a name."""

    name = StringField(_l("Keep this filter as"), validators=[REQUIRED, Length(max=60)])
    q = HiddenField(validators=[Length(max=200)])
    kind = HiddenField(validators=[Length(max=40)])
    clock = HiddenField(validators=[Length(max=40)])
