"""The financing as a page shows it: each line with its evidence, share and running total."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from bureau.model import Document, FinancingEntry, Payment
from bureau.operations import _financing
from bureau.operations._deal_view import DealView, deal_view
from bureau.operations._facts import Origin, origin
from bureau.policy import Permission
from bureau.rules.financing import LineStanding, Side, running, shares
from bureau.rules.money import Money
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class EntryView:
    """A line that an officer entered: who, what bears it out, and what it was learnt from."""

    id: UUID
    version: int
    number: int
    side: str
    kind: str
    label: str
    amount: Money
    status: str
    party_id: UUID | None
    party: str
    document_id: UUID | None
    document: str
    payment_id: UUID | None
    payment: str
    remark: str
    withdrawn: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class LineView:
    """One source or use; without a deal and an entry the form says it."""

    side: str
    kind: str
    stated: Money
    shown: Money
    standing: LineStanding
    share: Decimal
    running: Money
    deal: DealView | None
    entry: EntryView | None
    who: str = ""

    @property
    def open(self) -> Money:
        """What no evidence bears out."""
        return self.stated - self.shown


@dataclass(frozen=True, slots=True)
class SheetView:
    """Sources and uses in one currency on one day, with their sums and what is unexplained."""

    currency: str
    on: date
    sources: tuple[LineView, ...]
    uses: tuple[LineView, ...]
    brings: Money
    takes: Money
    shown: Money

    @property
    def lines(self) -> tuple[LineView, ...]:
        """Sources, then uses."""
        return self.sources + self.uses

    @property
    def unsourced(self) -> Money:
        """What is used and comes from no source that was named."""
        return max(self.takes - self.brings, Money(0, self.currency))

    @property
    def unused(self) -> Money:
        """What was brought in and has no use that was named."""
        return max(self.brings - self.takes, Money(0, self.currency))

    @property
    def total(self) -> Money:
        """The sum of either side once the difference is laid beside it."""
        return max(self.brings, self.takes)

    @property
    def unshown(self) -> Money:
        """What sources stated and no evidence bears out."""
        return self.brings - self.shown


def sheets(work: Work, lines: Iterable[_financing.Line], on: date) -> tuple[SheetView, ...]:
    """The lines in a sheet for each currency; nothing is converted."""
    found = tuple(lines)
    return tuple(
        _sheet(work, [line for line in found if line.stated.currency == currency], on, currency)
        for currency in sorted({line.stated.currency for line in found})
    )


def entry_view(work: Work, row: FinancingEntry) -> EntryView:
    """An entry as its page shows it; a document that one may not read is not named."""
    return EntryView(
        id=row.id,
        version=row.version,
        number=row.number,
        side=row.side,
        kind=row.kind,
        label=row.label,
        amount=Money(row.amount_minor, row.currency),
        status=row.status,
        party_id=row.party_id,
        party=row.party.label if row.party else "",
        document_id=row.document_id,
        document=_titled(work, row.document),
        payment_id=row.payment_id,
        payment=_paid(row.payment),
        remark=row.remark,
        withdrawn=row.withdrawn,
        origin=origin(work, row),
    )


def _titled(work: Work, document: Document | None) -> str:
    readable = document is not None and work.may(Permission.DOCUMENT_READ, document)
    return document.title if document and readable else ""


def _paid(payment: Payment | None) -> str:
    if payment is None:
        return ""
    amount = Money(payment.amount_minor, payment.currency)
    return f"{payment.paid_on.isoformat()} · {payment.currency} {amount.text()}"


def _sheet(work: Work, lines: list[_financing.Line], on: date, currency: str) -> SheetView:
    sides = {side: [line for line in lines if line.side == side] for side in Side}
    shown = sum(line.shown.minor for line in sides[Side.SOURCE])
    return SheetView(
        currency=currency,
        on=on,
        sources=tuple(_views(work, sides[Side.SOURCE], currency)),
        uses=tuple(_views(work, sides[Side.USE], currency)),
        brings=_financing.total(lines, Side.SOURCE, currency),
        takes=_financing.total(lines, Side.USE, currency),
        shown=Money(shown, currency),
    )


def _views(work: Work, lines: list[_financing.Line], currency: str) -> Iterator[LineView]:
    amounts = [line.stated.minor for line in lines]
    for line, share, after in zip(lines, shares(amounts), running(amounts), strict=True):
        yield LineView(
            side=line.side,
            kind=line.kind,
            stated=line.stated,
            shown=line.shown,
            standing=line.standing,
            share=share,
            running=Money(after, currency),
            deal=_deal(work, line.deal),
            entry=entry_view(work, line.entry) if line.entry else None,
            who=line.who,
        )


def _deal(work: Work, deal: Any) -> DealView | None:
    return deal_view(work, deal) if deal is not None else None
