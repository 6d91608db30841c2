"""Forms for leads: answer each innocent explanation, then judge."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, TextAreaField

from app.forms import parts
from app.forms.parts import LONG, NOTHING, REQUIRED, version

ANSWERS = ("not_checked", "supports", "excluded")
JUDGEMENTS = ("explained", "retained", "refuted")


class InnocentForm(FlaskForm):
    """What came of checking one innocent explanation."""

    version = version()
    answer = SelectField(
        _l("What came of checking it?"), choices=parts.words(ANSWERS), validators=[REQUIRED]
    )
    evidence = TextAreaField(
        _l("What was looked at"),
        description=_l("Where it was looked for and what was found."),
        validators=[LONG],
    )
    source = SelectField(_l("Source"), default="")


class JudgeForm(FlaskForm):
    """What a person makes of the lead once every innocent explanation was answered."""

    version = version()
    status = SelectField(
        _l("Judgement"), choices=[NOTHING, *parts.words(JUDGEMENTS)], validators=[REQUIRED]
    )
    reason = parts.reason(_l("Reason"))
