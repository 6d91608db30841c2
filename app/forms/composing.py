"""The form in which a dossier is composed for its reader."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from uuid import UUID

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length

from app.forms.dossiers import LANGUAGES
from app.forms.redacting import taken
from reports.assembly.order import Selection

REQUIRED = DataRequired()
WHY, ANNEX = "why:", "annex"


class ComposeForm(FlaskForm):
    """Who reads it, on which basis, and which drawing goes along; reasons come by item."""

    reader = HiddenField(validators=[REQUIRED])
    recipient = StringField(
        _l("Recipient"),
        description=_l("Name of the person, a comma, the office."),
        validators=[REQUIRED, Length(max=200)],
    )
    basis = StringField(_l("Legal basis for giving it"), validators=[REQUIRED, Length(max=200)])
    language = SelectField(_l("Language of the dossier"), choices=LANGUAGES, validators=[REQUIRED])
    picture = SelectField(
        _l("Relation chart"),
        description=_l("A kept view of the network is a selection that somebody made."),
        choices=[SelectChoice("", _l("the usual drawing"))],
        default="",
    )

    def offer(self, views: Iterable[tuple[UUID, str]]) -> None:
        """Offer the kept views of the network."""
        usual = SelectChoice("", _l("the usual drawing"))
        self.picture.choices = [usual, *(SelectChoice(str(key), name) for key, name in views)]

    def chosen(self, sent: MultiDict[str, str]) -> Selection:
        """What was chosen; an item for which a reason is written is left out."""
        offered = {choice.value for choice in self.picture.choices or ()}
        picture = self.picture.data if self.picture.data in offered else ""
        return Selection(
            reader=self.reader.data or "",
            left_out=left_out(sent),
            picture=UUID(picture) if picture else None,
            annexes=tuple(annexes(sent)),
            taken=tuple(taken(sent)),
        )


def annexes(sent: MultiDict[str, str]) -> Iterator[UUID]:
    """The documents that were ticked, each once; what is no id is no document."""
    for text in dict.fromkeys(sent.getlist(ANNEX)):
        with suppress(ValueError):
            yield UUID(text)


def left_out(sent: Mapping[str, str]) -> dict[str, str]:
    """The items for which a reason was written, each with it."""
    given = ((name.removeprefix(WHY), text.strip()) for name, text in sent.items()
             if name.startswith(WHY))  # fmt: skip
    return {key: text for key, text in given if text}
