"""All that one case may lay before a pattern, named so that a run can be repeated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.graph.values import CaseEvidence, Payment, Permit
from bureau.graph.values import Loan as LoanValue
from bureau.graph.values import Sale as SaleValue
from bureau.model import Case, Loan, Sale, WorksPermit
from bureau.model import Payment as StoredPayment
from bureau.operations._handles import handles
from bureau.operations._network_rows import Names, parties, ties
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of a case and what its names stand for: ids here, and names outside."""

    values: CaseEvidence
    ids: Mapping[str, UUID]
    called: Mapping[str, str]


def evidence_of(work: Work, case: Case) -> Evidence:
    """The evidence of `case`; parties and payments are named by key, not by their random id."""
    who = parties(work, case, by_key=True)
    names = who.names
    called = {str(party): name for party, name in handles(work, case).items()}
    ids = {name: party for party, name in names.items()}
    payments = []
    for payment, row_id, external_id in _payments(work, case, names):
        payments.append(payment)
        ids[payment.id] = row_id
        called[str(row_id)] = external_id or str(row_id)
    loans, sales = tuple(_loans(work, case, names)), tuple(_sales(work, case, names))
    deals = [*(loan.id for loan in loans), *(sale.id for sale in sales)]
    ids |= {name: UUID(name.partition(":")[2]) for name in deals}
    permits = select(WorksPermit).where(WorksPermit.case_id == case.id)
    values = CaseEvidence(
        nodes=who.nodes,
        edges=tuple(ties(work, case, names)),
        payments=tuple(payments),
        loans=loans,
        sales=sales,
        permits=tuple(
            Permit(names[row.property_id], row.granted_on) for row in work.session.scalars(permits)
        ),
    )
    return Evidence(values, ids, called)


def _payments(work: Work, case: Case, names: Names) -> Iterator[tuple[Payment, UUID, str]]:
    stored = StoredPayment
    query = select(
        stored.id,
        stored.key,
        stored.from_id,
        stored.to_id,
        stored.paid_on,
        stored.second_of_day,
        stored.amount_minor,
        stored.currency,
        stored.external_id,
    ).where(stored.case_id == case.id)
    for row in work.session.execute(query):
        payment = Payment(
            row.key,
            names[row.from_id],
            names[row.to_id],
            row.paid_on,
            row.second_of_day,
            row.amount_minor,
            row.currency,
        )
        yield payment, row.id, row.external_id


def _loans(work: Work, case: Case, names: Names) -> Iterator[LoanValue]:
    for loan in work.session.scalars(select(Loan).where(Loan.case_id == case.id)):
        if (on := _earliest(loan)) is not None:
            yield LoanValue(
                f"loan:{loan.id}",
                names[loan.lender_id],
                names[loan.borrower_id],
                loan.principal_minor,
                loan.currency,
                on,
            )


def _earliest(loan: Loan) -> date | None:
    # The first day it can be: a later one would let payments count that came after the loan.
    days = (day.earliest() for day in (loan.paid_out_on, loan.contract_on) if day is not None)
    return next((day for day in days if day is not None), None)


def _sales(work: Work, case: Case, names: Names) -> Iterator[SaleValue]:
    for sale in work.session.scalars(select(Sale).where(Sale.case_id == case.id)):
        yield SaleValue(
            f"sale:{sale.id}",
            names[sale.property_id],
            names[sale.seller_id],
            names[sale.buyer_id],
            sale.price_minor,
            sale.agreed_on,
            sale.delivered_on,
            sale.currency,
        )
