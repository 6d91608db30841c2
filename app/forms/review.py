"""Forms for what follows a decision: objection, appeal, judgment, delay and default."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, PasswordField, SelectField, TextAreaField
from wtforms.validators import Length

from app.forms import parts
from app.forms.decision import LibraryForm
from app.forms.parts import LEFT_OPEN, LONG, REQUIRED, day, reason, version
from bureau.rules.standings import JudgmentOutcome, ObjectionOutcome

ABOUT = ("application", "objection")


class ObjectionForm(FlaskForm):
    """An objection that came in."""

    grounds = reason(_l("Grounds of the objection"), _l("In short: what is disputed, and why."))
    received_on = day(_l("Received on"), _l("Leave it empty for today."))
    posted_on = day(
        _l("Posted on"),
        _l("Only when it came by post after the last day: the date of the postmark (Awb 6:9)."),
    )
    committee = BooleanField(
        _l("A committee advises (Awb 7:13)"),
        description=_l("The decision is then due in twelve weeks instead of six."),
    )
    excuse = TextAreaField(
        _l("Why it is late, if that can be excused"),
        description=_l("Only for an objection after its term (Awb 6:11)."),
        validators=[LONG],
    )


class PostponeForm(FlaskForm):
    """The decision on the objection is postponed."""

    version = version()
    on = day(_l("Told on"), _l("Leave it empty for today."))


class AnswerObjectionForm(LibraryForm):
    """The decision on an objection: a grave act."""

    version = version()
    outcome = SelectField(
        _l("Decision on the objection"),
        choices=parts.words(ObjectionOutcome, "objection_"),
        validators=[REQUIRED],
    )
    replaced_by = SelectField(
        _l("What comes instead, when the decision is revised"), validators=[LEFT_OPEN], default=""
    )
    reasons = reason(_l("Reasons"), _l("Full reconsideration with fresh facts (Awb 7:11)."))
    on = day(_l("Decided on"), _l("Leave it empty for today."))
    password = PasswordField(
        _l("Your password"),
        description=_l("Asked again, because this act cannot be undone."),
        validators=[REQUIRED, Length(max=256)],
    )


class AppealForm(FlaskForm):
    """An appeal that was lodged."""

    note = reason(_l("From which letter this is known"))
    on = day(_l("Lodged on"), _l("Leave it empty for today."))


class JudgmentForm(FlaskForm):
    """The judgment on an appeal."""

    outcome = SelectField(
        _l("Judgment"), choices=parts.words(JudgmentOutcome, "judgment_"), validators=[REQUIRED]
    )
    reason = reason(_l("What the court says, in short"))
    on = day(_l("Sent on"), _l("Leave it empty for today."))


class RepairForm(FlaskForm):
    """An interim judgment with an order to repair."""

    reason = reason(_l("Which defect must be repaired"))
    until = day(_l("To be repaired by"), needed=True)
    on = day(_l("Sent on"), _l("Leave it empty for today."))


class DelayForm(FlaskForm):
    """A letter of delay."""

    until = day(_l("New date of the decision"), needed=True)
    statutory = BooleanField(
        _l("An act or ordinance sets the term of this decision"),
        description=_l("The letter then extends nothing (Awb 4:14 lid 1)."),
    )
    reason = reason(_l("Why the decision comes later"))
    on = day(_l("Sent on"), _l("Leave it empty for today."))


class DefaultForm(FlaskForm):
    """A notice of default."""

    about = SelectField(
        _l("Which decision is late"), choices=parts.words(ABOUT, "late_"), validators=[REQUIRED]
    )
    note = reason(_l("From whom, and what is asked"))
    on = day(_l("Received on"), _l("Leave it empty for today."))
