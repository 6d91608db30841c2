"""Forms for leads: answer each innocent explanation, then judge."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, TextAreaField

from app.forms import parts
from app.forms.parts import LONG, NOTHING, REQUIRED, version
from bureau.rules.agenda import VictimCheck
from bureau.rules.vocabulary import LeadAnswer, LeadJudgement


class InnocentForm(FlaskForm):
    """What came of checking one innocent explanation."""

    version = version()
    answer = SelectField(
        _l("What came of checking it?"), choices=parts.words(LeadAnswer), validators=[REQUIRED]
    )
    evidence = TextAreaField(
        _l("What was looked at"),
        description=_l("Where it was looked for and what was found."),
        validators=[LONG],
    )
    source = SelectField(_l("Source"), default="")


class VictimForm(FlaskForm):
    """Whether somebody in the lead may be used or forced."""

    version = version()
    answer = SelectField(
        _l("Could somebody here be a victim?"),
        choices=[NOTHING, *parts.words((VictimCheck.NO_INDICATION, VictimCheck.REFERRED))],
        validators=[REQUIRED],
    )
    note = TextAreaField(
        _l("How this was looked into"),
        description=_l(
            "Write nothing of help that somebody gets: support files stand apart from this file."
        ),
        validators=[REQUIRED, LONG],
    )


class JudgeForm(FlaskForm):
    """What a person makes of the lead once every innocent explanation was answered."""

    version = version()
    status = SelectField(
        _l("Judgement"), choices=[NOTHING, *parts.words(LeadJudgement)], validators=[REQUIRED]
    )
    reason = parts.reason(_l("Reason"))
