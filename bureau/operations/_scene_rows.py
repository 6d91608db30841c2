"""All that one case may lay before a pattern, named so that a run can be repeated."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.graph.values import CaseEvidence, Permit
from bureau.graph.values import Lease as LeaseValue
from bureau.graph.values import Loan as LoanValue
from bureau.graph.values import Mortgage as MortgageValue
from bureau.graph.values import Sale as SaleValue
from bureau.model import Case, Lease, Loan, Mortgage, Sale, WorksPermit
from bureau.model import Payment as StoredPayment
from bureau.operations import _scene_records
from bureau.operations._handles import handles
from bureau.operations._network_rows import Names, parties, ties
from bureau.operations._payment_columns import payment_columns
from bureau.rules.dates import PartialDate
from bureau.work import Work

CONCERNED = "R01"
_AT_ONCE = 500  # names in one question


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of a case and what its names stand for: ids here, and names outside.

    Payments are too many to have them all at hand: see `with_payments`. `concerned` are the
    persons whom the case concerns, from whom the reach of a run is counted.
    """

    values: CaseEvidence
    ids: Mapping[str, UUID]
    called: Mapping[str, str]
    concerned: tuple[str, ...] = ()


def evidence_of(work: Work, case: Case, *, references: bool = False) -> Evidence:
    """The evidence of `case`; parties and payments are named by key, not by their random id.

    What was written with payments is long, and read only where `references` asks for it.
    """
    who = parties(work, case, by_key=True)
    names = who.names
    called = {str(party): name for party, name in handles(work, case).items()}
    ids = {name: party for party, name in names.items()}
    edges, records = tuple(ties(work, case, names)), _scene_records.records(work, case, names)
    deals: dict[str, Any] = {
        "loans": tuple(_loans(work, case, names)),
        "sales": tuple(_sales(work, case, names)),
        "mortgages": tuple(_mortgages(work, case, names)),
        "leases": tuple(_leases(work, case, names)),
    }
    for rows in (edges, records, *deals.values()):
        ids |= {row.id: _row_id(row.id) for row in rows}
    values = CaseEvidence(
        nodes=who.nodes,
        edges=edges,
        payments=payment_columns(work, case, names),
        permits=tuple(_permits(work, case, names)),
        records=records,
        rates=_scene_records.rates(records),
        references=_references(work, case) if references else {},
        **deals,
    )
    concerned = (names[party] for party, roles in who.roles.items() if CONCERNED in roles)
    return Evidence(values, ids, called, tuple(sorted(concerned)))


def _row_id(name: str) -> UUID:
    """The row behind a fact called "loan:<id>", or an edge of it called "loan:<id>:lends"."""
    return UUID(name.split(":")[1])


def _first(day: PartialDate | None) -> date | None:
    return day.earliest() if day else None


def _last(day: PartialDate | None) -> date | None:
    return day.latest() if day else None


def with_payments(work: Work, case: Case, evidence: Evidence, names: Iterable[str]) -> Evidence:
    """The same evidence, in which the payments among these names have ids and are called."""
    wanted = sorted(set(names) - set(evidence.ids))
    ids, called = dict(evidence.ids), dict(evidence.called)
    for start in range(0, len(wanted), _AT_ONCE):
        rows = select(StoredPayment.id, StoredPayment.key, StoredPayment.external_id).where(
            StoredPayment.case_id == case.id,
            StoredPayment.key.in_(wanted[start : start + _AT_ONCE]),
        )
        for row in work.session.execute(rows):
            ids[row.key] = row.id
            called[str(row.id)] = row.external_id or str(row.id)
    return replace(evidence, ids=ids, called=called)


def _references(work: Work, case: Case) -> dict[str, str]:
    """What was written with each payment, by its key."""
    stored = StoredPayment
    rows = select(stored.key, stored.reference).where(
        stored.case_id == case.id, stored.reference != ""
    )
    return {row.key: row.reference for row in work.session.execute(rows)}


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
                "" if loan.interest_percent is None else str(loan.interest_percent),
                loan.security,
                loan.schedule,
                _first(loan.contract_on),
                _last(loan.paid_out_on),
                loan.means_minor,
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


def _permits(work: Work, case: Case, names: Names) -> Iterator[Permit]:
    for row in work.session.scalars(select(WorksPermit).where(WorksPermit.case_id == case.id)):
        yield Permit(names[row.property_id], row.granted_on)


def _mortgages(work: Work, case: Case, names: Names) -> Iterator[MortgageValue]:
    for row in work.session.scalars(select(Mortgage).where(Mortgage.case_id == case.id)):
        yield MortgageValue(
            f"mortgage:{row.id}",
            names[row.property_id],
            names[row.holder_id],
            row.amount_minor,
            row.currency,
            _first(row.valid_from),
        )


def _leases(work: Work, case: Case, names: Names) -> Iterator[LeaseValue]:
    for row in work.session.scalars(select(Lease).where(Lease.case_id == case.id)):
        yield LeaseValue(
            f"lease:{row.id}",
            names[row.property_id],
            names[row.landlord_id],
            names[row.tenant_id],
            row.rent_minor,
            row.currency,
            _first(row.valid_from),
            _last(row.valid_to),
        )
