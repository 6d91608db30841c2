"""Forms for what lies on the table of an agenda item."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from app.forms import parts
from app.forms.records import handlings


class OptionsForm(FlaskForm):
    """Compare what could be done; the fields stand by track, as the law has tracks.

    `differences` are the fields that somebody else stored otherwise meanwhile.
    """

    differences: Sequence[tuple[str, ...]] = ()


class PaperForm(FlaskForm):
    """Lay a document or a party of the case on the table for some seats."""

    thing = parts.select(
        _l("Document or party of the case"),
        list,
        description=_l("Protected people are never on a table; a theme has no parties."),
    )
    paper_basis = StringField(
        _l("Legal basis for showing it"), validators=[parts.REQUIRED, Length(max=500)]
    )
    paper_seats = parts.TicksField(
        _l("Released to"), description=_l("Your own seat reads it as well.")
    )


class ContributionForm(FlaskForm):
    """Bring something to an item for the seats one chooses."""

    words = TextAreaField(_l("What you bring"), validators=[parts.REQUIRED, parts.LONG])
    facts = parts.TicksField(
        _l("Parties it is about"), description=_l("Only parties that lie on your own table.")
    )
    category = parts.select(
        _l("Kind of data"),
        list,
        description=_l("Only kinds that the phase of this item opens (WGS 2.22, 2.23)."),
    )
    handling = parts.select(_l("How far it may go"), handlings, default="H0")
    brought_basis = StringField(
        _l("Legal basis of your organisation"), validators=[parts.REQUIRED, Length(max=500)]
    )
    brought_seats = parts.TicksField(
        _l("Who may read it"),
        description=_l(
            "Your own organisation reads it as well. What goes to another stands in the register."
        ),
    )


class ReleaseForm(FlaskForm):
    """Say anew who reads an own contribution."""

    seats = parts.TicksField(_l("Who may read it"))


class RecallForm(FlaskForm):
    """Take an own contribution back."""

    recall_reason = StringField(
        _l("Why it is recalled"), validators=[parts.REQUIRED, Length(max=500)]
    )
