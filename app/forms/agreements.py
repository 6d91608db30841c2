"""Forms for agreements between organisations."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import REQUIRED, SHORT, TicksField, day, reason, version
from bureau.rules.agreements import checklist

TEXT = Length(max=4000)
PREFIX = "item_"


class DrawUpForm(FlaskForm):
    """A first version; the view offers the organisations."""

    title = StringField(_l("Title"), validators=[REQUIRED, SHORT])
    begins_on = day(_l("In force from"), needed=True)
    ends_on = day(_l("Ends on"), _l("Every agreement has an end; it can be renewed."), needed=True)
    bodies = TicksField(
        _l("Parties"),
        description=_l("Your own organisation is always one of them."),
        choices=[],
        validate_choice=False,
    )


class PartyForm(FlaskForm):
    """Who owns the co-operation at one party, and what it commits."""

    version = version()
    organisation = parts.select(_l("Organisation"), list, validate_choice=False)
    owner = StringField(_l("Who owns it there"), validators=[REQUIRED, SHORT])
    commitments = TextAreaField(
        _l("What it commits"),
        description=_l("Hours, powers and data that this party brings."),
        validators=[REQUIRED, TEXT],
    )


class OfferForm(FlaskForm):
    """Offer an agreement for signature."""

    version = version()


class SignForm(FlaskForm):
    """Who signed for an organisation, in which function and on which day."""

    organisation = parts.select(_l("Organisation"), list, validate_choice=False)
    signed_by = StringField(_l("Name of who signed"), validators=[REQUIRED, SHORT])
    signed_as = StringField(_l("Function"), validators=[REQUIRED, SHORT])
    signed_on = day(_l("Signed on"), needed=True)


class EndForm(FlaskForm):
    """The last day of an agreement."""

    version = version()
    ended_on = day(_l("Last day"), needed=True)
    reason = reason()


class RenewForm(FlaskForm):
    """The term of a next version."""

    version = version()
    begins_on = day(_l("In force from"), needed=True)
    ends_on = day(_l("Ends on"), needed=True)


class ChecklistForm(FlaskForm):
    """What was agreed, item by item; `checklist_form` adds a field for each."""

    version = version()

    def answers(self) -> dict[str, str]:
        """The text of each item, by its code."""
        return {
            field.name.removeprefix(PREFIX): field.data or ""
            for field in self
            if field.name.startswith(PREFIX)
        }


def checklist_form(answers: dict[str, str]) -> ChecklistForm:
    """The checklist as a form, filled with what was agreed so far."""
    tongue = parts.tongue()
    fields = {
        f"{PREFIX}{row.code}": TextAreaField(
            row.name.in_(tongue).capitalize(),
            description=f"{row.question.in_(tongue)} ({row.basis})",
            validators=[TEXT],
        )
        for row in checklist()
    }
    kind = type("FilledChecklist", (ChecklistForm,), fields)
    filled: ChecklistForm = kind(data={f"{PREFIX}{code}": said for code, said in answers.items()})
    return filled
