"""Forms for the application: scope memo, form, answers, checklist, supplement, suspension."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length

from app.forms import parts
from app.forms.parts import LONG, REQUIRED, ReasonForm, TicksField, day, reason, version
from bureau.rules.standings import AnswerStanding, DocumentStanding
from bureau.rules.suspension import causes_by_hand


def _causes() -> list[SelectChoice]:
    return parts.words(causes_by_hand())


class ScopeForm(FlaskForm):
    """The memo on ordinary grounds and the policy rule."""

    version = version()
    ordinary_grounds = TextAreaField(
        _l("Ordinary grounds (reguliere weigeringsgronden)"),
        description=_l(
            "Looked at first, on the list of ordinary grounds; write here what is not on it."
        ),
        validators=[LONG],
    )
    ordinary_ground_met = BooleanField(
        _l("An ordinary ground that is not on the list decides; no Bibob screening needed")
    )
    policy_reason = TextAreaField(
        _l("Why the policy rule (beleidsregel) selects this case, or not"), validators=[LONG]
    )
    screened_unchanged = BooleanField(
        _l("Screened before and nothing changed since"),
    )
    applicant = SelectField(
        _l("Person concerned (betrokkene)"),
        description=_l("Record the party first; the list shows persons and companies of the case."),
        default="",
    )


class SendForm(ReasonForm):
    """Send the form to the applicant."""

    due = day(_l("To be returned by"), _l("Leave it empty for the usual term."))
    with_link = BooleanField(
        _l("Make the private link for the applicant at once"),
        description=_l(
            "With it the applicant fills in the form on a phone or computer. Untick it when the "
            "form goes out on paper or through a form server."
        ),
        default=True,
    )


class ReturnForm(FlaskForm):
    """The form came back."""

    on = day(_l("Returned on"), _l("Leave it empty for today."))


class AnswersForm(FlaskForm):
    """The answers of one section; the questions are fields of the page itself."""

    remark = StringField(_l("Remark with these answers"), validators=[Length(max=500)])


class JudgeForm(FlaskForm):
    """What came of checking an answer."""

    version = version()
    status = SelectField(_l("Status"), choices=parts.words(AnswerStanding), validators=[REQUIRED])
    remark = TextAreaField(_l("What it was compared with"), validators=[REQUIRED, LONG])


class RequirementForm(FlaskForm):
    """A document of the checklist."""

    version = version()
    status = SelectField(
        _l("Status"), choices=parts.words(DocumentStanding, "document_"), validators=[REQUIRED]
    )
    remark = StringField(
        _l("Remark"),
        description=_l("Needed when it is rejected or not needed."),
        validators=[Length(max=500)],
    )
    document = SelectField(_l("Document in this case"), default="")


class SupplementForm(ReasonForm):
    """Ask to supplement the application."""

    gaps = TicksField(
        _l("What is missing"),
        description=_l(
            "Named one by one in the letter. Everything that is missing is ticked; untick what you "
            "do not ask."
        ),
        validators=[DataRequired(_l("Choose at least one question or document."))],
    )
    until = day(_l("Last day to supplement"), _l("Leave it empty for the usual term."))


class SuspendForm(FlaskForm):
    """The decision term stands still for another reason."""

    rule = parts.select(_l("Ground of suspension"), _causes)
    reason = reason()
    start = day(_l("From"), _l("Leave it empty for today."))
    until = day(_l("Until"), _l("An agreed delay needs its last day."))


class ResumeForm(FlaskForm):
    """The cause of a suspension is over."""

    version = version()
    on = day(_l("Over since"), _l("Leave it empty for today."))
