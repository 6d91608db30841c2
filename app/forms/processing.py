"""Forms for changes of processing."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from app.forms import parts
from app.forms.parts import LONG, REQUIRED, SHORT
from app.forms.users import RolesField


class ChangeForm(FlaskForm):
    """What the committee advised, or why it is departed from."""

    subjects = RolesField(
        _l("What the change is about"), choices=[], validate_choice=False, validators=[REQUIRED]
    )
    what = TextAreaField(_l("What changes, and what for"), validators=[REQUIRED, Length(max=2000)])
    reference = StringField(_l("Reference of the advice"), validators=[SHORT])
    advised_on = DateField(_l("Date of the advice"), validators=[Optional()])
    advice = TextAreaField(_l("Text of the advice"), validators=[LONG])
    minority = TextAreaField(
        _l("Minority note"),
        description=_l("What members of the committee thought who did not agree."),
        validators=[LONG],
    )
    favourable = BooleanField(_l("The committee has no objection"))
    deviation = TextAreaField(
        _l("Reasons to depart from the advice, or not to wait for it"),
        description=_l("Only together with both dates below."),
        validators=[LONG],
    )
    told_committee_on = DateField(_l("Committee told on"), validators=[Optional()])
    told_officer_on = DateField(_l("Data protection officer told on"), validators=[Optional()])


class WithdrawForm(FlaskForm):
    """Why an entry should not hold."""

    version = parts.version()
    reason = StringField(_l("Reason"), validators=[REQUIRED, Length(max=500)])
