"""Forms for the rights of whoever is screened: requests, answers, corrections."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parties import FIELDS
from app.forms.parts import LONG, REQUIRED, day, reason, select, version
from bureau.rules.access import request_kinds
from bureau.rules.vocabulary import EntityKind

OUTCOMES = ("granted", "partly", "refused")


def _kinds() -> list[SelectChoice]:
    rows = {row.code: row.name.in_(parts.tongue()) for row in request_kinds()}
    return [SelectChoice(code, name) for code, name in rows.items()]


class RequestForm(FlaskForm):
    """A request of a person that came in."""

    who = SelectField(_l("Who asks"), validators=[REQUIRED])
    kind = select(_l("What is asked"), _kinds)
    text = TextAreaField(_l("The request in short"), validators=[REQUIRED, LONG])
    received_on = day(_l("Received on"), _l("Leave it empty for today."))


class ExtendForm(FlaskForm):
    """The term is extended."""

    version = version()
    reason = reason(_l("Why more time is needed"), _l("The person is told within the first term."))
    on = day(_l("Told on"), _l("Leave it empty for today."))


class AnswerForm(FlaskForm):
    """The answer to a request."""

    version = version()
    outcome = select(_l("Answer"), lambda: parts.words(OUTCOMES, "request_"))
    answer = TextAreaField(_l("What was answered, and why"), validators=[REQUIRED, LONG])
    on = day(_l("Answered on"), _l("Leave it empty for today."))


class CorrectForm(FlaskForm):
    """A fact is put right."""

    fact = SelectField(_l("What is wrong"), validators=[REQUIRED])
    value = TextAreaField(_l("What it must say"), validators=[REQUIRED, LONG])
    reason = reason(_l("How it is known that it was wrong"))


def correcting(kind: EntityKind) -> type[FlaskForm]:
    """The form that corrects any field of a party of this kind."""
    why = reason(_l("How it is known that it was wrong"))
    return type("CorrectPartyForm", (FIELDS[kind],), {"version": version(), "reason": why})


class CorrectNumberForm(FlaskForm):
    """A number of a register is put right."""

    version = version()
    value = StringField(_l("What it must say"), validators=[REQUIRED, Length(max=80)])
    reason = reason(_l("How it is known that it was wrong"))


class FollowForm(FlaskForm):
    """What was done about one place."""

    version = version()
    answer = StringField(_l("What was done"), validators=[REQUIRED, Length(max=2000)])
    on = day(_l("Done on"), _l("Leave it empty for today."))


class HoldForm(FlaskForm):
    """A hold on destruction is set or lifted."""

    reason = reason()
