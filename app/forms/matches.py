"""What a person makes of two parties that may be one."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField

from app.forms import parts
from app.forms.parts import REQUIRED
from bureau.rules.pairs import MatchJudgement


class PairForm(FlaskForm):
    """One of the buttons, with the reason; `facts` says what the reader saw."""

    facts = HiddenField(validators=[REQUIRED])
    reason = parts.reason(
        _l("Reason"),
        _l("What decides it, and where you looked. It stays with the judgement."),
    )
    judgement = SelectField(
        _l("Judgement"), choices=parts.words(MatchJudgement, "pair_"), validators=[REQUIRED]
    )
