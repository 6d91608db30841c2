"""The words that an authority's own files use, and how they write their days."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, TextAreaField, ValidationError
from wtforms.fields import SelectChoice

from app.forms.parts import REQUIRED
from bureau.operations.mappings import DAY_FIRST, ISO


class OwnWordsForm(FlaskForm):
    """A mapping that says in `words`, one on each line, what own words mean."""

    words: TextAreaField

    def validate_words(self, field: TextAreaField) -> None:
        """Each line gives one word its code."""
        for number, line in enumerate(_lines(field.data), 1):
            word, equals, code = line.partition("=")
            if not (equals and word.strip() and code.strip()):
                raise ValidationError(
                    _l("Line %(number)s is not a word, = and a code.", number=number)
                )

    def meanings(self) -> dict[str, str]:
        """The codes by own word."""
        told = (line.partition("=") for line in _lines(self.words.data))
        return {word.strip(): code.strip() for word, _, code in told}


def written_days() -> RadioField:
    """How the file writes its days."""
    return RadioField(
        _l("Days are written as"),
        choices=[SelectChoice(DAY_FIRST, "20-11-2026"), SelectChoice(ISO, "2026-11-20")],
        default=DAY_FIRST,
        validators=[REQUIRED],
    )


def _lines(text: str | None) -> list[str]:
    return [line for line in (text or "").splitlines() if line.strip()]
