"""Forms for organisations."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, Length

from app.forms import parts

REQUIRED = DataRequired()


class OrganisationForm(FlaskForm):
    """A new partner body; the view offers the kinds."""

    code = StringField(
        _l("Code"),
        description=_l("2 to 40 small letters, digits or dashes; it does not change later."),
        validators=[REQUIRED, Length(max=40)],
    )
    name = StringField(_l("Name"), validators=[REQUIRED, Length(max=200)])
    kind = SelectField(
        _l("Kind of organisation"),
        description=_l("It decides which roles and seats the law leaves open (WGS 2.19)."),
        choices=[],
    )


class RenameForm(FlaskForm):
    """Another name for an organisation."""

    version = parts.version()
    name = StringField(_l("Name"), validators=[REQUIRED, Length(max=200)])
