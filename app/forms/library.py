"""Forms for the library of conditions."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, NumberRange

from app.forms import parts
from app.forms.parts import LEFT_OPEN, LONG, REQUIRED, SHORT, TicksField, reason, version
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import FindingGround

GROUNDS = tuple(FindingGround)[:3]
LONGEST = 3650


def _range(least: int) -> NumberRange:
    return NumberRange(least, LONGEST)


class OwnConditionForm(FlaskForm):
    """A condition of one's own municipality."""

    version = version()
    name_nl = StringField(_l("Name, in Dutch"), validators=[REQUIRED, SHORT])
    name_en = StringField(_l("Name, in English"), validators=[LEFT_OPEN, SHORT])
    text_nl = TextAreaField(
        _l("Condition, in Dutch"),
        description=_l("What has to be filled in per case stands between square brackets."),
        validators=[REQUIRED, LONG],
    )
    text_en = TextAreaField(_l("Condition, in English"), validators=[LEFT_OPEN, LONG])
    evidence_nl = TextAreaField(
        _l("What shows that it is kept, in Dutch"), validators=[REQUIRED, LONG]
    )
    evidence_en = TextAreaField(
        _l("What shows that it is kept, in English"), validators=[LEFT_OPEN, LONG]
    )
    grounds = TicksField(
        _l("Against danger on these grounds"),
        choices=lambda: parts.words(GROUNDS, "ground_"),
        validators=[LEFT_OPEN],
    )
    scopes = TicksField(
        _l("For these decisions"),
        description=_l("Choose nothing for every decision."),
        choices=lambda: parts.named(scopes()),
        validators=[LEFT_OPEN],
    )
    days = IntegerField(
        _l("Days until the first check"), default=90, validators=[InputRequired(), _range(1)]
    )
    again = IntegerField(
        _l("Days until each next check"),
        description=_l("0 for a condition that is checked once."),
        default=180,
        validators=[InputRequired(), _range(0)],
    )
    reason = reason(_l("Reason"), _l("Why it is added or changed. It is kept."))
