"""Records of money and things: added, changed, ended, withdrawn, listed; each with its source."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm.attributes import flag_modified

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case, Record, RecordParty
from bureau.model.base import new_id
from bureau.operations._checks import past, said
from bureau.operations._facts import Learnt, sourced
from bureau.operations._record_terms import RecordTerms, checked, take_part
from bureau.operations._record_view import RecordList, RecordView, few, paged, record_views
from bureau.policy import Permission
from bureau.rules import dates
from bureau.rules.events import EventKind
from bureau.rules.records import record_kind, record_kinds
from bureau.rules.vocabulary import Credibility, RecordKind
from bureau.work import Work

__all__ = ["RecordList", "RecordTerms", "RecordView"]


def add_record(
    work: Work, case_id: UUID, kind: str, terms: RecordTerms, learnt: Learnt, *, key: str = ""
) -> Record:
    """Record a fact of a kind; `key` finds it again on a second import, without one it is new.

    Raises Invalid, naming kind and field, for what the table of records does not let it say.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    row = record_kind(kind)
    _refuse_known(work, case, key)
    record = Record(
        kind=row.kind,
        key=key or f"{row.code}:{new_id().hex}",
        withdrawn="",
        **checked(work, case, row, terms),
        **sourced(work, case, learnt),
    )
    take_part(work, case, row, record, terms.parties)
    work.session.add(record)
    work.record(EventKind.RECORD_ADDED, record, fact=row.code)
    return record


def change_record(
    work: Work,
    case_id: UUID,
    record_id: UUID,
    version: int,
    terms: RecordTerms,
    *,
    credibility: Credibility,
    valid_from: str = "",
    valid_to: str = "",
) -> Record:
    """Correct a record; its kind and its source stay. Raises Changed where another wrote it."""
    case = work.case(case_id, Permission.FACT_RECORD)
    record = work.within(Record, record_id, case)
    _refuse_withdrawn(record)
    row = record_kind(record.kind)
    new = checked(work, case, row, terms)
    held = sourced(
        work,
        case,
        Learnt(record.learnt_from_id, credibility, record.place_in_source, valid_from, valid_to),
    )
    new |= {name: held[name] for name in ("credibility", "valid_from", "valid_to")}
    work.expect(record, version, {name: new[name] for name in ("amount_minor", "fields")})
    for name, value in new.items():
        setattr(record, name, value)
    flag_modified(record, "fields")  # another party alone is a new version too
    take_part(work, case, row, record, terms.parties)
    work.record(EventKind.RECORD_CHANGED, record, fact=row.code)
    return record


def end_record(
    work: Work, case_id: UUID, record_id: UUID, version: int, last_day: date, reason: str
) -> Record:
    """What it says held until a day, for a reason; it stays in the file with that last day."""
    case = work.case(case_id, Permission.FACT_RECORD)
    record = work.within(Record, record_id, case)
    _refuse_withdrawn(record)
    day = past(work, last_day, "last_day", record.on)
    why = said(reason, "reason")
    work.expect(record, version, {"valid_to": day.isoformat()})
    record.valid_to = dates.parse(day.isoformat())
    work.record(EventKind.RECORD_ENDED, record, ended_on=day.isoformat(), reason=why)
    return record


def withdraw_record(
    work: Work, case_id: UUID, record_id: UUID, version: int, reason: str
) -> Record:
    """Let a record count for nothing any more, for a reason; it stays in the file."""
    case = work.case(case_id, Permission.FACT_RECORD)
    record = work.within(Record, record_id, case)
    _refuse_withdrawn(record)
    why = said(reason, "reason")
    work.expect(record, version, {"withdrawn": why})
    record.withdrawn = why
    work.record(EventKind.RECORD_WITHDRAWN, record, reason=why)
    return record


def read_record(work: Work, case_id: UUID, record_id: UUID) -> RecordView:
    """One record with its parties, its fields, its source and its handling code."""
    case = work.case(case_id, Permission.NETWORK_READ)
    [found] = record_views(work, [work.within(Record, record_id, case)])
    work.record(EventKind.CASE_READ, case, part="records", focus=str(record_id), shown=1)
    return found


def list_records(
    work: Work,
    case_id: UUID,
    kind: str = "",
    party_id: UUID | None = None,
    page: int = 1,
) -> RecordList:
    """The records of a case, a few of each kind; with a kind or a party named, all by pages."""
    case = work.case(case_id, Permission.NETWORK_READ)
    mine = select(Record).where(Record.case_id == case.id)
    if party_id is not None:
        takes_part = select(RecordParty.record_id).where(RecordParty.entity_id == party_id)
        mine = mine.where(Record.id.in_(takes_part))
    counted = mine.with_only_columns(Record.kind, func.count()).group_by(Record.kind)
    counts = {RecordKind(each): number for each, number in work.session.execute(counted)}
    if kind:
        mine = mine.where(Record.kind == record_kind(kind).kind)
    found = paged(work, mine, page) if kind or party_id else few(work, mine)
    counts = {row.kind: counts[row.kind] for row in record_kinds() if row.kind in counts}
    shown = found.shown
    focus = {"record_kind": kind, "page": page} | ({"focus": str(party_id)} if party_id else {})
    number = sum(map(len, shown.values()))
    work.record(EventKind.CASE_READ, case, part="records", shown=number, **focus)
    return replace(found, counts=counts)


def _refuse_known(work: Work, case: Case, key: str) -> None:
    rows = select(Record.id).where(Record.case_id == case.id, Record.key == key)
    known = work.session.scalar(rows) if key else None
    if known is not None:
        raise Invalid(
            "This record is in the case already.",
            where={"field": "key", "record": str(known)},
            hint="Open the record that is there and change what is new.",
        )


def _refuse_withdrawn(record: Record) -> None:
    if record.withdrawn:
        raise NotAllowed(
            "This record was withdrawn.",
            where={"guard": "record_holds"},
            hint="Record it anew where it holds after all.",
        )
