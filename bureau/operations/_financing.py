"""What finances the activity of the applicant: one reckoning for the page and for the dossier."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from bureau.model import Lease, Loan, Mortgage, Sale
from bureau.operations import _indicator_answers
from bureau.operations._rows import Rows
from bureau.rules.money import Money

SOURCE, USE = "source", "use"
INVESTED, OWN, LOAN, PURCHASE = "invested", "own", "loan", "purchase"
Deal = Loan | Sale | Mortgage | Lease


@dataclass(frozen=True, slots=True)
class Line:
    """One source or use: what was stated, what evidence bears out, and the deal behind it."""

    side: str
    kind: str
    stated: Money
    shown: Money
    deal: Loan | Sale | None = None

    @property
    def declared(self) -> bool:
        """Whether the form says it, and no deal."""
        return self.deal is None


@dataclass(frozen=True, slots=True)
class Financing:
    """The financing on a day, the one applied with where it differs, and what is not part of it."""

    on: date
    now: tuple[Line, ...]
    applied_on: date | None
    applied: tuple[Line, ...]
    others: tuple[Deal, ...]


def financing(rows: Rows, deals: Iterable[Deal], on: date) -> Financing:
    """The financing of the applicant's activity on `on` out of `deals` and the form.

    Only what the form declares and what the applicant borrows or buys counts; money of other
    persons in the circle stands in `others` and is never added.
    """
    known = list(deals)
    screening = rows.screening
    subject = screening.applicant_id if screening else None
    since = screening.received_on if screening else None
    now = tuple(_lines(rows, known, subject, on))
    before = tuple(_lines(rows, known, subject, since)) if since else ()
    changed = _deals(before) != _deals(now)
    return Financing(
        on=on,
        now=now,
        applied_on=since if changed else None,
        applied=before if changed else (),
        others=tuple(_others(known, subject)),
    )


def in_force(deal: Any, on: date) -> bool:
    """Whether a deal holds on a day; what was replaced or repaid ends on its last day."""
    first = deal.valid_from.earliest() if deal.valid_from else None
    last = deal.valid_to.latest() if deal.valid_to else None
    return (first is None or first <= on) and (last is None or on <= last)


def total(lines: Iterable[Line], side: str, currency: str) -> Money:
    """The sum of what was stated on one side in one currency; nothing is converted."""
    amounts = (
        line.stated.minor
        for line in lines
        if line.side == side and line.stated.currency == currency
    )
    return Money(sum(amounts), currency)


def _deals(lines: Iterable[Line]) -> set[UUID]:
    return {line.deal.id for line in lines if line.deal is not None}


def _lines(rows: Rows, known: list[Deal], subject: UUID | None, on: date) -> Iterator[Line]:
    told = _indicator_answers.from_form(rows)
    held = [deal for deal in known if in_force(deal, on)]
    if invested := told["total_investment"]:
        yield Line(USE, INVESTED, Money(invested), Money(invested))
    else:
        yield from _bought(held, subject)
    if own := told["own_funds"]:
        shown = min(own, sum(told["evidenced_origins"] or ()))
        yield Line(SOURCE, OWN, Money(own), Money(shown))
    yield from _borrowed(held, subject)


def _bought(held: list[Deal], subject: UUID | None) -> Iterator[Line]:
    """The purchases, where the form states no total that would hold them already."""
    sales = [deal for deal in held if isinstance(deal, Sale) and deal.buyer_id == subject]
    for sale in sorted(sales, key=lambda one: one.agreed_on):
        price = Money(sale.price_minor, sale.currency)
        yield Line(USE, PURCHASE, price, price, sale)


def _borrowed(held: list[Deal], subject: UUID | None) -> Iterator[Line]:
    loans = [deal for deal in held if isinstance(deal, Loan) and deal.borrower_id == subject]
    for loan in sorted(loans, key=lambda one: (str(one.paid_out_on or ""), one.principal_minor)):
        shown = min(loan.means_minor or 0, loan.principal_minor)
        stated = Money(loan.principal_minor, loan.currency)
        yield Line(SOURCE, LOAN, stated, Money(shown, loan.currency), loan)


def _others(known: list[Deal], subject: UUID | None) -> Iterator[Deal]:
    """Deals in which the applicant plays no part; a mortgage is his where he bought the estate."""
    own = {
        deal.property_id for deal in known if isinstance(deal, Sale) and deal.buyer_id == subject
    }
    for deal in known:
        if subject not in _parts(deal) and not (
            isinstance(deal, Mortgage) and deal.property_id in own
        ):
            yield deal


def _parts(deal: Deal) -> tuple[UUID, ...]:
    """Whoever plays a part in a deal."""
    names = ("lender_id", "borrower_id", "seller_id", "buyer_id", "landlord_id", "tenant_id")
    return tuple(getattr(deal, name) for name in names if hasattr(deal, name))
