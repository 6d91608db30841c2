"""A form for a new calendar address."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField
from wtforms.validators import Length

from app.forms.parts import REQUIRED


class AddressForm(FlaskForm):
    """Whoever has the address reads one's terms, so the password is asked once more."""

    password = PasswordField(_l("Your password"), validators=[REQUIRED, Length(max=256)])
