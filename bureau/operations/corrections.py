"""Corrections that travel: a fact is put right, and every place that used it followed up."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case, Correction, CorrectionPlace, Finding, Loan, Record, Sale
from bureau.operations import _correcting, _sharing_following, assessments
from bureau.operations._checks import one_of, past, said
from bureau.operations._sharing_following import Told
from bureau.operations._sought import Sought
from bureau.policy import Permission
from bureau.rules import money
from bureau.rules.events import EventKind
from bureau.rules.money import Money
from bureau.work import Work

LONGEST = 20_000
AMOUNTS = ("loan", "sale", "record")
TABLES: tuple[tuple[type[Any], str], ...] = (
    (Loan, "loan"),
    (Sale, "sale"),
    (Record, "record"),
    (Finding, "finding"),
)


def correct_fact(
    work: Work,
    case_id: UUID,
    subject: str,
    subject_id: UUID,
    version: int,
    after: str,
    reason: str,
) -> Correction:
    """Put a fact right and open a task at each place where the old value was used.

    A party is corrected field by field (see `party_corrections`). Raises Changed when somebody
    else wrote it meanwhile, NotAllowed for a finding on which a decision rests, Invalid when
    nothing changes.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    new = said(after, "value", LONGEST)
    change = CHANGES[one_of(subject, "subject", tuple(CHANGES))]
    before, now = change(work, case, subject_id, version, new)
    if before == now:
        raise Invalid(
            "This is what it says already.",
            where={"field": "value"},
            hint="Write what it must say instead.",
        )
    row = Correction(subject=subject, subject_id=subject_id, before=before, after=now)
    row.reason = said(reason, "reason")
    return _correcting.keep(work, case, row, Sought(before, subject in AMOUNTS), subject_id)


def follow_place(
    work: Work,
    case_id: UUID,
    place_id: UUID,
    version: int,
    answer: str,
    on: date | None = None,
) -> CorrectionPlace:
    """What was done about one place: put right, found harmless, or its recipient told (AVG 19)."""
    case = work.case(case_id, Permission.CASE_EDIT)
    place = work.within(CorrectionPlace, place_id, case)
    if place.done_on:
        raise NotAllowed(
            "This place was followed up already.",
            where={"guard": "place_open", "basis": "AVG 19"},
            hint="Read what was done; correct the fact again when it is still wrong.",
        )
    work.expect(place, version, {})
    place.answer = said(answer, "answer")
    place.done_on = past(work, on, "on")
    place.done_by_id = work.actor.id
    work.record(EventKind.CORRECTION_FOLLOWED, place, place=place.kind, outside=place.outside)
    return place


def list_corrections(work: Work, case_id: UUID) -> tuple[Correction, ...]:
    """The corrections of a case, newest first, each with its places."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = select(Correction).where(Correction.case_id == case.id)
    found = tuple(work.session.scalars(rows.order_by(Correction.number.desc())))
    work.record(EventKind.CASE_READ, case, part="corrections", shown=len(found))
    return found


def list_told(work: Work, case_id: UUID) -> dict[UUID, tuple[Told, ...]]:
    """By correction, the disclosures that gave the old value away, each with its notice."""
    case = work.case(case_id, Permission.NETWORK_READ)
    if not work.may(Permission.DISCLOSURE_READ, case):
        return {}
    found = _sharing_following.told(work, case)
    work.record(EventKind.CASE_READ, case, part="corrections", shown=len(found))
    return found


def list_correctable(work: Work, case_id: UUID) -> tuple[tuple[str, UUID, int, str], ...]:
    """What can be corrected besides the parties: kind, id, version and what it says now."""
    case = work.case(case_id, Permission.FACT_RECORD)
    found: list[tuple[str, UUID, int, str]] = []
    for table, kind in TABLES:
        rows = work.session.scalars(select(table).where(table.case_id == case.id))
        found += [(kind, row.id, row.version, said) for row in rows if (said := _says(row))]
    work.record(EventKind.CASE_READ, case, part="correctable", shown=len(found))
    return tuple(sorted(found, key=lambda each: (each[0], each[3])))


def _says(row: Any) -> str:
    match row:
        case Loan():
            return Money(row.principal_minor, row.currency).text()
        case Sale():
            return Money(row.price_minor, row.currency).text()
        case Record():
            return _amount_of(row)
    return str(row.text)


def _amount_of(row: Record) -> str:
    """The amount of a record that counts; nothing where it has none."""
    if row.withdrawn or row.amount_minor is None:
        return ""
    return Money(row.amount_minor, row.currency).text()


def _record(work: Work, case: Case, row_id: UUID, version: int, new: str) -> tuple[str, str]:
    record = work.within(Record, row_id, case)
    before = _amount_of(record)
    amount = money.parse(new, record.currency)
    if not before or amount.minor < 0:
        raise Invalid(
            "This record has no amount that can be corrected so.",
            where={"field": "value"},
            hint="Give an amount of zero or more, of a record that counts.",
        )
    work.expect(record, version, {"amount_minor": amount.minor})
    record.amount_minor = amount.minor
    work.record(EventKind.RECORD_CHANGED, record, corrected=True)
    return before, amount.text()


def _finding(work: Work, case: Case, row_id: UUID, version: int, new: str) -> tuple[str, str]:
    finding = work.within(Finding, row_id, case)
    before = finding.text
    sources = [link.source_id for link in finding.sources]
    assessments.edit_finding(
        work, case.id, row_id, version, new, sources=sources, contrary=finding.contrary
    )
    return before, finding.text


def _amount(table: type[Any], column: str) -> Callable[..., tuple[str, str]]:
    def change(work: Work, case: Case, row_id: UUID, version: int, new: str) -> tuple[str, str]:
        deal = work.within(table, row_id, case)
        minor = money.parse(new, deal.currency).minor
        work.expect(deal, version, {column: minor})
        before = Money(getattr(deal, column), deal.currency).text()
        setattr(deal, column, minor)
        work.record(EventKind.DEAL_RECORDED, deal, corrected=True)
        return before, Money(minor, deal.currency).text()

    return change


CHANGES: Mapping[str, Callable[..., tuple[str, str]]] = MappingProxyType(
    {
        "loan": _amount(Loan, "principal_minor"),
        "sale": _amount(Sale, "price_minor"),
        "record": _record,
        "finding": _finding,
    }
)
