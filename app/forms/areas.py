"""Forms of an area: boundaries, a statement and its end, neighbours, its name and last day."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import Field, RadioField, StringField, TextAreaField
from wtforms.fields import SelectChoice

from app.forms import parts
from app.forms.boards import looked
from app.forms.parts import (
    LEFT_OPEN,
    LONG,
    NOTHING,
    REQUIRED,
    SHORT,
    TicksField,
    reason,
    tongue,
    version,
)
from bureau.formats.boundaries import RD, WGS84
from bureau.operations.area_entries import EntryFields
from bureau.rules.areas import AreaBlock, AreaField
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
    value = StringField(_l("How many"), validators=[LEFT_OPEN, SHORT])
    text = TextAreaField(
        _l("Text"),
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


class ChangeAreaForm(FlaskForm):
    """What an area is called and who keeps it."""

    version = version()
    name = StringField(_l("Name"), validators=[REQUIRED, SHORT])
    keeper = parts.select(
        _l("Keeper"), list, description=_l("A coordinator; what comes due stands in their tasks.")
    )
    reason = reason(_l("Reason"), _l("Why it is changed; it is kept."))
    looked = looked("area")


class EndAreaForm(FlaskForm):
    """The last day of an area."""

    version = version()
    valid_until = parts.day(
        _l("Last day"), _l("Leave it empty to take a last day away: the area holds after all.")
    )
    reason = reason(_l("Reason"), _l("Why it ends or holds after all; it is kept."))


class CaseAreaForm(FlaskForm):
    """In which area a case lies, and why."""

    area = parts.select(_l("Area"), list)
    why = reason(_l("Why it lies there"), _l("Where what the case is about happens; no persons."))


def entry_form(row: AreaBlock, *, corrects: bool = False) -> type[EntryForm]:
    """The form for one block: only what it asks, in the reader's language."""
    found: dict[str, Any] = {f"more_{field.name}": _more(field) for field in row.fields}
    if corrects:
        found["reason"] = reason(_l("Why it is corrected"), _l("It is kept with both statements."))
    if row.value is Asked.NEEDED:
        found["value"] = StringField(_l("How many"), validators=[REQUIRED, SHORT])
    if row.value is Asked.NO:
        found["value"] = None
    if row.until is Asked.NO:
        found["until"] = None
    if row.text is Asked.NEEDED:
        found["text"] = TextAreaField(
            _l("Text"),
            description=_l("Places, trades and conduct; no persons."),
            validators=[REQUIRED, LONG],
        )
    return type("EntryOfBlockForm", (EntryForm,), found)


def fields_of(form: EntryForm, row: AreaBlock) -> EntryFields:
    """What was filled in about an area, for the block of `row`."""
    given: dict[str, Any] = form.data
    return EntryFields(
        kind=form.kind.data,
        source=form.source.data,
        on=form.on.data,
        text=given.get("text") or "",
        value=given.get("value") or "",
        until=given.get("until"),
        more={field.name: given.get(f"more_{field.name}") or "" for field in row.fields},
    )


def _more(field: AreaField) -> Field:
    label = field.text.in_(tongue()).capitalize()
    if field.choices:
        offered = [SelectChoice(each.code, each.text.in_(tongue())) for each in field.choices]
        choices = offered if field.required else [NOTHING, *offered]
        return parts.select(label, lambda: choices, needed=field.required)
    return TextAreaField(label, validators=[REQUIRED if field.required else LEFT_OPEN, LONG])
