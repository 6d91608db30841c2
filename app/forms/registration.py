"""Register an application: what is asked for, and who applies."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import Length

from app.clock import now
from app.forms import parts
from app.forms.cases import OpenForm
from app.forms.parts import SHORT
from bureau.rules.dates import civil_date
from bureau.rules.vocabulary import EntityKind

WHO = (EntityKind.COMPANY, EntityKind.PERSON)


class RegisterForm(OpenForm):
    """A new screening with its applicant, so that the form and letters can go out at once."""

    registered_on = parts.day(
        _l("Registered on"),
        _l(
            "Leave it empty for today. Of a case that ran before it came in here, the real day:"
            " what was done since then can be recorded on its own day."
        ),
    )
    applicant_kind = SelectField(
        _l("Applies as"), choices=parts.words(WHO), default=EntityKind.COMPANY.value
    )
    applicant_name = StringField(
        _l("Name of the company, or family name"),
        description=_l(
            "The person concerned (betrokkene): whom the form and the letters go to. Leave it "
            "open if you do not know it yet."
        ),
        validators=[SHORT],
    )
    given_names = StringField(
        _l("Given names"), description=_l("Only of a person."), validators=[SHORT]
    )
    kvk = StringField(
        _l("KVK number"), description=_l("Only of a company."), validators=[Length(max=8)]
    )
    street = StringField(_l("Street"), validators=[SHORT])
    number = StringField(_l("House number"), validators=[Length(max=20)])
    addition = StringField(_l("Addition"), validators=[Length(max=20)])
    postcode = StringField(_l("Postcode"), validators=[Length(max=12)])
    city = StringField(_l("Town"), validators=[Length(max=100)])

    def offer_today(self) -> None:
        """Most applications are registered on the day of receipt."""
        if not self.is_submitted():
            self.received_on.data = civil_date(now())

    @property
    def named(self) -> bool:
        """Whether it is said who applies."""
        return bool((self.applicant_name.data or "").strip())
