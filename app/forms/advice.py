"""Forms for the advice of the Landelijk Bureau Bibob."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField, TextAreaField

from app.forms import parts
from app.forms.parts import LONG, REQUIRED, day, reason, version
from bureau.rules.vocabulary import Danger

DEGREES = (Danger.UNKNOWN, Danger.NONE, Danger.LESSER, Danger.SERIOUS)
READERS_HINT = _l("One line for each: login, a colon, and why this person must read it.")


def named_readers(text: str) -> dict[str, str]:
    """The lines «login: reason» as login and reason."""
    pairs = (line.partition(":") for line in text.splitlines() if line.strip())
    return {login.strip(): why.strip() for login, _, why in pairs}


class ReceiveForm(FlaskForm):
    """The advice came in."""

    document = SelectField(
        _l("Document of the advice"),
        description=_l("Add it under documents first; from now on only named readers see it."),
        validators=[REQUIRED],
    )
    danger_a = SelectField(
        _l("Advised on ground a"), choices=parts.words(DEGREES), validators=[REQUIRED]
    )
    danger_b = SelectField(
        _l("Advised on ground b"), choices=parts.words(DEGREES), validators=[REQUIRED]
    )
    art_3_6 = BooleanField(_l("An offence to obtain or keep the decision (art. 3(6))"))
    summary = TextAreaField(_l("Summary"), validators=[REQUIRED, LONG])
    readers = TextAreaField(
        _l("Other readers (Wet Bibob 28)"), description=READERS_HINT, validators=[LONG]
    )
    reason = reason(_l("Why you must read it yourself"))
    on = day(_l("Received on"), _l("Leave it empty for today."))


class ReadersForm(FlaskForm):
    """More readers of the advice."""

    readers = TextAreaField(_l("Readers"), description=READERS_HINT, validators=[REQUIRED, LONG])


class CheckForm(FlaskForm):
    """The care check."""

    version = version()
    memo = TextAreaField(
        _l("Care check (vergewistoets)"),
        description=_l("Is the advice careful, complete and up to date? (Awb 3:9)"),
        validators=[REQUIRED, LONG],
    )
