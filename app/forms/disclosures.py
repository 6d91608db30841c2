"""Forms of the sharing register: what goes to whom, and what follows it."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField, StringField
from wtforms import TextAreaField as Area
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import LEFT_OPEN, LONG, REQUIRED, TicksField, YesNoField, day, reason, version
from bureau.operations.sharing_registers import Choices, Shareable
from bureau.rules.requests import Answer, request_refusals
from bureau.rules.vocabulary import Language


def _bodies(rows: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    return [SelectChoice(code, name) for code, name in rows]


def _categories(choices: Choices) -> list[SelectChoice]:
    tongue = parts.tongue()
    named = ((row.code, row.name.in_(tongue), row.first_phase) for row in choices.categories)
    return [SelectChoice(code, f"{name} ({phase})") for code, name, phase in named]


def _ways(choices: Choices) -> list[SelectChoice]:
    tongue = parts.tongue()
    named = ((row.code, f"{row.name.in_(tongue)} · {row.basis}") for row in choices.ways)
    return [parts.NOTHING, *(SelectChoice(code, text) for code, text in named)]


def _fact(fact: Shareable, tongue: Language) -> str:
    held = ", ".join(row.name.in_(tongue) for row in fact.held)
    return " · ".join(filter(None, (fact.label, fact.handling, held)))


def _others(choices: Choices) -> list[SelectChoice]:
    return _bodies(each for each in choices.bodies if each[0] != choices.own)


class DisclosureForm(FlaskForm):
    """What goes to whom, on which basis and why."""

    giver = SelectField(_l("From"), validators=[REQUIRED])
    recipient = SelectField(_l("To"), validators=[REQUIRED])
    category = SelectField(
        _l("Category of data"),
        description=_l("Behind each stands the phase from which it may be used."),
        validators=[REQUIRED],
    )
    way = SelectField(_l("Legal basis"), validators=[LEFT_OPEN])
    says = Area(_l("What is given"), validators=[REQUIRED, LONG])
    purpose = Area(_l("Purpose"), validators=[REQUIRED, LONG])
    necessity = Area(
        _l("Why it is necessary"),
        description=_l("Why this recipient needs exactly this, and less will not do."),
        validators=[REQUIRED, LONG],
    )
    facts = TicksField(
        _l("Facts of the case that go with it"),
        description=_l("A later correction of a fact ticked here reaches the recipient."),
    )
    met = TicksField(
        _l("What holds"),
        description=_l("Tick what the legal basis asks for and what you can account for."),
    )
    ground = StringField(
        _l("Article or advice"),
        description=_l("The legal ground of a third party, or the advice of the committee (RAC)."),
        validators=[Length(max=300)],
    )
    decided_in = StringField(_l("Meeting item or decision"), validators=[Length(max=200)])
    given_on = day(_l("Given on"), _l("Leave it empty for today."))
    until_on = day(_l("May be used until"), _l("Leave it empty where no end was agreed."))
    review_on = day(_l("Review on"), _l("Leave it empty for half a year from now."))
    secrecy = BooleanField(_l("The recipient was told that it is bound to secrecy (WGS 1.11)."))

    def offer(self, choices: Choices) -> None:
        """The organisations, facts and ways of this case."""
        tongue = parts.tongue()
        self.giver.choices = _bodies(choices.bodies)
        self.recipient.choices = _bodies(choices.bodies)
        self.category.choices = _categories(choices)
        self.way.choices = _ways(choices)
        self.met.choices = [
            SelectChoice(row.code, row.name.in_(tongue)) for row in choices.conditions
        ]
        self.facts.choices = [SelectChoice(fact.key, _fact(fact, tongue)) for fact in choices.facts]


class StepForm(FlaskForm):
    """A recall: why what was given is taken back."""

    version = version()
    reason = reason()


class ReviewForm(StepForm):
    """That it is still necessary, and when to ask again."""

    review_on = day(_l("Next review"), _l("Leave it empty for half a year from now."))


class FeedbackForm(FlaskForm):
    """What a result was good for."""

    version = version()
    useful = YesNoField(_l("Was it of use?"))
    feedback = Area(
        _l("What was done with it, or why nothing followed"), validators=[REQUIRED, LONG]
    )


class NoticeForm(FlaskForm):
    """What was done about a correction or recall."""

    version = version()
    answer = Area(_l("What was done"), validators=[REQUIRED, LONG])


class RequestForm(FlaskForm):
    """What is asked of another organisation."""

    asked = SelectField(_l("Asked of"), validators=[REQUIRED])
    category = SelectField(_l("Category of data"), validators=[REQUIRED])
    way = SelectField(_l("Legal basis"), validators=[REQUIRED])
    question = Area(_l("Question"), validators=[REQUIRED, LONG])
    purpose = Area(_l("Purpose"), validators=[REQUIRED, LONG])
    necessity = Area(_l("Why it is necessary"), validators=[REQUIRED, LONG])

    def offer(self, choices: Choices) -> None:
        """The other organisations, the categories and the ways of this case."""
        self.asked.choices = _others(choices)
        self.category.choices = _categories(choices)
        self.way.choices = _ways(choices)


class AnswerForm(FlaskForm):
    """Yes with what was given, no with a reason, or later with a day."""

    version = version()
    answer = parts.select(_l("Answer"), lambda: parts.words(Answer, "answer_"))
    disclosure = StringField(
        _l("Number in the register"),
        description=_l("For a yes: the number under which you entered what you give."),
        validators=[Length(max=10)],
    )
    reason_code = parts.select(
        _l("Reason of a no"),
        lambda: [
            parts.NOTHING,
            *(SelectChoice(r.code, r.name.in_(parts.tongue())) for r in request_refusals()),
        ],
        needed=False,
    )
    later_on = day(_l("For later: the day"))
    reason = reason(_l("Explanation"))


class StanceForm(FlaskForm):
    """What one's own organisation says to giving results."""

    recipient = SelectField(_l("Results for"))
    objects = YesNoField(_l("Does your organisation object?"))
    reason = reason()

    def offer(self, choices: Choices) -> None:
        """Everybody, or one organisation."""
        self.recipient.choices = [SelectChoice("", _l("everybody")), *_others(choices)]


class LiftForm(FlaskForm):
    """That one's own objection or consent holds no more."""

    version = version()
