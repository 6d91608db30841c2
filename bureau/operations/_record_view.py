"""What a page shows of a record: who, what, for how much, and where that was learnt."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from bureau.model import Case, Payment, Record, RecordParty, Source
from bureau.operations._facts import Origin, origin
from bureau.rules.handling import HandlingCode, handling_codes
from bureau.rules.money import Money
from bureau.rules.record_values import FieldType
from bureau.rules.records import RecordField, RecordRole, RecordRow, record_kind, record_kinds
from bureau.rules.vocabulary import RecordKind
from bureau.work import Work

CHUNK, PAGE, FEW = 500, 50, 10
_HOUR, _MINUTE = 3600, 60


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record; `parties` by role and `fields` in the order of the table."""

    id: UUID
    version: int
    row: RecordRow
    on: str
    on_day: date | None
    time: str
    until_day: date | None
    amount: Money | None
    parties: tuple[tuple[RecordRole, UUID, str], ...]
    fields: tuple[tuple[RecordField, Any], ...]
    handling: HandlingCode | None
    handling_code: str
    withdrawn: str
    origin: Origin

    @property
    def says_more(self) -> bool:
        """Whether there is more to say than when, who and how much."""
        held = self.origin.valid_from or self.origin.valid_to
        return bool(self.fields or self.withdrawn or held)


@dataclass(frozen=True, slots=True)
class RecordList:
    """Records of a case: how many of each kind, and those shown, kind by kind, oldest first."""

    counts: Mapping[RecordKind, int]
    shown: Mapping[RecordKind, tuple[RecordView, ...]]
    page: int
    pages: int
    total: int


def record_views(work: Work, records: Iterable[Record]) -> tuple[RecordView, ...]:
    """Records as a page shows them, a payment by the reference that people know it by."""
    found = list(records)
    known = _references(work, found)
    return tuple(_view(work, record, known) for record in found)


def _view(work: Work, record: Record, known: Mapping[tuple[UUID, str], str]) -> RecordView:
    row = record_kind(record.kind)
    taking = {each.role: each.entity for each in record.parties}
    return RecordView(
        id=record.id,
        version=record.version,
        row=row,
        on=record.on.isoformat() if record.on else "",
        on_day=record.on,
        time=clock(record.second_of_day),
        until_day=record.until,
        amount=None if record.amount_minor is None else Money(record.amount_minor, record.currency),
        parties=tuple(
            (role, taking[role.name].id, taking[role.name].label)
            for role in row.roles
            if role.name in taking
        ),
        fields=tuple(
            (field, _value(record, field, known))
            for field in row.fields
            if field.name in record.fields
        ),
        handling=handling_codes().find(record.handling, work.today),
        handling_code=record.handling,
        withdrawn=record.withdrawn,
        origin=origin(work, record),
    )


def _value(record: Record, field: RecordField, known: Mapping[tuple[UUID, str], str]) -> Any:
    value = record.fields[field.name]
    if field.type is FieldType.PAYMENT:
        return known.get((record.case_id, value), value)
    return value


def _references(work: Work, records: Iterable[Record]) -> dict[tuple[UUID, str], str]:
    """What the payments that these records name are called, where one name is one payment."""
    keys = {
        record.fields[field.name]: record.case_id
        for record in records
        for field in record_kind(record.kind).fields
        if field.type is FieldType.PAYMENT and field.name in record.fields
    }
    if not keys:
        return {}
    query = select(Payment.case_id, Payment.key, Payment.external_id).where(
        Payment.case_id.in_(set(keys.values())), Payment.key.in_(keys), Payment.external_id != ""
    )
    rows = work.session.execute(query).all()
    often = Counter(row.external_id for row in rows)
    return {(row.case_id, row.key): row.external_id for row in rows if often[row.external_id] == 1}


def whole(rows: Select[Any]) -> Select[Any]:
    """The same rows with their parties and the documents of their sources fetched at once."""
    parties = selectinload(Record.parties)
    document = joinedload(Record.learnt_from).joinedload(Source.document)
    return rows.options(parties, parties.options(joinedload(RecordParty.entity)), document)


def records_by_id(work: Work, case: Case, ids: Iterable[UUID]) -> list[Record]:
    """The records of a case among these ids, oldest first."""
    wanted = list(ids)
    found: list[Record] = []
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        rows = select(Record).where(Record.case_id == case.id, Record.id.in_(part))
        found += work.session.scalars(whole(rows)).unique()
    return sorted(found, key=_moment)


def clock(seconds: int | None) -> str:
    """A moment of the day as 14:30, with its seconds where it has any; empty where unknown."""
    if seconds is None:
        return ""
    hours, rest = divmod(seconds, _HOUR)
    minutes, left = divmod(rest, _MINUTE)
    return f"{hours:02}:{minutes:02}" + (f":{left:02}" if left else "")


def few(work: Work, rows: Select[Any]) -> RecordList:
    """The first few of each kind."""
    order = (Record.on, Record.second_of_day, Record.key)
    place = func.row_number().over(partition_by=Record.kind, order_by=order)
    placed = rows.with_only_columns(Record.id, place.label("place")).subquery()
    query = select(Record).join(placed, placed.c.id == Record.id).where(placed.c.place <= FEW)
    return RecordList({}, _grouped(work, query), 1, 1, 0)


def paged(work: Work, rows: Select[Any], page: int) -> RecordList:
    """One page of records, kind by kind."""
    total = work.session.scalar(select(func.count()).select_from(rows.subquery())) or 0
    pages = max(1, -(-total // PAGE))
    at = min(max(page, 1), pages)
    ordered = rows.order_by(Record.kind, Record.on, Record.second_of_day, Record.key)
    return RecordList(
        {}, _grouped(work, ordered.limit(PAGE).offset((at - 1) * PAGE)), at, pages, total
    )


def _grouped(work: Work, rows: Any) -> dict[RecordKind, tuple[RecordView, ...]]:
    found: dict[RecordKind, list[Record]] = {row.kind: [] for row in record_kinds()}
    for record in work.session.scalars(whole(rows)).unique():
        found[record.kind].append(record)
    return {
        kind: record_views(work, sorted(records, key=_moment))
        for kind, records in found.items()
        if records
    }


def _moment(record: Record) -> tuple[str, int, str]:
    return str(record.on or ""), record.second_of_day or 0, record.key
