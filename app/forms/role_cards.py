"""Forms for role cards: in a case with its versions, and as an annex to an agreement."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length, Regexp

from app.forms import parts
from app.forms.parts import REQUIRED, SHORT, TicksField, day, reason, version
from bureau.operations.role_cards import CardStart, CardWords

TEXT = Length(max=4000)


class RoleForm(FlaskForm):
    """What a partner does: its task, its powers, the data it brings, and what it does not do."""

    task = TextAreaField(
        _l("Task"),
        description=_l("What this partner does, in one or two sentences. No names of persons."),
        validators=[REQUIRED, TEXT],
    )
    powers = TicksField(
        _l("Powers it uses"),
        description=_l(
            "Its own only, at least one: taking part changes nobody's powers (WGS 1.3(4))."
        ),
        choices=[],
        validate_choice=False,
    )
    categories = TicksField(
        _l("Data it brings"),
        description=_l("Of its own, and open in the phase (WGS 2.22; BGS 2.15)."),
        choices=[],
        validate_choice=False,
    )
    not_done = TextAreaField(
        _l("What it does not do"),
        description=_l("Where others may expect it to."),
        validators=[REQUIRED, TEXT],
    )

    def offer(self, start: CardStart) -> None:
        """Let choose from the powers and the data that may stand on this card."""
        tongue = parts.tongue()
        self.powers.choices = [
            SelectChoice(row.code, f"{row.name.in_(tongue)} ({row.basis})") for row in start.powers
        ]
        self.categories.choices = [
            SelectChoice(row.code, row.name.in_(tongue)) for row in start.categories
        ]


class TemplateForm(RoleForm):
    """The card of a party as an annex to a draft."""

    version = version()

    def words(self) -> CardWords:
        """What was written; who owns it and the last day belong to a case."""
        return CardWords(
            task=self.task.data or "",
            powers=self.powers.data or (),
            categories=self.categories.data or (),
            not_done=self.not_done.data or "",
        )


class CardForm(RoleForm):
    """A version of a card in a case."""

    number = HiddenField(validators=[REQUIRED, Regexp(r"\A\d{1,6}\Z")])
    owner = StringField(_l("Who owns it there"), validators=[REQUIRED, SHORT])
    due_on = day(_l("Last day"), _l("The day by which the task is done."), needed=True)
    reason = reason(_l("Reason of the change"), _l("The old version stays, with its confirmation."))

    def words(self) -> CardWords:
        """What was written."""
        return CardWords(
            owner=self.owner.data or "",
            task=self.task.data or "",
            powers=self.powers.data or (),
            categories=self.categories.data or (),
            due_on=self.due_on.data,
            not_done=self.not_done.data or "",
        )


class ConfirmForm(FlaskForm):
    """Confirm exactly the version that was read."""

    number = HiddenField(validators=[REQUIRED, Regexp(r"\A\d{1,6}\Z")])


def card_form(start: CardStart) -> CardForm:
    """A card as a form, filled with what it begins with; a first version asks for no reason."""
    kind = CardForm if start.number else type("FirstCardForm", (CardForm,), {"reason": None})
    form: CardForm = kind(data=filled(start) | {"number": str(start.number)})
    form.offer(start)
    return form


def template_form(start: CardStart) -> TemplateForm:
    """The annex as a form, filled with what it begins with."""
    form = TemplateForm(data=filled(start))
    form.offer(start)
    return form


def filled(start: CardStart) -> dict[str, object]:
    """What a card begins with, by field; what it does not do begins with the limits of the law."""
    words = start.words
    return {
        "owner": words.owner,
        "task": words.task,
        "powers": list(words.powers),
        "categories": list(words.categories),
        "due_on": words.due_on,
        "not_done": words.not_done or start.limits.in_(parts.tongue()),
    }
