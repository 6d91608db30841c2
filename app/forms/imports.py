"""The forms that take a file into a case, and back out of it."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.documents import category, whose
from app.forms.parts import LONG, REQUIRED
from app.words import word
from bureau.formats.registry import READERS

PREVIEW, STORE, TRAY = "preview", "store", "tray"


def _formats() -> list[SelectChoice]:
    return [SelectChoice(name, word(f"format_{name}")) for name in READERS]


def _grades() -> list[SelectChoice]:
    return [SelectChoice("", _l("the grade that fits this format")), *parts.reliabilities()]


class ImportForm(FlaskForm):
    """A file, where it comes from and how far that is to be trusted."""

    format = parts.select(_l("Format"), _formats)
    mapping = parts.select(
        _l("Mapping"),
        list,
        description=_l("Only for a spreadsheet of your own: what each of its rows makes."),
        needed=False,
    )
    file = FileField(_l("File"), validators=[FileRequired(_l("Choose a file."))])
    title = StringField(
        _l("Title of the source"),
        description=_l("As it will stand beside each fact."),
        validators=[REQUIRED, Length(max=300)],
    )
    owner = whose()
    category = category()
    basis = TextAreaField(
        _l("Legal basis"),
        description=_l("The power on which this file was obtained."),
        validators=[LONG],
    )
    reliability = parts.select(_l("Reliability of the source"), _grades, needed=False)
    act = RadioField(
        _l("What to do"),
        choices=[
            SelectChoice(PREVIEW, _l("Only look: read the whole file and store nothing")),
            SelectChoice(STORE, _l("Store it: everything or nothing")),
            SelectChoice(
                TRAY,
                _l(
                    "Put it in the tray: only rows of a spreadsheet of your own, to be graded first"
                ),
            ),
        ],
        default=PREVIEW,
        validators=[REQUIRED],
    )


class UndoForm(FlaskForm):
    """All that an import made goes, for a reason."""

    reason = parts.reason(_l("Why it is taken back"), _l("It stays with the import."))
