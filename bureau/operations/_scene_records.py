"""Records of a case as patterns take them, and the exchange rates that follow from them."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.graph.values import Record as Value
from bureau.model import Case, Record, RecordParty
from bureau.operations._network_rows import Names
from bureau.rules.dates import PartialDate
from bureau.rules.records import Asked, record_kind
from bureau.rules.vocabulary import RecordKind
from bureau.work import Work


def records(work: Work, case: Case, names: Names) -> tuple[Value, ...]:
    """Every record that was not withdrawn, oldest first, its parties by name.

    Where a period belongs to a kind and none is said, the period in which the fact holds is
    taken, at its widest. What ended earlier than its period says holds until that day.
    """
    taking = _parties(work, case)
    columns = Record.__table__.c
    rows = work.session.execute(
        select(Record.__table__)
        .where(columns.case_id == case.id, columns.withdrawn == "")
        .order_by(columns.key)
    )
    found = (_value(row, taking.get(row.id, ()), names) for row in rows)
    return tuple(sorted(found, key=lambda row: (row.on or date.min, row.seconds or 0)))


def _value(row: Any, taking: tuple[tuple[str, UUID], ...], names: Names) -> Value:
    return Value(
        id=f"record:{row.id}",
        kind=row.kind,
        on=row.on_day or _first(row.kind, row.valid_from),
        seconds=row.second_of_day,
        until=_earlier(row.until_day, _last(row.kind, row.valid_to)),
        parties=tuple((role, names[party]) for role, party in taking),
        amount_minor=row.amount_minor,
        currency=row.currency,
        fields=row.fields,
    )


def rates(found: Iterable[Value]) -> Mapping[str, str]:
    """Euros for one unit of each currency: the latest rate that is known, whatever its day.

    One rate a currency for the whole case: a pattern compares what moved with what moved, and
    must not see a profit in the calendar. Of two rates of one day the last recorded key holds.
    """
    latest: dict[str, tuple[date, str]] = {}
    for row in found:
        if row.kind is not RecordKind.EXCHANGE_RATE or row.on is None:
            continue
        currency = str(row.fields["currency"])
        if not Decimal(str(row.fields["rate"])):
            continue  # a rate of nothing would make money vanish
        if currency not in latest or latest[currency][0] <= row.on:
            latest[currency] = (row.on, str(row.fields["rate"]))
    return {currency: rate for currency, (_, rate) in sorted(latest.items())}


def _parties(work: Work, case: Case) -> dict[UUID, tuple[tuple[str, UUID], ...]]:
    query = select(RecordParty.record_id, RecordParty.role, RecordParty.entity_id)
    rows = query.where(RecordParty.case_id == case.id).order_by(RecordParty.role)
    found: dict[UUID, tuple[tuple[str, UUID], ...]] = {}
    for record_id, role, entity_id in work.session.execute(rows):
        found[record_id] = (*found.get(record_id, ()), (role, entity_id))
    return found


def _first(kind: RecordKind, day: PartialDate | None) -> date | None:
    asked = record_kind(kind).until is not Asked.NO
    return day.earliest() if asked and day is not None else None


def _earlier(said: date | None, ended: date | None) -> date | None:
    return min((day for day in (said, ended) if day is not None), default=None)


def _last(kind: RecordKind, day: PartialDate | None) -> date | None:
    asked = record_kind(kind).until is not Asked.NO
    return day.latest() if asked and day is not None else None
