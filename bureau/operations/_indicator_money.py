"""What loans and payments establish for the indicators (amounts in cents of euro)."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bureau.model import Case, Company, Entity, Loan, Payment, Person, Tie
from bureau.rules import indicator_facts as facts
from bureau.rules.dates import PartialDate
from bureau.rules.indicator_facts import LenderKind
from bureau.rules.vocabulary import TieKind

EURO, CASH = "EUR", "cash"
NEAR = timedelta(days=7)  # how far a pay-out may lie from the day in the contract
Holders = Mapping[UUID, Collection[UUID]]


def from_money(session: Session, case: Case) -> dict[str, Any]:
    """Loans with what was repaid, cash payments, and who really paid out each loan."""
    query = select(Loan).where(Loan.case_id == case.id, Loan.currency == EURO)
    loans = session.scalars(query).all()
    accounts = _accounts(session, case)
    payouts = [
        _payout(session, loan, pay) for loan in loans for pay in _paid(session, loan, accounts)
    ]
    any_payment = session.scalar(select(Payment.id).where(Payment.case_id == case.id).limit(1))
    payments = (*_cash(session, case), *payouts)
    return {
        "loans": tuple(_loan(loan, _repaid(session, loan, accounts)) for loan in loans),
        "payments": payments if any_payment else None,
    }


def kind_of(entity: Entity) -> LenderKind:
    """What sort of lender this is, as far as the case knows."""
    if isinstance(entity, Person):
        return LenderKind.PERSON
    if isinstance(entity, Company) and entity.hub == LenderKind.BANK:
        return LenderKind.BANK
    return LenderKind.COMPANY


def _loan(loan: Loan, repaid: int) -> facts.Loan:
    interest = loan.interest_percent
    return facts.Loan(
        lender=loan.lender.label,
        kind=kind_of(loan.lender),
        amount=loan.principal_minor,
        evidenced_means=loan.means_minor,
        has_contract=loan.contract_on is not None and loan.contract_on.year is not None,
        contract_on=_first(loan.contract_on),
        first_payment_on=_first(loan.paid_out_on),
        interest=None if interest is None else Decimal(str(interest)),
        has_security=bool(loan.security),
        has_schedule=bool(loan.schedule),
        repaid=repaid,
    )


def _first(day: PartialDate | None) -> Any:
    return day.earliest() if day else None


def _accounts(session: Session, case: Case) -> dict[UUID, list[UUID]]:
    """The accounts that each party holds."""
    query = select(Tie).where(Tie.case_id == case.id, Tie.kind == TieKind.HOLDS_ACCOUNT)
    found: dict[UUID, list[UUID]] = {}
    for tie in session.scalars(query):
        found.setdefault(tie.from_id, []).append(tie.to_id)
    return found


def _repaid(session: Session, loan: Loan, accounts: Holders) -> int:
    query = select(func.sum(Payment.amount_minor)).where(
        Payment.case_id == loan.case_id,
        Payment.currency == EURO,
        Payment.from_id.in_(accounts.get(loan.borrower_id, ())),
        Payment.to_id.in_(accounts.get(loan.lender_id, ())),
    )
    return int(session.scalar(query) or 0)


def _paid(session: Session, loan: Loan, accounts: Holders) -> list[Payment]:
    """The payments that look like the pay-out: the whole sum, to the borrower, about that day."""
    day = loan.paid_out_on
    if day is None or not day.day:
        return []
    exact = _first(day)
    query = select(Payment).where(
        Payment.case_id == loan.case_id,
        Payment.currency == EURO,
        Payment.amount_minor == loan.principal_minor,
        Payment.to_id.in_(accounts.get(loan.borrower_id, ())),
        Payment.paid_on.between(exact - NEAR, exact + NEAR),
    )
    return list(session.scalars(query))


def _payout(session: Session, loan: Loan, payment: Payment) -> facts.Payment:
    query = select(Tie).where(Tie.to_id == payment.from_id, Tie.kind == TieKind.HOLDS_ACCOUNT)
    holders = {tie.from_entity.label for tie in session.scalars(query)}
    name = payment.payer.holder_name or payment.payer.label
    payer = loan.lender.label if loan.lender.label in holders else min(holders, default=name)
    expected = frozenset((loan.lender.label, loan.borrower.label))
    return facts.Payment(
        payer=payer,
        amount=payment.amount_minor,
        expected_payers=expected,
        in_cash=payment.kind.lower() == CASH,
    )


def _cash(session: Session, case: Case) -> list[facts.Payment]:
    query = select(Payment).where(
        Payment.case_id == case.id, Payment.currency == EURO, func.lower(Payment.kind) == CASH
    )
    return [
        facts.Payment(
            payer=payment.payer.holder_name or payment.payer.label,
            amount=payment.amount_minor,
            in_cash=True,
        )
        for payment in session.scalars(query)
    ]
