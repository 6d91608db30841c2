"""The financial indicators that can be computed: own money, loans, payments, debts."""

import itertools
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from bureau.rules.indicator_facts import (
    IndicatorFacts,
    LenderKind,
    Loan,
    Measured,
    euros,
    measured,
    months_between,
    percent,
)

Limits = Mapping[str, Decimal]
Test = Callable[[IndicatorFacts, Limits], Measured | None]

_CONTROLLING = (LenderKind.OPERATOR, LenderKind.BREWERY, LenderKind.LANDLORD)
_CENTS = 100


def _own_funds(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.own_funds is None or facts.evidenced_origins is None:
        return None
    evidenced = sum(facts.evidenced_origins)
    gap = facts.own_funds - evidenced
    return measured(
        gap > limits["tolerance_eur"] * _CENTS,
        declared=euros(facts.own_funds),
        evidenced=euros(evidenced),
        stated=euros(sum(facts.stated_origins or ())),
        gap=euros(max(gap, 0)),
    )


def _income(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.own_funds is None or not facts.net_income or not facts.years_saved:
        return None
    share = Decimal(facts.own_funds) / (facts.net_income * facts.years_saved)
    return measured(
        share > limits["r"],
        declared=euros(facts.own_funds),
        share=percent(share),
        years=facts.years_saved,
    )


def _loans(facts: IndicatorFacts, odd: Callable[[Loan], bool], **more: object) -> Measured | None:
    """Fired where one of the loans is odd; names the lenders."""
    if facts.loans is None:
        return None
    lenders = sorted({loan.lender for loan in facts.loans if odd(loan)})
    return measured(bool(lenders), lenders=", ".join(lenders), **more)


def _without_means(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    return _loans(
        facts,
        lambda loan: loan.kind is LenderKind.PERSON and (loan.evidenced_means or 0) < loan.amount,
    )


def _without_contract(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    def late(loan: Loan) -> bool:
        signed, paid = loan.contract_on, loan.first_payment_on
        return not loan.has_contract or bool(signed and paid and signed > paid)

    return _loans(facts, late)


def _without_terms(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    return _loans(facts, lambda loan: not (loan.interest or loan.has_security or loan.has_schedule))


def _never_repaid(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    most = int(limits["age_months"])

    def unpaid(loan: Loan) -> bool:
        start = loan.first_payment_on or loan.contract_on
        old = start is not None and months_between(start, facts.today) > most
        return old and loan.has_schedule and loan.repaid == 0

    return _loans(facts, unpaid, months=most)


def _other_payer(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    if facts.payments is None:
        return None
    payers = sorted(
        {p.payer for p in facts.payments if p.expected_payers and p.payer not in p.expected_payers}
    )
    return measured(bool(payers), payers=", ".join(payers))


def _cash(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.payments is None:
        return None
    cash = [payment.amount for payment in facts.payments if payment.in_cash]
    total, largest = sum(cash), max(cash, default=0)
    part = bool(facts.total_investment) and total > limits["share"] * (facts.total_investment or 0)
    single = bool(cash) and largest >= limits["single_eur"] * _CENTS
    return measured(part or single, cash=euros(total), largest=euros(largest))


def _round_trips(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.round_trips is None:
        return None
    back = [
        trip.returned
        for trip in facts.round_trips
        if trip.days <= limits["days"] and trip.returned >= limits["share"] * trip.left > 0
    ]
    return measured(bool(back), count=len(back), largest=euros(max(back, default=0)))


def _capital(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    carried = (facts.equity or 0) + (facts.evidenced_debt or 0)
    known = facts.equity is not None and facts.evidenced_debt is not None
    if not known or carried <= 0 or facts.total_investment is None:
        return None
    times = Decimal(facts.total_investment) / carried
    return measured(
        times > limits["factor"], investment=euros(facts.total_investment), times=f"{times:.1f}"
    )


def _changed(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    versions = facts.finance_versions
    if versions is None:
        return None
    changes = sum(
        not new.explained and (old.total, old.lenders) != (new.total, new.lenders)
        for old, new in itertools.pairwise(versions)
    )
    return measured(changes > 0, changes=changes)


def _debts(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.known_debts is None or facts.declared_debts is None:
        return None
    gap = facts.known_debts - facts.declared_debts
    return measured(
        gap > limits["tolerance_eur"] * _CENTS,
        known=euros(facts.known_debts),
        declared=euros(facts.declared_debts),
    )


def _control(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    return _loans(facts, lambda loan: loan.kind in _CONTROLLING and loan.gives_control)


TESTS: Mapping[str, Test] = MappingProxyType(
    {
        "FIN-01": _own_funds,
        "FIN-02": _income,
        "FIN-03": _without_means,
        "FIN-04": _without_contract,
        "FIN-05": _without_terms,
        "FIN-06": _never_repaid,
        "FIN-07": _other_payer,
        "FIN-08": _cash,
        "FIN-10": _round_trips,
        "FIN-11": _capital,
        "FIN-13": _changed,
        "FIN-14": _debts,
        "FIN-17": _control,
    }
)
