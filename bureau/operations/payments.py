"""Payments one by one: recording a single one, and paging through what statements brought."""

from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from bureau.errors import Invalid
from bureau.model import Case, Entity, Payment
from bureau.model.base import new_id
from bureau.operations._brought_in import source_of
from bureau.operations._checks import fitting
from bureau.operations._facts import PLACE_LENGTH, party
from bureau.operations._payment_pages import PaymentPage, PaymentView, paged, payment_view
from bureau.policy import Permission
from bureau.rules import money
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

__all__ = ["PaymentPage", "PaymentView", "list_payments", "record_payment"]

KIND_LENGTH = 40


def record_payment(
    work: Work,
    case_id: UUID,
    *,
    from_id: UUID,
    to_id: UUID,
    paid_on: date,
    amount: str,
    source_id: UUID,
    currency: str = "EUR",
    reference: str = "",
    kind: str = "",
    place: str = "",
) -> Payment:
    """One payment between two accounts of the case, for an amount as 1234.50."""
    case = work.case(case_id, Permission.FACT_RECORD)
    payment = Payment(
        case_id=case.id,
        key=f"recorded:{new_id().hex}",
        payer=_account(work, case, from_id),
        payee=_account(work, case, to_id),
        paid_on=paid_on,
        amount_minor=_minor(amount, currency),
        currency=currency,
        **_words(reference, kind, place),
        learnt_from=source_of(work, case, source_id),
    )
    if from_id == to_id:
        raise Invalid("A payment moves money between two accounts.", where={"field": "to"})
    return _record(work, payment)


def list_payments(
    work: Work, case_id: UUID, account_id: UUID | None = None, page: int = 1
) -> PaymentPage:
    """A page of the payments of a case, or of those that touch one account, oldest first."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = select(Payment).where(Payment.case_id == case.id)
    if account_id is not None:
        _account(work, case, account_id)
        rows = rows.where(or_(Payment.from_id == account_id, Payment.to_id == account_id))
    found = paged(work, rows, page)
    work.record(EventKind.CASE_READ, case, part="payments", shown=len(found.rows), page=found.page)
    return found


def largest_payments(work: Work, case_id: UUID, most: int = 100) -> tuple[PaymentView, ...]:
    """The largest payments of a case, to choose from where one bears something out."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = select(Payment).where(Payment.case_id == case.id)
    ordered = rows.order_by(Payment.amount_minor.desc(), Payment.paid_on, Payment.id)
    found = tuple(payment_view(work, row) for row in work.session.scalars(ordered.limit(most)))
    work.record(EventKind.CASE_READ, case, part="payments", shown=len(found))
    return found


def _minor(amount: str, currency: str) -> int:
    paid = money.parse(amount, currency)
    if paid.minor <= 0:
        raise Invalid("An amount must be more than nought.", where={"field": "amount"})
    return paid.minor


def _words(reference: str, kind: str, place: str) -> dict[str, str]:
    return {
        "reference": fitting(reference, "reference"),
        "kind": fitting(kind, "kind", KIND_LENGTH),
        "place_in_source": fitting(place, "place in the source", PLACE_LENGTH),
    }


def _account(work: Work, case: Case, account_id: UUID) -> Entity:
    return party(work, case, account_id, "account", EntityKind.ACCOUNT)


def _record(work: Work, payment: Payment) -> Payment:
    work.session.add(payment)
    work.record(
        EventKind.PAYMENT_RECORDED, payment, paid_on=payment.paid_on, currency=payment.currency
    )
    return payment
