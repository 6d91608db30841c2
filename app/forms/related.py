"""The answer to a notice that a colleague handles a case on the same person."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField

from app.forms.parts import version


class NoticeForm(FlaskForm):
    """That the notice was seen, and whether the colleague may see by whom."""

    version = version()
    named = BooleanField(_l("Let my colleague see my name"))
