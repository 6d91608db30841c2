"""The forms of a signal: what is reported, who looks at it, and what becomes of it."""

from collections.abc import Collection

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import LONG, REQUIRED, SHORT, TicksField, day, reason, version
from bureau.operations.signals import Told
from bureau.rules.signals import (
    ANSWERS,
    DISINTERESTED,
    INTERESTED,
    MUST,
    WEIGHED,
    signal_forms,
    signal_reasons,
)

ANSWER_WORDS = {
    "yes": _l("yes"),
    "no": _l("no"),
    "for": _l("speaks for treating it"),
    "against": _l("speaks against treating it"),
    "not_known": _l("not known"),
}


def _area(label: object, hint: object = "") -> TextAreaField:
    return TextAreaField(label, description=hint, validators=[REQUIRED, LONG])


class SignalForm(FlaskForm):
    """What an organisation reports."""

    bureau = SelectField(_l("Partnership bureau"), validators=[REQUIRED])
    form = parts.select(
        _l("Form of organised crime"),
        lambda: parts.named(signal_forms()),
        description=_l("One of the six forms of BGS 2.16(1)(b)."),
    )
    facts = _area(
        _l("The facts"),
        _l("What is known, without conclusions. Never nationality or origin (BGS 1.9)."),
    )
    observation = _area(
        _l("Your own observation"),
        _l("What your organisation itself saw, heard or found (BGS 2.16(1)(a))."),
    )
    observed_on = day(_l("Day of the observation"), needed=True)
    source = _area(_l("Source"), _l("Where it comes from: own supervision, a report, a register."))
    ground = StringField(
        _l("Ground on which you hold these data"),
        description=_l("The task or power by which your organisation collected them (BGS 1.5)."),
        validators=[REQUIRED, SHORT],
    )
    subject = _area(
        _l("About whom or what"),
        _l(
            "One line each: name; register number. For example: Voorbeeld B.V.; kvk 12345678. "
            "Registers: bsn, kvk, rsin, vestiging, iban. Nobody who may be a victim."
        ),
    )
    version = HiddenField(default="0")

    def said(self) -> Told:
        """What was filled in, as the operation takes it."""
        return Told(
            self.form.data,
            self.facts.data or "",
            self.observation.data or "",
            self.observed_on.data,
            self.source.data or "",
            self.ground.data or "",
            self.subject.data or "",
        )


class CheckForm(FlaskForm):
    """What a second reader of the same organisation did to test the facts."""

    version = version()
    words = _area(
        _l("How you tested the facts"),
        _l("As far as possible; your organisation stays responsible (BGS 1.6)."),
    )


class VersionForm(FlaskForm):
    """A step that asks nothing more than that one saw the last version."""

    version = version()


class InviteForm(FlaskForm):
    """Somebody of a participant who tests the signal."""

    login = StringField(
        _l("Login of who tests"),
        description=_l("Somebody of a participant of WGS 2.19; nobody else sees the signal."),
        validators=[REQUIRED, Length(max=80)],
    )


class InterestForm(FlaskForm):
    """What somebody declares about an interest of their own."""

    declaration = RadioField(
        _l("Your own interest in this signal"),
        choices=[
            SelectChoice(DISINTERESTED, _l("I have no interest of my own in it")),
            SelectChoice(INTERESTED, _l("I have an interest, and take no part")),
        ],
        validators=[REQUIRED],
    )
    interest = StringField(
        _l("Which interest"),
        description=_l("Needed where you have one."),
        validators=[Length(max=500)],
    )


class DoubleForm(FlaskForm):
    """What a person judges of two signals."""

    other = HiddenField(validators=[REQUIRED])
    joined = RadioField(
        _l("Your judgement"),
        choices=[
            SelectChoice("yes", _l("About the same: treat this one with the other")),
            SelectChoice("no", _l("Not about the same")),
        ],
        validators=[REQUIRED],
    )
    reason = reason()


class AnswerForm(FlaskForm):
    """The answer to one statutory test."""

    test = HiddenField(validators=[REQUIRED])
    answer = SelectField(_l("Answer"), validators=[REQUIRED])
    reason = reason()

    def offer(self, kind: str) -> "AnswerForm":
        """Let the answers be chosen that go with this kind of test."""
        known = ANSWERS[kind] if kind else (*ANSWERS[MUST], *ANSWERS[WEIGHED])
        self.answer.choices = [SelectChoice(each, ANSWER_WORDS[each]) for each in known]
        return self


class AcceptForm(FlaskForm):
    """Accept the signal: the case, what it is for, and who takes part."""

    version = version()
    title = StringField(
        _l("Name of the case"),
        description=_l("Of a place or theme; not of a person."),
        validators=[REQUIRED, SHORT],
    )
    activity = SelectField(
        _l("Activity (WGS 2.18(1))"),
        choices=[
            SelectChoice("b", _l("b: case meeting")),
            SelectChoice("a", _l("a: enforcement bottleneck")),
            SelectChoice("c", _l("c: area or thematic scan")),
        ],
        validators=[REQUIRED],
    )
    involved = TicksField(_l("Involved participants (WGS 2.23(5))"), validators=[REQUIRED])


def _reasons(
    possible: Collection[str] = ("returned", "referred", "rejected"),
) -> list[SelectChoice]:
    names = {"returned": _l("Return"), "referred": _l("Refer"), "rejected": _l("Reject")}
    return [
        SelectChoice(row.code, f"{names[row.outcome]}: {row.name.in_(parts.tongue())}")
        for row in signal_reasons()
        if row.outcome in possible
    ]


class CloseForm(FlaskForm):
    """Reject, return or refer the signal."""

    version = version()
    outcome = RadioField(
        _l("Outcome"),
        choices=[
            SelectChoice("returned", _l("Return it to the reporter")),
            SelectChoice("referred", _l("Refer: the reporter turns elsewhere; destroyed here")),
            SelectChoice("rejected", _l("Reject: destroyed at once")),
        ],
        validators=[REQUIRED],
    )
    reason = parts.select(_l("Reason"), _reasons)
    words = TextAreaField(
        _l("In words"),
        description=_l("What is missing, or where the reporter can turn. Destroyed with the rest."),
        validators=[LONG],
    )

    def offer(self, possible: Collection[str]) -> "CloseForm":
        """Leave out the outcomes that the state of the signal does not admit."""
        self.outcome.choices = [each for each in self.outcome.choices if each.value in possible]
        self.reason.choices = _reasons(possible)
        return self
