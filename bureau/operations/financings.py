"""The financing of a case: sources and uses of every euro, read, entered, changed and exported."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import (
    Case,
    Document,
    Entity,
    FinancingEntry,
    Lease,
    Loan,
    Mortgage,
    Payment,
    Sale,
)
from bureau.operations import _financing, _financing_versions, _indicator_answers, _rows
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._deal_view import DealView, deal_view, fetched
from bureau.operations._facts import Learnt, next_number, sourced
from bureau.operations._financing_versions import Change
from bureau.operations._financing_view import EntryView, LineView, SheetView, entry_view, sheets
from bureau.policy import Permission
from bureau.rules import money
from bureau.rules.events import EventKind
from bureau.rules.financing import SOURCES, USES, LineStanding, Side
from bureau.rules.money import Money
from bureau.work import Work

__all__ = ["EntryView", "LineView", "SheetView"]

TABLES: tuple[type[Any], ...] = (Loan, Sale, Mortgage, Lease)
LABEL, HUNDRED = 200, Decimal(100)
_PERCENT = re.compile(r"(-?\d{1,4}(?:[.,]\d{1,4})?)\s*%", re.ASCII)


@dataclass(frozen=True, slots=True)
class FinancingView:
    """The financing now, as applied with where it differs, its history and money of others."""

    now: tuple[SheetView, ...]
    applied: tuple[SheetView, ...]
    others: tuple[DealView, ...]
    changes: tuple[Change, ...]
    withdrawn: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFields:
    """What is written of a line; the amount as 1234.50, or as 12.5% of the total of the form."""

    side: str
    kind: str
    label: str
    amount: str
    status: str
    currency: str = "EUR"
    party_id: UUID | None = None
    document_id: UUID | None = None
    payment_id: UUID | None = None
    remark: str = ""


def read_financing(work: Work, case_id: UUID) -> FinancingView:
    """What finances the applicant's activity; money of others in the circle is never added."""
    case = work.case(case_id, Permission.NETWORK_READ)
    found = _view(work, case)
    work.record(EventKind.CASE_READ, case, part="financing")
    return found


def export_financing(work: Work, case_id: UUID) -> FinancingView:
    """The same for a file that leaves the house."""
    case = work.case(case_id, Permission.NETWORK_EXPORT)
    found = _view(work, case)
    lines = sum(len(sheet.lines) for sheet in found.now)
    work.record(EventKind.FINANCING_EXPORTED, case, lines=lines)
    return found


def read_entry(work: Work, case_id: UUID, entry_id: UUID) -> EntryView:
    """One line that was entered."""
    case = work.case(case_id, Permission.FACT_RECORD)
    found = entry_view(work, work.within(FinancingEntry, entry_id, case))
    work.record(EventKind.CASE_READ, case, part="financing")
    return found


def add_entry(work: Work, case_id: UUID, fields: EntryFields, learnt: Learnt) -> FinancingEntry:
    """Enter a source or a use of money with its source and evidence.

    Raises Invalid for an amount that is not more than nought, for a percentage above one hundred
    or without a total, and for a line called evidenced without a document or payment.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    entry = FinancingEntry(
        number=next_number(work, case, FinancingEntry),
        withdrawn="",
        **_checked(work, case, fields),
        **sourced(work, case, learnt),
    )
    work.session.add(entry)
    work.record(EventKind.FINANCING_CHANGED, entry, done="added", number=entry.number)
    return entry


def change_entry(
    work: Work, case_id: UUID, entry_id: UUID, version: int, fields: EntryFields
) -> FinancingEntry:
    """Correct a line; its source stays. Raises Changed when somebody else wrote it meanwhile."""
    case = work.case(case_id, Permission.FACT_RECORD)
    entry = work.within(FinancingEntry, entry_id, case)
    new = _checked(work, case, fields, entry)
    work.expect(entry, version, {name: new[name] for name in ("label", "amount_minor", "status")})
    for name, value in new.items():
        setattr(entry, name, value)
    work.record(EventKind.FINANCING_CHANGED, entry, done="changed", number=entry.number)
    return entry


def withdraw_entry(
    work: Work, case_id: UUID, entry_id: UUID, version: int, reason: str
) -> FinancingEntry:
    """Take a line out of the reckoning, for a reason; it stays in the file."""
    case = work.case(case_id, Permission.FACT_RECORD)
    entry = work.within(FinancingEntry, entry_id, case)
    why = said(reason, "reason")
    work.expect(entry, version, {"withdrawn": why})
    entry.withdrawn = why
    work.record(EventKind.FINANCING_CHANGED, entry, done="withdrawn", reason=why)
    return entry


def _view(work: Work, case: Case) -> FinancingView:
    rows = _rows.rows(work.session, case)
    entries = _entries(work, case)
    found = _financing.financing(rows, fetched(work, case, TABLES), work.today, entries)
    return FinancingView(
        now=sheets(work, found.now, found.on),
        applied=sheets(work, found.applied, found.applied_on or found.on),
        others=tuple(deal_view(work, deal) for deal in found.others),
        changes=_financing_versions.changes(rows),
        withdrawn=tuple(entry_view(work, each) for each in entries if each.withdrawn),
    )


def _entries(work: Work, case: Case) -> list[FinancingEntry]:
    query = select(FinancingEntry).where(FinancingEntry.case_id == case.id)
    return list(work.session.scalars(query.order_by(FinancingEntry.number)))


def _checked(
    work: Work, case: Case, fields: EntryFields, entry: FinancingEntry | None = None
) -> dict[str, Any]:
    """The columns of a line, each looked at."""
    side = one_of(fields.side, "side", tuple(Side))
    status = one_of(fields.status, "status", tuple(LineStanding))
    evidence = {
        "document": _part(work, case, Document, fields.document_id),
        "payment": _part(work, case, Payment, fields.payment_id),
    }
    _borne_out(status, evidence.values(), fields.remark)
    others = [each for each in _entries(work, case) if each is not entry and not each.withdrawn]
    return {
        "side": side,
        "kind": one_of(fields.kind, "kind", SOURCES if side == Side.SOURCE else USES),
        "label": said(fields.label, "label", LABEL),
        "amount_minor": _minor(work, case, fields, [e for e in others if e.side == side]),
        "currency": fields.currency,
        "status": status,
        "party": _part(work, case, Entity, fields.party_id),
        "remark": fitting(fields.remark, "remark"),
        **evidence,
    }


def _part(work: Work, case: Case, table: type[Any], record_id: UUID | None) -> Any:
    if record_id is None:
        return None
    found = work.within(table, record_id, case)
    if isinstance(found, Document):
        work.require(Permission.DOCUMENT_READ, found)
    return found


def _borne_out(status: str, evidence: Iterable[object], remark: str) -> None:
    if status in (LineStanding.EVIDENCED, LineStanding.VERIFIED) and not any(evidence):
        raise Invalid(
            "A line is borne out only by a document or a payment.",
            where={"field": "status"},
            hint="Choose the document or the payment, or leave the line as given.",
        )
    if status == LineStanding.CONTRADICTORY and not remark.strip():
        raise Invalid(
            "Say what contradicts this line.",
            where={"field": "remark"},
            hint="Name both sources and what each of them says.",
        )


def _minor(work: Work, case: Case, fields: EntryFields, others: list[FinancingEntry]) -> int:
    if found := _PERCENT.fullmatch(fields.amount.strip()):
        return _part_of_total(work, case, Decimal(found[1].replace(",", ".")), others)
    amount = money.parse(fields.amount, fields.currency)
    if amount.minor <= 0:
        raise Invalid(
            "An amount must be more than nought.",
            where={"field": "amount"},
            hint="Money that goes the other way is a line on the other side.",
        )
    return amount.minor


def _part_of_total(work: Work, case: Case, part: Decimal, others: list[FinancingEntry]) -> int:
    """A percentage of the total investment of the form, to the cent; together at most the whole."""
    whole = _indicator_answers.from_form(_rows.rows(work.session, case))["total_investment"]
    if not whole:
        raise Invalid(
            "There is no total investment to take a percentage of.",
            where={"field": "amount"},
            hint="Record the total on the form first, or write the amount.",
        )
    minor = int((part * whole / HUNDRED).quantize(Decimal(1), ROUND_HALF_EVEN))
    together = minor + sum(each.amount_minor for each in others if each.currency == "EUR")
    if part <= 0 or together > whole:
        raise Invalid(
            "Together these percentages would be more than one hundred, or this one is nought.",
            where={"field": "amount"},
            hint="The lines of this side may make at most {total}.",
            total=Money(whole).text(),
        )
    return minor
