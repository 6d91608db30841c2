"""Where the money came from and went, and what of it is unexplained; amounts in minor units."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from bureau.errors import Invalid
from reports.values import checks


@dataclass(frozen=True, slots=True)
class Amount:
    """Money: whole minor units (cents) and an ISO 4217 code."""

    minor: int
    currency: str = "EUR"


class Side(StrEnum):
    """Whether a line says where money came from or what it was used for."""

    SOURCE = "source"
    USE = "use"


@dataclass(frozen=True, slots=True)
class FinancingLine:
    """One source or use of money, how much was stated and how much is borne out by evidence."""

    side: Side
    label: str
    stated: Amount
    evidenced: Amount
    sources: tuple[int, ...]
    note: str = ""

    @property
    def unexplained(self) -> Amount:
        """What was stated and not borne out."""
        return Amount(self.stated.minor - self.evidenced.minor, self.stated.currency)


@dataclass(frozen=True, slots=True)
class PropertyDeal:
    """One transfer of a property, with the price before it."""

    property_label: str
    on: str
    seller: str
    buyer: str
    price: Amount
    previous_price: Amount | None
    previous_on: str
    financing: str
    encumbrance: str
    sources: tuple[int, ...]

    def __post_init__(self) -> None:
        checks.partial_date("date of transfer", self.on)
        checks.partial_date("date of the previous transfer", self.previous_on)


@dataclass(frozen=True, slots=True)
class MonthFlow:
    """What came in and went out in one month ("2026-03"), in minor units."""

    month: str
    incoming: int
    outgoing: int

    def __post_init__(self) -> None:
        checks.partial_date("month", self.month)
        if min(self.incoming, self.outgoing) < 0:
            raise Invalid("A flow cannot be negative: {month}.", month=self.month)


@dataclass(frozen=True, slots=True)
class YearFlow:
    """What came in and went out in one year, from its first known month to its last."""

    first: str
    last: str
    incoming: Amount
    outgoing: Amount


@dataclass(frozen=True, slots=True)
class Wealth:
    """The comparison of assets of somebody over some years, with every term; a lead, no verdict."""

    hit_id: str
    number: int
    who: str
    window_from: date
    window_until: date
    opening: Amount
    income: Amount
    loans: Amount
    spending: Amount
    closing: Amount
    sources: tuple[int, ...]

    @property
    def unexplained(self) -> Amount:
        """What was spent and kept beyond what is known to have come in."""
        used = self.closing.minor + self.spending.minor
        known = self.opening.minor + self.income.minor + self.loans.minor
        return Amount(used - known, self.closing.currency)


@dataclass(frozen=True, slots=True)
class Finances:
    """The financial overview on the day of the dossier; every line is in `currency`.

    `applied` is the financing as it was applied with, where it has changed since.
    """

    currency: str
    financing: tuple[FinancingLine, ...]
    deals: tuple[PropertyDeal, ...]
    flows: tuple[MonthFlow, ...]
    flows_of: str
    flows_sources: tuple[int, ...]
    unexplained: tuple[str, ...]
    applied_on: str = ""
    applied: tuple[FinancingLine, ...] = ()
    wealth: tuple[Wealth, ...] = ()

    def __post_init__(self) -> None:
        checks.partial_date("date of the application", self.applied_on)
        lines = (*self.financing, *self.applied)
        amounts = [a for line in lines for a in (line.stated, line.evidenced)]
        if any(amount.currency != self.currency for amount in amounts):
            raise Invalid("The financing mixes currencies.", hint="Convert, and say at which rate.")

    def stated(self, side: Side) -> Amount:
        """The sum of what was stated on one side."""
        return Amount(sum(x.stated.minor for x in self.financing if x.side is side), self.currency)

    def evidenced(self, side: Side) -> Amount:
        """The sum of what is borne out on one side."""
        return Amount(
            sum(x.evidenced.minor for x in self.financing if x.side is side), self.currency
        )

    def unexplained_of(self, side: Side) -> Amount:
        """The sum of what was stated and not borne out on one side."""
        return Amount(self.stated(side).minor - self.evidenced(side).minor, self.currency)

    @property
    def yearly(self) -> tuple[YearFlow, ...]:
        """The flows by year, as their months add up."""
        months = sorted(self.flows, key=lambda flow: flow.month)
        years = (tuple(found) for _, found in groupby(months, key=lambda flow: flow.month[:4]))
        return tuple(
            YearFlow(
                year[0].month,
                year[-1].month,
                Amount(sum(flow.incoming for flow in year), self.currency),
                Amount(sum(flow.outgoing for flow in year), self.currency),
            )
            for year in years
        )

    @property
    def gap(self) -> Amount:
        """Uses as stated, less the sources that are borne out."""
        missing = self.stated(Side.USE).minor - self.evidenced(Side.SOURCE).minor
        return Amount(missing, self.currency)


@dataclass(frozen=True, slots=True)
class Asset:
    """Something of value, who holds it and what ties it to a subject (Sr 36e, Sv 94a).

    `funding` says what shows how it was paid for; without a price there is no `value`.
    """

    label: str
    holder: str
    link: str
    value: Amount | None
    valuation: str
    valued_on: date | None
    acquired: str
    within_six_years: bool | None
    encumbrances: str
    sources: tuple[int, ...]
    other_holder_reason: str = ""
    funding: str = ""

    def __post_init__(self) -> None:
        checks.partial_date("date of acquisition", self.acquired)
