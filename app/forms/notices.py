"""Forms of notices about an issued dossier: a correction, and a recall."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import REQUIRED, TicksField
from app.words import word
from bureau.operations.breaches import ANSWERS

LONGEST = Length(max=2000)


class CorrectionNoticeForm(FlaskForm):
    """Which corrections are told."""

    corrections = TicksField(
        _l("Corrections that are told"),
        description=_l("Only what stands in the dossier is offered; the reason is told with it."),
    )
    reason = TextAreaField(
        _l("What it means for the dossier"),
        description=_l("Optional, in a few plain sentences."),
        validators=[LONGEST],
    )

    def offer(self, rows: Iterable[tuple[str, str]]) -> None:
        """Let these corrections be ticked."""
        self.corrections.choices = [SelectChoice(key, said) for key, said in rows]


class RecallForm(FlaskForm):
    """Why a dossier is taken back, and what becomes of the copies."""

    ground = SelectField(_l("Ground"), validators=[REQUIRED])
    why = TextAreaField(
        _l("Why, in words for the recipient"),
        description=_l("Say nothing that the recipient may not know."),
        validators=[REQUIRED, LONGEST],
    )
    duty = SelectField(_l("What becomes of the copies"), validators=[REQUIRED])

    def offer(self, grounds: Iterable[tuple[str, str]], duties: Iterable[tuple[str, str]]) -> None:
        """Let one of these grounds and duties be chosen."""
        self.ground.choices = [SelectChoice(code, name) for code, name in grounds]
        self.duty.choices = [SelectChoice(code, name) for code, name in duties]


class BreachForm(FlaskForm):
    """What became of the duty to notify a breach of personal data."""

    version = parts.version()
    breach = RadioField(
        _l("Was the breach notified?"),
        choices=[SelectChoice(code, word(f"breach_{code}")) for code in ANSWERS],
        validators=[REQUIRED],
    )
    breach_words = TextAreaField(
        _l("When and under which number, or why not"),
        description=_l("Kept, so that the supervisory authority can check it (AVG 33(5))."),
        validators=[REQUIRED, LONGEST],
    )
