"""Pages of payments, for the list of a case and for what lies behind an edge."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from bureau.model import Payment
from bureau.operations._facts import SourceRef, may_see, ref
from bureau.rules.money import Money
from bureau.work import Work

PAGE = 25
_HOUR, _MINUTE = 3600, 60


@dataclass(frozen=True, slots=True)
class PaymentView:
    """One payment as a list shows it; `time` is empty where the source does not say it."""

    id: UUID
    on: date
    time: str
    payer_id: UUID
    payer: str
    payee_id: UUID
    payee: str
    amount: Money
    reference: str
    kind: str
    external_id: str
    source: SourceRef
    place: str


@dataclass(frozen=True, slots=True)
class PaymentPage:
    """One page of payments, oldest first, and how many there are in all."""

    rows: tuple[PaymentView, ...]
    page: int
    pages: int
    total: int


def paged(work: Work, rows: Select[Payment], page: int) -> PaymentPage:
    """Page number `page` of `rows`; a number beyond the last is the last."""
    total = work.session.scalar(select(func.count()).select_from(rows.subquery())) or 0
    pages = max(1, -(-total // PAGE))
    at = min(max(page, 1), pages)
    ordered = rows.order_by(
        Payment.paid_on, Payment.second_of_day, Payment.external_id, Payment.id
    ).options(joinedload(Payment.payer), joinedload(Payment.payee), joinedload(Payment.learnt_from))
    shown = work.session.scalars(ordered.limit(PAGE).offset((at - 1) * PAGE)).unique()
    return PaymentPage(tuple(payment_view(work, payment) for payment in shown), at, pages, total)


def payment_view(work: Work, payment: Payment) -> PaymentView:
    """`payment` as a list shows it."""
    return PaymentView(
        id=payment.id,
        on=payment.paid_on,
        time=clock(payment.second_of_day),
        payer_id=payment.from_id,
        payer=payment.payer.label,
        payee_id=payment.to_id,
        payee=payment.payee.label,
        amount=Money(payment.amount_minor, payment.currency),
        reference=payment.reference,
        kind=payment.kind,
        external_id=payment.external_id,
        source=ref(work, payment.learnt_from),
        place=payment.place_in_source if may_see(work, payment.learnt_from) else "",
    )


def clock(second: int | None) -> str:
    """A second of the day as 14:05:30; nothing where it is not known."""
    if second is None:
        return ""
    return f"{second // _HOUR:02d}:{second % _HOUR // _MINUTE:02d}:{second % _MINUTE:02d}"


def second_of_day(text: str) -> int | None:
    """The second of the day in 14:05 or 14:05:30; None where nothing is written."""
    if not text:
        return None
    return int(text[:2]) * _HOUR + int(text[3:5]) * _MINUTE + int(text[6:] or 0)
