"""Forms of the recipient's room, and of whoever answers what comes out of it."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import REQUIRED

LONGEST = Length(max=4000)
YES, NO = "yes", "no"


class VerifyForm(FlaskForm):
    """Nothing to fill in: the copy is checked."""


def _done() -> TextAreaField:
    return TextAreaField(
        _l("What was done with the copies"),
        description=_l("Destroyed on which day, sent back, or kept by which duty."),
        validators=[Length(max=2000)],
    )


class ReceiptForm(FlaskForm):
    """The copy came."""

    version = parts.version()


class NoticeForm(ReceiptForm):
    """The notice was read; of a recall also what was done with the copies."""

    done = _done()


class QuestionForm(FlaskForm):
    """A question to whoever issued the dossier."""

    question = TextAreaField(
        _l("Your question"),
        description=_l("Whoever issued the dossier answers on this page."),
        validators=[REQUIRED, LONGEST],
    )


class ReportForm(FlaskForm):
    """What came of the dossier, or what it was used for."""

    kind = SelectField(
        _l("What you report"),
        choices=[
            SelectChoice("feedback", _l("Feedback: what it was good for")),
            SelectChoice("use", _l("Use: what it was used for")),
        ],
        validators=[REQUIRED],
    )
    useful = SelectField(
        _l("Was it useful?"),
        choices=[
            SelectChoice("", _l("not said")),
            SelectChoice(YES, _l("yes")),
            SelectChoice(NO, _l("no")),
        ],
    )
    feedback = TextAreaField(
        _l("In a few words"),
        description=_l("Name nobody who does not stand in the dossier."),
        validators=[REQUIRED, LONGEST],
    )


class ReplyForm(FlaskForm):
    """The answer to a question of a recipient."""

    version = parts.version()
    answer = TextAreaField(_l("Your answer"), validators=[REQUIRED, LONGEST])


class ConfirmedForm(FlaskForm):
    """Who confirmed a notice that went another way than through a room of the house."""

    version = parts.version()
    name = StringField(
        _l("Who confirmed it"),
        description=_l("Name and office."),
        validators=[REQUIRED, Length(max=200)],
    )
    done = _done()


class AddressForm(FlaskForm):
    """The body to which a dossier goes."""

    organisation = SelectField(
        _l("Body that receives it"),
        description=_l("Its people find the dossier in their room once it is issued."),
    )

    def offer(self, bodies: tuple[tuple[str, str], ...]) -> None:
        """Let one of these bodies be chosen, or none."""
        none = SelectChoice("", _l("none: it is handed over by another way"))
        self.organisation.choices = [none, *(SelectChoice(code, name) for code, name in bodies)]


class TraceForm(FlaskForm):
    """A page that was found."""

    file = FileField(
        _l("PDF, or a part of one"),
        description=_l("A page cut out, saved again or cropped to a half is enough."),
        validators=[FileRequired()],
    )
