"""Forms for the anonymous survey of partners."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from app.forms import parts
from app.forms.parts import version
from bureau.rules.survey import MARKS, SurveyQuestion

PREFIX = "mark_"
WORDS = {1: _l("not at all"), 3: _l("partly"), 5: _l("fully")}


class OpenForm(FlaskForm):
    """Open a round."""


class CloseForm(FlaskForm):
    """Close a round."""

    version = version()


class AnswerForm(FlaskForm):
    """A mark for each statement; `answer_form` adds a field for each."""

    def marks(self) -> dict[str, int]:
        """The marks by the code of the statement."""
        return {
            field.name.removeprefix(PREFIX): int(field.data or 0)
            for field in self
            if field.name.startswith(PREFIX)
        }


def answer_form(questions: Iterable[SurveyQuestion]) -> AnswerForm:
    """The statements as a form, none answered beforehand."""
    tongue = parts.tongue()
    choices = [SelectChoice(str(mark), _named(mark)) for mark in MARKS]
    fields = {
        f"{PREFIX}{row.code}": RadioField(
            row.name.in_(tongue), choices=choices, validators=[InputRequired()]
        )
        for row in questions
    }
    kind = type("SurveyAnswer", (AnswerForm,), fields)
    made: AnswerForm = kind()
    return made


def _named(mark: int) -> str:
    return f"{mark} · {WORDS[mark]}" if mark in WORDS else str(mark)
