"""Forms for the network: how far to look, and which patterns to look for."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length, NumberRange

from app.forms import parts
from app.forms.parts import LONG, REQUIRED, AskForm, TicksField
from bureau.rules.patterns import Pattern
from bureau.rules.vocabulary import HOPS, MOST_HOPS


class LookForm(AskForm):
    """From whom, and how many steps far, the network is shown."""

    focus = SelectField(_l("Around"), default="")
    hops = IntegerField(_l("Steps"), validators=[NumberRange(HOPS, MOST_HOPS)], default=HOPS)
    accounts = BooleanField(_l("With accounts and payments"))
    reason = parts.further()


class DetectForm(FlaskForm):
    """Look for patterns in one case, for a stated purpose."""

    purpose = TextAreaField(
        _l("Purpose"),
        description=_l("What question about this decision should this answer?"),
        validators=[REQUIRED, LONG],
    )
    patterns = TicksField(_l("Patterns"), choices=[], validators=[REQUIRED])
    hops = IntegerField(
        _l("Ties from the persons concerned"),
        description=_l(
            "1 to 3. Searched is what touches a party within so many ties; an account stands"
            " where its holder stands."
        ),
        validators=[NumberRange(HOPS, MOST_HOPS)],
        default=HOPS,
    )
    reason = StringField(
        _l("Reason to look further"),
        description=_l("More than one tie needs a reason; it is kept with the run."),
        validators=[Length(max=500)],
    )
    settings = TextAreaField(
        _l("Other numbers than the usual ones"),
        description=_l(
            "One on each line, for instance UB-03.N_days=7. They are kept with the run."
        ),
        validators=[Length(max=2000)],
    )

    def offer(self, rows: Iterable[Pattern]) -> None:
        """The patterns that may be looked for in this case."""
        speaker = parts.tongue()
        self.patterns.choices = [
            SelectChoice(row.code, f"{row.code} · {row.name.in_(speaker)}") for row in rows
        ]
