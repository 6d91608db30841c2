"""Forms for the hearing: intention, view, answers point by point."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField, TextAreaField

from app.forms import parts
from app.forms.parts import LEFT_OPEN, LONG, REQUIRED, TicksField, day, reason, version
from bureau.rules.vocabulary import Manner


class IntentionForm(FlaskForm):
    """Send the intended decision."""

    intended = SelectField(_l("Intended decision"), validators=[REQUIRED])
    reasons = reason(_l("Reasons"), _l("The person concerned must be able to answer each of them."))
    library = TicksField(
        _l("From the library"),
        description=_l(
            "What you choose is put among the reasons above, so that the person concerned can "
            "say something about it. Fill in what stands between square brackets."
        ),
        default=(),
        choices=(),
        validators=[LEFT_OPEN],
    )
    until_on = day(_l("View to be given by"), needed=True)
    advice_copied = BooleanField(_l("A copy of the advice is enclosed"))
    secrecy_notice = BooleanField(
        _l("The letter points out the duty of secrecy (Wet Bibob 28)"),
    )
    on = day(_l("Sent on"), _l("Leave it empty for today."))


class ViewForm(FlaskForm):
    """The view of the person concerned."""

    manner = SelectField(
        _l("How it was given"), choices=parts.words(Manner, "manner_"), validators=[REQUIRED]
    )
    points = TextAreaField(
        _l("Points of the view"),
        description=_l("One point on each line; each is answered separately."),
        validators=[LONG],
    )
    new_facts = BooleanField(_l("It brings new facts"))
    on = day(_l("Received on"), _l("Leave it empty for today."))


class PointForm(FlaskForm):
    """What is made of one point."""

    version = version()
    answer = TextAreaField(_l("Answer"), validators=[REQUIRED, LONG])
