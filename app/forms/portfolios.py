"""Forms that take running cases over from a spreadsheet, and the mapping that reads it."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app import field_words
from app.forms.own_words import OwnWordsForm, written_days
from app.forms.parts import LONG, REQUIRED
from bureau.formats.cases_csv import PORTFOLIO
from bureau.operations.mappings import FIELDS, NEEDED

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
            "An Excel workbook (.xlsx, its first sheet), or CSV in UTF-8; at most %(most)s cases.",
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


class MappingForm(OwnWordsForm):
    """Which column holds what, what own words mean, and how days are written."""

    name = StringField(_l("Name of the mapping"), validators=[REQUIRED, Length(max=60)])
    dates = written_days()
    words = TextAreaField(
        _l("Own words"),
        description=_l(
            "One on each line, with the code that it stands for: hospitality = SC02. For the "
            "decision, the stage, the kind of applicant and the state."
        ),
        validators=[LONG],
    )

    def columns(self) -> dict[str, str]:
        """The headings by field."""
        return {name: self[name].data or "" for name in FIELDS}


def _label(name: str) -> LazyString:
    def words() -> str:
        text = str(field_words.WORDS[name])
        return text[:1].upper() + text[1:]

    return LazyString(words)


for _name in FIELDS:
    _checks = [REQUIRED, Length(max=200)] if _name in NEEDED else [Length(max=200)]
    setattr(MappingForm, _name, StringField(_label(_name), validators=_checks))
