"""Loans, sales, mortgages, leases and permits: deals that money and influence travel by."""

import re
from datetime import date
from typing import TypeVar
from uuid import UUID

from bureau.errors import Invalid
from bureau.model import Case, Entity, Lease, Loan, Mortgage, Sale, WorksPermit
from bureau.operations._checks import fitting, past, said
from bureau.operations._deal_view import DealView, deals_of
from bureau.operations._facts import Learnt, party, sourced
from bureau.policy import Permission
from bureau.rules import dates, money
from bureau.rules.dates import PartialDate
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

__all__ = ["DealView"]

DEED_LENGTH = 80
_WHO = (EntityKind.PERSON, EntityKind.COMPANY)
_PERCENT = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?", re.ASCII)
Deal = TypeVar("Deal", Loan, Sale, Mortgage, Lease, WorksPermit)


def record_loan(
    work: Work,
    case_id: UUID,
    *,
    lender_id: UUID,
    borrower_id: UUID,
    principal: str,
    learnt: Learnt,
    currency: str = "EUR",
    paid_out_on: str = "",
    contract_on: str = "",
    interest_percent: str = "",
    security: str = "",
    schedule: str = "",
    means: str = "",
) -> Loan:
    """Money lent; amounts as 1234.50, `means` the lender's own means, empty where unknown."""
    case = work.case(case_id, Permission.FACT_RECORD)
    loan = Loan(
        **_pair(work, case, lender=lender_id, borrower=borrower_id),
        principal_minor=_minor(principal, currency),
        currency=currency,
        paid_out_on=dates.parse(paid_out_on),
        contract_on=dates.parse(contract_on),
        interest_percent=_percent(interest_percent),
        **_texts(security=security, schedule=schedule),
        means_minor=_minor(means, currency) if means else None,
        **sourced(work, case, learnt),
    )
    return _record(work, _given_first(loan, loan.valid_to))


def end_loan(
    work: Work, case_id: UUID, loan_id: UUID, version: int, last_day: date, reason: str
) -> Loan:
    """The loan was repaid or replaced: the last day it held, and why; it stays in the file.

    Raises Changed when somebody else wrote it meanwhile, Invalid for a day to come.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    loan = work.within(Loan, loan_id, case)
    day = past(work, last_day, "last_day", loan.valid_from.earliest() if loan.valid_from else None)
    _given_first(loan, dates.parse(day.isoformat()))
    work.expect(loan, version, {"valid_to": day.isoformat()})
    loan.valid_to = dates.parse(day.isoformat())
    why = said(reason, "reason")
    work.record(EventKind.DEAL_RECORDED, loan, ended_on=day.isoformat(), reason=why)
    return loan


def record_sale(
    work: Work,
    case_id: UUID,
    *,
    property_id: UUID,
    seller_id: UUID,
    buyer_id: UUID,
    price: str,
    agreed_on: date,
    learnt: Learnt,
    currency: str = "EUR",
    delivered_on: date | None = None,
    deed: str = "",
) -> Sale:
    """A sale of real estate, for a price as 1234.50."""
    case = work.case(case_id, Permission.FACT_RECORD)
    _in_order(agreed_on, delivered_on)
    sale = Sale(
        property=party(work, case, property_id, "property", EntityKind.PROPERTY),
        **_pair(work, case, seller=seller_id, buyer=buyer_id),
        price_minor=_minor(price, currency),
        currency=currency,
        agreed_on=agreed_on,
        delivered_on=delivered_on,
        deed=fitting(deed, "deed", DEED_LENGTH),
        **sourced(work, case, learnt),
    )
    return _record(work, sale)


def record_mortgage(
    work: Work,
    case_id: UUID,
    *,
    property_id: UUID,
    holder_id: UUID,
    amount: str,
    learnt: Learnt,
    currency: str = "EUR",
) -> Mortgage:
    """A mortgage (hypotheek) on real estate, for an amount as 1234.50."""
    case = work.case(case_id, Permission.FACT_RECORD)
    mortgage = Mortgage(
        property=party(work, case, property_id, "property", EntityKind.PROPERTY),
        holder=party(work, case, holder_id, "holder", *_WHO),
        amount_minor=_minor(amount, currency),
        currency=currency,
        **sourced(work, case, learnt),
    )
    return _record(work, mortgage)


def record_lease(
    work: Work,
    case_id: UUID,
    *,
    property_id: UUID,
    landlord_id: UUID,
    tenant_id: UUID,
    yearly_rent: str,
    learnt: Learnt,
    currency: str = "EUR",
) -> Lease:
    """A letting of real estate, for a yearly rent as 1234.50."""
    case = work.case(case_id, Permission.FACT_RECORD)
    lease = Lease(
        property=party(work, case, property_id, "property", EntityKind.PROPERTY),
        **_pair(work, case, landlord=landlord_id, tenant=tenant_id),
        rent_minor=_minor(yearly_rent, currency),
        currency=currency,
        **sourced(work, case, learnt),
    )
    return _record(work, lease)


def record_works_permit(
    work: Work,
    case_id: UUID,
    *,
    property_id: UUID,
    granted_on: date,
    works: str,
    learnt: Learnt,
) -> WorksPermit:
    """A permit for works on real estate, which may explain a rise in price."""
    case = work.case(case_id, Permission.FACT_RECORD)
    permit = WorksPermit(
        property=party(work, case, property_id, "property", EntityKind.PROPERTY),
        granted_on=granted_on,
        works=said(works, "works"),
        **sourced(work, case, learnt),
    )
    return _record(work, permit)


def list_deals(work: Work, case_id: UUID) -> tuple[DealView, ...]:
    """The deals of a case, oldest first."""
    case = work.case(case_id, Permission.NETWORK_READ)
    found = deals_of(work, case)
    work.record(EventKind.CASE_READ, case, part="deals", shown=len(found))
    return found


def _record(work: Work, deal: Deal) -> Deal:
    work.session.add(deal)
    work.record(EventKind.DEAL_RECORDED, deal, deal=deal.__tablename__)
    return deal


def _minor(text: str, currency: str) -> int:
    amount = money.parse(text, currency)
    if amount.minor <= 0:
        raise Invalid("An amount must be more than nought.", where={"field": "amount"})
    return amount.minor


def _texts(**given: str) -> dict[str, str]:
    return {field: fitting(text, field) for field, text in given.items()}


def _percent(text: str) -> float | None:
    if not text.strip():
        return None
    if not _PERCENT.fullmatch(text.strip()):
        raise Invalid(
            "{value} is no rate of interest.",
            where={"field": "interest_percent"},
            hint="Write the yearly rate in per cent: 4.5. Leave it empty where none is agreed.",
            value=text[:40],
        )
    return float(text.strip().replace(",", "."))


def _pair(work: Work, case: Case, **parts: UUID) -> dict[str, Entity]:
    if len(set(parts.values())) < len(parts):
        raise Invalid("A deal needs two different parties.", where={"field": "parties"})
    return {part: party(work, case, who, part, *_WHO) for part, who in parts.items()}


def _given_first(loan: Loan, repaid: PartialDate | None) -> Loan:
    """The loan; raises Invalid where it would be repaid before it was given."""
    if loan.paid_out_on and repaid and repaid.before(loan.paid_out_on):
        raise Invalid(
            "The loan would be repaid on {repaid}, before it was given on {given}.",
            where={"field": "last_day"},
            hint="Look at both dates; a loan ends after it was paid out.",
            repaid=str(repaid),
            given=str(loan.paid_out_on),
        )
    return loan


def _in_order(agreed_on: date, delivered_on: date | None) -> None:
    if delivered_on is not None and delivered_on < agreed_on:
        raise Invalid(
            "The delivery lies before the agreement.",
            where={"field": "delivered_on"},
            hint="Look at both dates in the deed.",
        )
