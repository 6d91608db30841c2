"""What is said of an area: dated statements with a source, ended with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Area, AreaEntry
from bureau.operations import _area_heads, _area_view
from bureau.operations._area_view import EntryView
from bureau.operations._checks import fitting, not_before, one_of, past, said
from bureau.operations._nobody import insist_nobody
from bureau.policy import Permission
from bureau.rules import areas
from bureau.rules.areas import AreaBlock, AreaField
from bureau.rules.events import EventKind
from bureau.rules.records import Asked
from bureau.work import Work

LONGEST, SOURCE = 4000, 300
SAID = ("kind", "text", "value", "on", "until", "source", "more")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFields:
    """What is said; `more` holds the further fields of the block by name."""

    kind: str
    source: str
    on: date | None = None
    text: str = ""
    value: str = ""
    until: date | None = None
    more: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """A statement as it was filled in, with its block, to put it right."""

    row: AreaBlock
    fields: EntryFields


def add_entry(
    work: Work, code: str, block: str, fields: EntryFields, *, looked: bool = False
) -> AreaEntry:
    """Say something of an area: of places, trades and conduct, never of a person."""
    work.require(Permission.PICTURE_KEEP)
    area = _area_view.found(work, code)
    _area_heads.insist_lasting(work, area)
    entry = _made(work, area, block, fields, looked=looked)
    work.session.add(entry)
    work.record(EventKind.AREA_CHANGED, entry, area=code, block=block)
    return entry


def correct_entry(
    work: Work, code: str, number: int, fields: EntryFields, reason: str, *, looked: bool = False
) -> AreaEntry:
    """Put a statement right in one step: the old one ends, the new one says what it corrects.

    As of an earlier day the old one is read as before.
    """
    work.require(Permission.PICTURE_KEEP)
    area = _area_view.found(work, code)
    old = _entry(work, area, number)
    _insist_holds(old)
    why = said(reason, "reason")
    insist_nobody(work, {"reason": why}, looked=looked)
    entry = _made(work, area, old.block, fields, looked=looked)
    if all(getattr(entry, name) == getattr(old, name) for name in SAID):
        raise Invalid(
            "Nothing is said otherwise.",
            where={"field": "text"},
            hint="Change what is wrong, or leave the statement as it is.",
        )
    entry.corrects = old.number
    old.reason, old.ended_at, old.ended_by_id = why, work.now, work.actor.id
    work.session.add(entry)
    work.record(EventKind.AREA_CHANGED, old, area=code, ended=True, reason=why)
    work.record(EventKind.AREA_CHANGED, entry, area=code, block=old.block, corrects=number)
    return entry


def read_history(work: Work, code: str, number: int) -> tuple[AreaBlock, tuple[EntryView, ...]]:
    """A statement with all that it corrects and that corrected it, the newest first."""
    work.require(Permission.PICTURE_READ)
    area = _area_view.found(work, code)
    entry = _entry(work, area, number)
    row = areas.block(entry.block, work.today)
    work.record(EventKind.AREA_READ, area, entry=number, part="history")
    lines = _line(work, entry)
    return row, tuple(_area_view.entry_view(each, row, work.today) for each in lines)


def read_entry(work: Work, code: str, number: int) -> tuple[AreaBlock, EntryView]:
    """One statement with its block, to end it."""
    work.require(Permission.PICTURE_READ)
    area = _area_view.found(work, code)
    entry = _entry(work, area, number)
    row = areas.block(entry.block, work.today)
    work.record(EventKind.AREA_READ, area, entry=entry.number)
    return row, _area_view.entry_view(entry, row, work.today)


def read_fields(work: Work, code: str, number: int) -> KeptEntry:
    """A statement that holds, as it was filled in; raises NotAllowed for one that ended."""
    work.require(Permission.PICTURE_KEEP)
    area = _area_view.found(work, code)
    entry = _entry(work, area, number)
    _insist_holds(entry)
    work.record(EventKind.AREA_READ, area, entry=number)
    fields = EntryFields(**{name: getattr(entry, name) for name in SAID})
    return KeptEntry(areas.block(entry.block, work.today), fields)


def end_entry(work: Work, code: str, number: int, reason: str) -> AreaEntry:
    """Let a statement hold no more, for a reason; as of an earlier day it is read as before."""
    work.require(Permission.PICTURE_KEEP)
    entry = _entry(work, _area_view.found(work, code), number)
    _insist_holds(entry)
    entry.reason = said(reason, "reason")
    entry.ended_at, entry.ended_by_id = work.now, work.actor.id
    work.record(EventKind.AREA_CHANGED, entry, area=code, ended=True, reason=entry.reason)
    return entry


def read_block(work: Work, code: str, block: str) -> AreaBlock:
    """The row of a block, to fill in a statement; raises NotFound for one that is not there."""
    work.require(Permission.PICTURE_KEEP)
    area = _area_view.found(work, code)
    if block not in areas.blocks().codes():
        raise NotFound("There is nothing here that you may see.")
    work.record(EventKind.AREA_READ, area, block=block)
    return areas.block(block, work.today)


def _made(work: Work, area: Area, block: str, fields: EntryFields, *, looked: bool) -> AreaEntry:
    """The statement, checked and not kept yet."""
    row = areas.block(one_of(block, "block", areas.blocks().codes()), work.today)
    kept = _checked(row, fields)
    more = _more(row, fields.more)
    insist_nobody(work, {"text": kept["text"], **more}, looked=looked)
    day = past(work, fields.on, "on")
    return AreaEntry(
        area_id=area.id,
        number=_next(work, area),
        block=block,
        on=day,
        until=_until(row, fields.until, day),
        source=said(fields.source, "source", SOURCE),
        more=more,
        by_id=work.actor.id,
        at=work.now,
        **kept,
    )


def _insist_holds(entry: AreaEntry) -> None:
    if entry.ended_at:
        raise NotAllowed(
            "This holds no more already.",
            where={"guard": "entry_ended"},
            hint="Say it anew where it holds after all.",
        )


def _line(work: Work, entry: AreaEntry) -> list[AreaEntry]:
    """The statements that put each other right, of which this is one; the newest first."""
    same = select(AreaEntry).where(
        AreaEntry.area_id == entry.area_id, AreaEntry.block == entry.block
    )
    rows = {row.number: row for row in work.session.scalars(same)}
    after = {row.corrects: row for row in rows.values() if row.corrects}
    while entry.number in after:
        entry = after[entry.number]
    found = [entry]
    while found[-1].corrects in rows:
        found.append(rows[found[-1].corrects])
    return found


def _next(work: Work, area: Area) -> int:
    last = select(func.max(AreaEntry.number)).where(AreaEntry.area_id == area.id)
    return (work.session.scalar(last) or 0) + 1


def _entry(work: Work, area: Area, number: int) -> AreaEntry:
    query = select(AreaEntry).where(AreaEntry.area_id == area.id, AreaEntry.number == number)
    entry = work.session.scalar(query)
    if entry is None:
        raise NotFound("There is nothing here that you may see.")
    return entry


def _checked(row: AreaBlock, fields: EntryFields) -> dict[str, str]:
    kinds = tuple(choice.code for choice in row.kinds)
    text = fields.text if row.text is not Asked.NEEDED else said(fields.text, "text", LONGEST)
    value = fields.value.strip()
    if row.value is Asked.NEEDED or value:
        value = str(areas.number(value))
    return {
        "kind": one_of(fields.kind, "kind", kinds),
        "text": fitting(text, "text", LONGEST),
        "value": value if row.value is not Asked.NO else "",
    }


def _more(row: AreaBlock, given: Mapping[str, str]) -> dict[str, str]:
    return {field.name: _field(field, given.get(field.name, "")) for field in row.fields}


def _field(field: AreaField, value: str) -> str:
    told = (said if field.required else fitting)(value, field.name, LONGEST)
    if told and field.choices:
        return one_of(told, field.name, tuple(each.code for each in field.choices))
    return told


def _until(row: AreaBlock, until: date | None, since: date) -> date | None:
    if row.until is Asked.NEEDED and until is None:
        raise Invalid(
            "A power in force has a last day.",
            where={"field": "until", "basis": row.basis},
            hint="Give the last day of the designation or covenant; it can be renewed.",
        )
    return not_before(until, "until", since) if until and row.until is not Asked.NO else None
