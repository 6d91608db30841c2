"""The form that searches what one may see."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import Length

from app.forms.parts import AskForm


class SearchForm(AskForm):
    """One line of words."""

    q = StringField(
        _l("Search"),
        description=_l("Reference or title of a case, name of a party, number."),
        validators=[Length(max=100)],
    )
