"""What stands behind one edge of the network, so that no line is drawn without its proof."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.model import Case, Lease, Loan, Mortgage, Payment, Sale, Source, Tie
from bureau.operations._deal_view import DealView, deal_view
from bureau.operations._facts import SourceRef, ref
from bureau.operations._party_view import TieView, tie_view
from bureau.operations._payment_pages import PaymentPage, paged
from bureau.rules.vocabulary import Certainty, TieKind
from bureau.work import Work

_DEALS: Mapping[str, type[Any]] = {
    table.__tablename__: table for table in (Loan, Sale, Mortgage, Lease)
}


@dataclass(frozen=True, slots=True)
class EdgeEvidence:
    """One edge with its proof: a tie, a deal, or a page of payments."""

    id: str
    kind: TieKind
    certainty: Certainty
    label: str
    source: str
    target: str
    tie: TieView | None
    deal: DealView | None
    payments: PaymentPage | None
    sources: tuple[SourceRef, ...]

    def between(self, source: str, target: str) -> "EdgeEvidence":
        """The same with the labels of the two parties."""
        return replace(self, source=source, target=target)


def evidence(
    work: Work, case: Case, edge_id: str, told: Mapping[str, Any], page: int
) -> EdgeEvidence:
    """The proof of the edge with this id, of which the graph says `told`."""
    origin, _, rest = edge_id.partition(":")
    tie: TieView | None = None
    deal: DealView | None = None
    payments: PaymentPage | None = None
    if origin == "tie":
        tie = tie_view(work, work.within(Tie, UUID(rest), case))
        sources: tuple[SourceRef, ...] = (tie.origin.source,)
    elif origin == "pays":
        payments, sources = _payments(work, case, rest, page)
    else:
        deal = deal_view(work, work.within(_DEALS[origin], UUID(rest.partition(":")[0]), case))
        sources = (deal.origin.source,)
    return EdgeEvidence(
        edge_id,
        told["kind"],
        told["certainty"],
        told["label"],
        "",
        "",
        tie,
        deal,
        payments,
        sources,
    )


def _payments(
    work: Work, case: Case, rest: str, page: int
) -> tuple[PaymentPage, tuple[SourceRef, ...]]:
    payer, payee, currency = rest.split(":")
    rows = select(Payment).where(
        Payment.case_id == case.id,
        Payment.from_id == UUID(payer),
        Payment.to_id == UUID(payee),
        Payment.currency == currency,
    )
    used = rows.with_only_columns(Payment.learnt_from_id)
    found = work.session.scalars(select(Source).where(Source.id.in_(used)).order_by(Source.number))
    return paged(work, rows, page), tuple(ref(work, source) for source in found)
