"""Forms of an area: a file of boundaries, a statement, its end, neighbours."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields import SelectChoice

from app.forms import parts
from app.forms.boards import looked
from app.forms.parts import LEFT_OPEN, LONG, REQUIRED, SHORT, TicksField, reason, tongue, version
from bureau.formats.boundaries import RD, WGS84
from bureau.rules.areas import AreaBlock
from bureau.rules.records import Asked


class BoundariesForm(FlaskForm):
    """A GeoJSON file with polygons."""

    file = FileField(
        _l("File with boundaries"),
        description=_l("GeoJSON with polygons, each with a name. All of it or nothing is taken."),
        validators=[FileRequired()],
    )
    system = RadioField(
        _l("Coordinates"),
        choices=[
            SelectChoice(WGS84, _l("degrees (WGS84)")),
            SelectChoice(RD, _l("metres (Rijksdriehoek, RD)")),
        ],
        default=WGS84,
        validators=[REQUIRED],
    )
    source = StringField(
        _l("Source"), description=_l("Who drew the boundaries."), validators=[REQUIRED, SHORT]
    )
    drawn_on = parts.day(_l("Day of the boundaries"), _l("Leave it empty for today."))


class EntryForm(FlaskForm):
    """A statement about an area; what its block asks is added for each block."""

    kind = parts.select(_l("About"), list)
    value = StringField(_l("Number"), validators=[LEFT_OPEN, SHORT])
    text = TextAreaField(
        _l("What holds"),
        description=_l("Places, trades and conduct; no persons."),
        validators=[LEFT_OPEN, LONG],
    )
    on = parts.day(_l("As of"), _l("Leave it empty for today."))
    until = parts.day(_l("Until"))
    source = StringField(
        _l("Source"), description=_l("Register, survey or meeting."), validators=[REQUIRED, SHORT]
    )
    looked = looked("entry")


class EndEntryForm(FlaskForm):
    """Why a statement holds no more."""

    reason = reason(_l("Why it holds no more"), _l("As of an earlier day it is read as before."))


class NeighboursForm(FlaskForm):
    """The neighbours of an area and one that is like it."""

    version = version()
    ring = TicksField(
        _l("Neighbours (ring 1)"),
        description=_l("Areas to which a problem may move."),
        validators=[LEFT_OPEN],
    )
    comparison = parts.select(
        _l("Comparison"),
        list,
        needed=False,
        description=_l("An area like this one that does not border on it."),
    )
    reason = reason(_l("Reason"), _l("Why these; it is kept."))


def entry_form(row: AreaBlock) -> type[EntryForm]:
    """The form for one block: only what it asks, in the reader's language."""
    found = {
        f"more_{field.name}": TextAreaField(
            field.text.in_(tongue()).capitalize(),
            validators=[REQUIRED if field.required else LEFT_OPEN, LONG],
        )
        for field in row.fields
    }
    if row.value is Asked.NEEDED:
        found["value"] = StringField(_l("Number"), validators=[REQUIRED, SHORT])
    if row.value is Asked.NO:
        found["value"] = None
    if row.until is Asked.NO:
        found["until"] = None
    if row.text is Asked.NEEDED:
        found["text"] = TextAreaField(
            _l("What holds"),
            description=_l("Places, trades and conduct; no persons."),
            validators=[REQUIRED, LONG],
        )
    return type("EntryOfBlockForm", (EntryForm,), found)
