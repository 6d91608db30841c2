"""The property indicators that can be computed from the land register and the contracts."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby, pairwise
from types import MappingProxyType

from bureau.rules.indicator_facts import (
    IndicatorFacts,
    LenderKind,
    Measured,
    Mortgage,
    Sale,
    euros,
    measured,
    percent,
)
from bureau.rules.indicator_finance import Limits, Test


def _pairs(sales: tuple[Sale, ...]) -> Iterator[tuple[Sale, Sale]]:
    """Every two sales of one property that follow each other."""
    ordered = sorted(sales, key=lambda sale: (sale.property, sale.on))
    for _, group in groupby(ordered, key=lambda sale: sale.property):
        chain = list(group)
        yield from pairwise(chain)


def _resold(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.sales is None:
        return None
    for first, second in _pairs(facts.sales):
        days = (second.on - first.on).days
        one_delivery = not first.deed or first.deed == second.deed
        if days <= limits["days"] and one_delivery:
            return measured(True, property=first.property, days=days)
    return measured(False)


def _jump(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.sales is None:
        return None
    for first, second in _pairs(facts.sales):
        days = (second.on - first.on).days
        before = Decimal(first.price) * second.index_factor / first.index_factor
        if days <= limits["days"] and before > 0 and second.price / before > limits["ratio"]:
            ratio = f"{second.price / before:.2f}"
            return measured(True, property=first.property, days=days, ratio=ratio)
    return measured(False)


def _off_value(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.valued is None:
        return None
    for item in facts.valued:
        share = abs(Decimal(item.price) / item.value - 1) if item.value else Decimal(0)
        if share > limits["share"]:
            return measured(
                True,
                property=item.property,
                price=euros(item.price),
                value=euros(item.value),
                share=percent(share),
            )
    return measured(False)


def _no_bank(mortgage: Mortgage) -> bool:
    private = mortgage.kind is LenderKind.PERSON
    return private or (mortgage.abroad and mortgage.kind is not LenderKind.BANK)


def _lender(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    if facts.mortgages is None:
        return None
    odd = [mortgage for mortgage in facts.mortgages if _no_bank(mortgage)]
    holders = ", ".join(sorted({mortgage.holder for mortgage in odd}))
    places = ", ".join(sorted({mortgage.property for mortgage in odd}))
    return measured(bool(odd), property=places, holders=holders)


def _stacked(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    if facts.mortgages is None:
        return None
    ordered = sorted(facts.mortgages, key=lambda mortgage: mortgage.property)
    for place, group in groupby(ordered, key=lambda mortgage: mortgage.property):
        rows = list(group)
        total, price = sum(row.amount for row in rows), max(row.price for row in rows)
        if total > price:
            return measured(True, property=place, mortgages=euros(total), price=euros(price))
    return measured(False)


def _landlord(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    if facts.leases is None:
        return None
    for lease in facts.leases:
        if lease.landlord != lease.owner and not lease.has_mandate:
            return measured(
                True, property=lease.property, landlord=lease.landlord, owner=lease.owner
            )
    return measured(False)


def _undeclared(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    found, declared = facts.properties_found, facts.properties_declared
    if found is None or declared is None:
        return None
    return measured(found > declared, found=found, declared=declared)


TESTS: Mapping[str, Test] = MappingProxyType(
    {
        "PRO-01": _resold,
        "PRO-02": _jump,
        "PRO-05": _off_value,
        "PRO-07": _lender,
        "PRO-08": _stacked,
        "PRO-12": _landlord,
        "PRO-13": _undeclared,
    }
)
