"""What the figures of a case establish for the indicators."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import Case, CaseFigure, Person
from bureau.rules.figures import Figure, Figures, figure_kinds, read
from bureau.rules.indicator_facts import Lease, LenderKind, Loan

# Facts of the older indicators that are a figure each: amounts in cents, then plain numbers.
NUMBERS = {
    "net_income": "net_income",
    "years_saved": "years_saved",
    "equity": "equity",
    "evidenced_debt": "evidenced_debt",
    "known_debts": "known_debts",
    "policy_threshold": "policy_threshold",
    "entities_at_address": "entities_at_address",
}


def figures(session: Session, case: Case, today: date) -> Figures:
    """The figures that count: not withdrawn, and never about a protected person."""
    query = select(CaseFigure).where(CaseFigure.case_id == case.id, CaseFigure.withdrawn == "")
    found = []
    for row in session.scalars(query.order_by(CaseFigure.number)):
        kind = figure_kinds().find(row.kind, today)
        guarded = isinstance(row.subject, Person) and row.subject.protected
        if kind and not guarded:
            about = row.subject.label if row.subject else ""
            found.append(Figure(row.kind, read(kind, row.value), about))
    return Figures(tuple(found))


def from_figures(known: Figures) -> dict[str, Any]:
    """The facts that are a figure each; what is not recorded is not established."""
    numbers = {fact: known.number(kind) for fact, kind in NUMBERS.items()}
    began = known.all("operator_since")
    return {
        **{fact: None if value is None else int(value) for fact, value in numbers.items()},
        "figures": known,
        "domicile_provider": known.said("domicile_provider"),
        "operators_since": None if began is None else tuple(row.value for row in began),
    }


def completed(found: Mapping[str, Any], known: Figures) -> dict[str, Any]:
    """The loans and leases of `found` with what the figures add to them."""
    loans, leases = found.get("loans"), found.get("leases")
    return {
        **found,
        "loans": loans and tuple(_loan(loan, known) for loan in loans),
        "leases": leases and tuple(_lease(lease, known) for lease in leases),
    }


def _loan(loan: Loan, known: Figures) -> Loan:
    abroad = known.said("lender_abroad", loan.lender)
    clause = next(
        (row.value for row in known.all("control_clause") or () if row.subject == loan.lender), None
    )
    return replace(
        loan,
        kind=LenderKind(str(clause)) if clause else loan.kind,
        gives_control=bool(clause) or loan.gives_control,
        abroad=loan.abroad if abroad is None else abroad,
        files_accounts=known.said("accounts_filed", loan.lender),
    )


def _lease(lease: Lease, known: Figures) -> Lease:
    return replace(lease, has_mandate=bool(known.said("mandate", lease.landlord)))
