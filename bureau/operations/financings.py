"""The financing of a case as its page shows it, out of the same reckoning as the dossier."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.model import Case, Lease, Loan, Mortgage, Sale
from bureau.operations import _financing, _rows
from bureau.operations._deal_view import DealView, deal_view
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.money import Money
from bureau.work import Work

TABLES: tuple[type[Any], ...] = (Loan, Sale, Mortgage, Lease)


@dataclass(frozen=True, slots=True)
class LineView:
    """One source or use with its deal; none where the form says it."""

    side: str
    kind: str
    stated: Money
    shown: Money
    deal: DealView | None


@dataclass(frozen=True, slots=True)
class SheetView:
    """Sources and uses in one currency on one day, with their sums."""

    currency: str
    on: date
    lines: tuple[LineView, ...]
    brings: Money
    takes: Money


@dataclass(frozen=True, slots=True)
class FinancingView:
    """The financing now, as applied with where it differs, and the money of others."""

    now: tuple[SheetView, ...]
    applied: tuple[SheetView, ...]
    others: tuple[DealView, ...]


def read_financing(work: Work, case_id: UUID) -> FinancingView:
    """What finances the applicant's activity; money of others in the circle is never added."""
    case = work.case(case_id, Permission.CASE_READ)
    found = _financing.financing(_rows.rows(work.session, case), _deals(work, case), work.today)
    work.record(EventKind.CASE_READ, case, part="financing")
    since = found.applied_on or found.on
    return FinancingView(
        now=_sheets(work, found.now, found.on),
        applied=_sheets(work, found.applied, since),
        others=tuple(deal_view(work, deal) for deal in found.others),
    )


def _deals(work: Work, case: Case) -> list[Any]:
    return [
        deal
        for table in TABLES
        for deal in work.session.scalars(select(table).where(table.case_id == case.id))
    ]


def _sheets(work: Work, lines: tuple[_financing.Line, ...], on: date) -> tuple[SheetView, ...]:
    return tuple(
        SheetView(
            currency=currency,
            on=on,
            lines=tuple(_line(work, one) for one in lines if one.stated.currency == currency),
            brings=_financing.total(lines, _financing.SOURCE, currency),
            takes=_financing.total(lines, _financing.USE, currency),
        )
        for currency in sorted({line.stated.currency for line in lines})
    )


def _line(work: Work, line: _financing.Line) -> LineView:
    deal = deal_view(work, line.deal) if line.deal is not None else None
    return LineView(line.side, line.kind, line.stated, line.shown, deal)
