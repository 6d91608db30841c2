"""The forms of a mapping of rows: what each row of a file makes, and which column holds what."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app import field_words
from app.forms import parts
from app.forms.own_words import OwnWordsForm, written_days
from app.forms.parts import LONG, REQUIRED, AskForm, tongue
from app.words import word
from bureau.operations.row_mappings import TIE, made_kinds, row_fields
from bureau.rules.records import TERMS, RecordRow, record_kinds

COLUMN = "column_"  # before the name of a field, so that it never meets those of every mapping


def kinds() -> list[SelectChoice]:
    """All that a row can make, in words."""
    return [SelectChoice(code, makes_word(code)) for code in made_kinds()]


def makes_word(makes: str) -> str:
    """What a row makes, in the language of the reader."""
    row = _record(makes)
    text = row.name.in_(tongue()) if row else str(word("about_tie" if makes == TIE else makes))
    return text[:1].upper() + text[1:]


class MakesForm(AskForm):
    """What each row of the file is."""

    makes = parts.select(_l("Each row of the file is"), kinds)


class RowMappingForm(OwnWordsForm):
    """The name of a mapping, what own words mean, and how days are written."""

    makes = HiddenField(validators=[REQUIRED])
    name = StringField(_l("Name of the mapping"), validators=[REQUIRED, Length(max=60)])
    dates = written_days()
    words = TextAreaField(
        _l("Own words"),
        description=_l("One on each line, with the code that it stands for: owner = owns."),
        validators=[LONG],
    )

    def columns(self) -> dict[str, str]:
        """The headings by field."""
        named = (field for field in self if field.short_name.startswith(COLUMN))
        return {each.short_name.removeprefix(COLUMN): each.data or "" for each in named}


def mapping_form(makes: str) -> type[RowMappingForm]:
    """The form with a column for each field; raises Invalid for what no row can make."""
    known = row_fields(makes)
    asked: dict[str, Any] = {}
    for name in known.names:
        checks = [REQUIRED] if name in known.needed else []
        asked[COLUMN + name] = StringField(
            field_label(makes, name),
            description=_l("The name of the mapping whose own numbers are used, after a =.")
            if name == "own_numbers"
            else "",
            validators=[*checks, Length(max=200)],
        )
    return type("OneMappingForm", (RowMappingForm,), asked)


def field_label(makes: str, name: str) -> str:
    """What a field of a kind is called, in the language of the reader."""
    row = _record(makes)
    told = {each.name: each.text for each in row.roles} if row else {}
    told |= {each.name: each.text for each in row.fields} if row else {}
    own = told.get(name) or (TERMS.get(name) if row else None)
    text = own.in_(tongue()) if own else str(field_words.WORDS.get(name, name))
    return text[:1].upper() + text[1:]


def _record(makes: str) -> RecordRow | None:
    return next((row for row in record_kinds() if row.code == makes), None)
