"""Payments one by one: recording a single one, and paging through what statements brought."""

from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from bureau.errors import Invalid
from bureau.model import Payment, Source
from bureau.model.base import new_id
from bureau.operations._checks import fitting
from bureau.operations._facts import PLACE_LENGTH, party
from bureau.operations._payment_pages import PaymentPage, PaymentView, paged
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
    sum_paid = money.parse(amount, currency)
    if sum_paid.minor <= 0 or from_id == to_id:
        raise Invalid("A payment moves money between two accounts.", where={"field": "amount"})
    payment = Payment(
        case_id=case.id,
        key=f"recorded:{new_id().hex}",
        payer=party(work, case, from_id, "paying account", EntityKind.ACCOUNT),
        payee=party(work, case, to_id, "receiving account", EntityKind.ACCOUNT),
        paid_on=paid_on,
        amount_minor=sum_paid.minor,
        currency=currency,
        reference=fitting(reference, "reference"),
        kind=fitting(kind, "kind", KIND_LENGTH),
        place_in_source=fitting(place, "place in the source", PLACE_LENGTH),
        learnt_from=work.within(Source, source_id, case),
    )
    work.session.add(payment)
    work.record(EventKind.PAYMENT_RECORDED, payment, paid_on=paid_on, currency=currency)
    return payment


def list_payments(
    work: Work, case_id: UUID, account_id: UUID | None = None, page: int = 1
) -> PaymentPage:
    """A page of the payments of a case, or of those that touch one account, oldest first."""
    case = work.case(case_id, Permission.CASE_READ)
    rows = select(Payment).where(Payment.case_id == case.id)
    if account_id is not None:
        party(work, case, account_id, "account", EntityKind.ACCOUNT)
        rows = rows.where(or_(Payment.from_id == account_id, Payment.to_id == account_id))
    found = paged(work, rows, page)
    work.record(EventKind.CASE_READ, case, part="payments", shown=len(found.rows), page=found.page)
    return found
