"""The indicators on money and on what buildings yield that rest on figures of the case."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from bureau.rules.figures import Figure, Figures
from bureau.rules.indicator_facts import (
    IndicatorFacts,
    Measured,
    euros,
    measured,
    months_between,
)
from bureau.rules.indicator_finance import Limits, Test
from bureau.rules.schema import Texts

YEAR = 12


def outside(value: Decimal, low: Decimal, high: Decimal, margin: Decimal) -> bool:
    """Whether a value lies outside a band that is widened by a margin on both sides."""
    return value < low * (1 - margin) or value > high * (1 + margin)


def _unseen_lender(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    if facts.loans is None:
        return None
    odd = sorted({x.lender for x in facts.loans if x.abroad and x.files_accounts is False})
    if odd:
        return measured(True, lenders=", ".join(odd))
    known = all(x.abroad is False or x.files_accounts for x in facts.loans)
    return measured(False) if known else None


def _takeover(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    known = all_numbers(
        facts.figures, "takeover_price", "turnover", "takeover_ratio_low", "takeover_ratio_high"
    )
    if known is None or not known[1]:
        return None
    price, turnover, low, high = known
    ratio = price / turnover
    return measured(
        outside(ratio, low, high, limits["margin"]),
        price=in_euro(price),
        turnover=in_euro(turnover),
        ratio=f"{ratio:.2f}",
        band=f"{low} - {high}",
    )


def _bankrupt(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    found = facts.figures.all("bankruptcy")
    if found is None:
        return None
    most = int(limits["years"]) * YEAR
    recent = [row for row in found if months_between(day_of(row), facts.today) < most]
    names = ", ".join(sorted({row.subject for row in recent if row.subject}))
    return measured(
        len(recent) > limits["cases"], count=len(recent), years=limits["years"], names=names or "-"
    )


def _forecast(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    known = all_numbers(
        facts.figures, "forecast_turnover", "seats", "seat_turnover_low", "seat_turnover_high"
    )
    if known is None or not known[1]:
        return None
    turnover, seats, low, high = known
    return measured(
        outside(turnover / seats, low, high, limits["margin"]),
        turnover=in_euro(turnover),
        seats=seats,
        each=in_euro(turnover / seats),
        low=in_euro(low),
        high=in_euro(high),
    )


def _rent(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.rents is None:
        return None
    for rent in facts.rents:
        each, low, high = map(Decimal, (rent.for_metre, rent.low, rent.high))
        if outside(each, low, high, limits["margin"]):
            return measured(
                True,
                property=rent.property,
                each=euros(rent.for_metre),
                low=euros(rent.low),
                high=euros(rent.high),
            )
    return measured(False)


def _penalty(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    return _pair(facts, "cancelled_price", "penalty_paid", lambda part: part >= limits["share"])


def _deposit(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    return _pair(facts, "deposit_invoices", "work_observed", lambda part: part < limits["ratio"])


def _pair(
    facts: IndicatorFacts, whole: str, part: str, odd: Callable[[Decimal], bool]
) -> Measured | None:
    """Fired for the first property of which the part of the whole is odd."""
    known = [
        (place, of, some)
        for place in facts.figures.subjects(whole)
        if (of := facts.figures.number(whole, place))
        and (some := facts.figures.number(part, place)) is not None
    ]
    if not known:
        return None
    for place, of, some in known:
        if odd(some / of):
            return measured(True, property=place or "-", whole=in_euro(of), part=in_euro(some))
    return measured(False)


def all_numbers(figures: Figures, *kinds: str) -> list[Decimal] | None:
    """The last number of each kind; None where one of them is not established."""
    found = [number for kind in kinds if (number := figures.number(kind)) is not None]
    return found if len(found) == len(kinds) else None


def day_of(figure: Figure) -> date:
    """The day that a figure gives."""
    return figure.value if isinstance(figure.value, date) else date.min


def in_euro(cents: Decimal) -> Texts:
    """An amount in euro cents that may have been divided, as people write it."""
    return euros(int(cents.to_integral_value()))


TESTS: Mapping[str, Test] = MappingProxyType(
    {
        "FIN-09": _unseen_lender,
        "FIN-12": _takeover,
        "FIN-15": _bankrupt,
        "FIN-16": _forecast,
        "PRO-06": _penalty,
        "PRO-11": _rent,
        "PRO-14": _deposit,
    }
)
