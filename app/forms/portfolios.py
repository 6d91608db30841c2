"""Forms that take running cases over from a spreadsheet, and the mapping that reads it."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app import field_words
from app.forms.parts import LONG, REQUIRED
from bureau.formats.cases_csv import PORTFOLIO
from bureau.operations.mappings import DAY_FIRST, FIELDS, ISO, NEEDED

PREVIEW, STORE = "preview", "store"
# The fields of a mapping as the page groups them.
GROUPS = (
    (_l("The case"), FIELDS[:6]),
    (_l("The applicant"), FIELDS[6:18]),
    (_l("Days"), FIELDS[18:28]),
    (_l("From here on"), FIELDS[28:]),
)


class TakeOverForm(FlaskForm):
    """A spreadsheet, the mapping that reads it, and whether to look or to store."""

    mapping = SelectField(_l("Mapping"), validators=[REQUIRED])
    file = FileField(
        _l("Spreadsheet"),
        description=_l(
            "CSV in UTF-8, with ; or , between the cells; at most %(most)s cases.",
            most=PORTFOLIO.rows,
        ),
        validators=[FileRequired(_l("Choose a file."))],
    )
    act = RadioField(
        _l("What to do"),
        choices=[
            SelectChoice(PREVIEW, _l("Only look: show what every row would make, store nothing")),
            SelectChoice(STORE, _l("Store it: every case or none")),
        ],
        default=PREVIEW,
        validators=[REQUIRED],
    )


class MappingForm(FlaskForm):
    """Which column holds what, what own words mean, and how days are written."""

    name = StringField(_l("Name of the mapping"), validators=[REQUIRED, Length(max=60)])
    dates = RadioField(
        _l("Days are written as"),
        choices=[SelectChoice(DAY_FIRST, "20-11-2026"), SelectChoice(ISO, "2026-11-20")],
        default=DAY_FIRST,
        validators=[REQUIRED],
    )
    words = TextAreaField(
        _l("Own words"),
        description=_l(
            "One on each line, with the code that it stands for: hospitality = SC02. For the "
            "decision, the stage, the kind of applicant and the state."
        ),
        validators=[LONG],
    )

    def validate_words(self, field: TextAreaField) -> None:
        """Each line gives one word its code."""
        for number, line in enumerate(_lines(field.data), 1):
            word, equals, code = line.partition("=")
            if not (equals and word.strip() and code.strip()):
                raise ValidationError(
                    _l("Line %(number)s is not a word, = and a code.", number=number)
                )

    def columns(self) -> dict[str, str]:
        """The headings by field."""
        return {name: self[name].data or "" for name in FIELDS}

    def meanings(self) -> dict[str, str]:
        """The codes by own word."""
        parts = (line.partition("=") for line in _lines(self.words.data))
        return {word.strip(): code.strip() for word, _, code in parts}


def _lines(text: str | None) -> list[str]:
    return [line for line in (text or "").splitlines() if line.strip()]


def _label(name: str) -> LazyString:
    def words() -> str:
        text = str(field_words.WORDS[name])
        return text[:1].upper() + text[1:]

    return LazyString(words)


for _name in FIELDS:
    _checks = [REQUIRED, Length(max=200)] if _name in NEEDED else [Length(max=200)]
    setattr(MappingForm, _name, StringField(_label(_name), validators=_checks))
