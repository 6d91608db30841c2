"""Forms of the explorer: what to show, under which name to keep it, and a note on a part of it."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import LEFT_OPEN, LONG, REQUIRED, AskForm, DayField, TicksField, words
from bureau.graph.circles import ALIKE, CIRCLES
from bureau.rules.vocabulary import EntityKind

MOST_PLACES = 600_000  # characters


def _kinds() -> list[SelectChoice]:
    return words(EntityKind)


class ExploreForm(AskForm):
    """Where to begin, and what to show of it."""

    start = SelectField(_l("Begin at"), default="")
    between = SelectField(_l("Way from"), default="")
    onward = SelectField(_l("Way to"), name="between", id="onward", default="")
    since = DayField(_l("From day"), name="from", id="since", validators=[LEFT_OPEN])
    until = DayField(_l("To day"), name="to", id="until", validators=[LEFT_OPEN])
    together = SelectField(
        _l("Take together"),
        default="",
        choices=[
            SelectChoice("", _l("nothing")),
            SelectChoice(ALIKE, _l("one kind with the same neighbours")),
            SelectChoice(CIRCLES, _l("who belong together, by kind")),
        ],
    )
    without = TicksField(_l("Leave out"), choices=_kinds)
    others = BooleanField(_l("Mark who also stands in another case that I may see"))
    reason = parts.further()


class KeepForm(FlaskForm):
    """A name for what is shown now; the same name again is a new version."""

    name = StringField(
        _l("Name of the view"),
        description=_l("The same name again becomes a new version; the old ones stay."),
        validators=[REQUIRED, Length(max=80)],
    )
    asked = HiddenField(validators=[Length(max=20_000)])
    places = HiddenField(default="{}", validators=[Length(max=MOST_PLACES)])


class NoteForm(FlaskForm):
    """A dated remark on a part of the network."""

    text = TextAreaField(_l("Note"), validators=[REQUIRED, LONG])


class PeriodForm(AskForm):
    """Whose money or history is shown, and in which period."""

    party = SelectField(_l("Party"), default="")
    since = DayField(_l("From day"), name="from", id="since", validators=[LEFT_OPEN])
    until = DayField(_l("To day"), name="to", id="until", validators=[LEFT_OPEN])


class FlowsForm(PeriodForm):
    """Whose money is shown, in which period and which currency."""

    currency = SelectField(_l("Currency"), default="")


class StatementForm(AskForm):
    """Whose statement is shown, and which lead is marked in it."""

    party = SelectField(_l("Account or party"), default="")
    lead = SelectField(_l("Mark the payments of lead"), default="")
