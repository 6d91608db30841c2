"""Who is behind payer and payee of many payments at once, and what amounts are in euros."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from bureau.graph.agents import Agents
from bureau.graph.amounts import converted, decimals
from bureau.graph.columns import DAY, EPOCH, SAFE_TOTAL, Columns, Flags, Indexes, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """The agents behind payer and payee of each payment, as places in `names`.

    The accounts come first in `names`, in the order of their column.
    """

    names: tuple[str, ...]
    payer: Indexes
    payee: Indexes

    def one_hand(self, agents: Agents) -> Flags:
        """Which payments stay, at least in part, in one hand."""
        same = np.asarray(self.payer == self.payee, dtype=np.bool_)
        if agents.any_joint():
            joint = np.array([agents.is_joint(name) for name in self.names], dtype=np.bool_)
            rows = np.flatnonzero(~same & (joint[self.payer] | joint[self.payee]))
            pairs, back = _pairs(self.payer[rows], self.payee[rows])
            held = [agents.same_hand(self.names[a], self.names[b]) for a, b in pairs.tolist()]
            same[rows] = np.array(held, dtype=np.bool_)[back]
        return same


def resolved(columns: Columns, agents: Agents) -> Sides:
    """The agents of all payments, each as they were on the day of the payment."""
    differing = agents.differing(columns.accounts)
    if not differing:
        return Sides(columns.accounts, columns.source, columns.target)
    return _resolved(columns, agents, differing)


def _resolved(columns: Columns, agents: Agents, differing: list[int]) -> Sides:
    names = list(columns.accounts)
    known = {name: place for place, name in enumerate(names)}

    def place(agent: str) -> int:
        if agent not in known:
            known[agent] = len(names)
            names.append(agent)
        return known[agent]

    settled = np.arange(len(names), dtype=np.int32)
    dated = np.zeros(len(names), dtype=np.bool_)
    for number in differing:
        name = columns.accounts[number]
        dated[number] = agents.is_dated(name)
        if not dated[number]:
            settled[number] = place(agents.of(name, date.min))
    sides = []
    for accounts in (columns.source, columns.target):
        side = settled[accounts]
        rows = np.flatnonzero(dated[accounts])
        pairs, back = _pairs(accounts[rows], columns.begin[rows] // DAY)
        found = [
            place(agents.of(columns.accounts[account], date.fromordinal(EPOCH + day)))
            for account, day in pairs.tolist()
        ]
        side[rows] = np.array(found, dtype=np.int32)[back]
        sides.append(side)
    return Sides(tuple(names), *sides)


def _pairs(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> tuple[Ints, Ints]:
    """The different pairs of two columns, and for each row which pair it is."""
    if not len(one):
        return np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.int64)
    least = int(other.min())
    width = int(other.max()) - least + 1
    code = one.astype(np.int64) * width + (other.astype(np.int64) - least)
    different, back = np.unique(code, return_inverse=True)
    return np.column_stack((different // width, different % width + least)), back


def in_euros(
    columns: Columns, rates: Mapping[str, str]
) -> tuple[Ints, tuple[str, ...], npt.NDArray[np.int16]]:
    """Amounts, currencies and the currency of each payment, carried into euros where known."""
    foreign = [
        number
        for number, code in enumerate(columns.currencies)
        if code != "EUR" and code in rates and (columns.currency == number).any()
    ]
    if not foreign:
        return columns.minor, columns.currencies, columns.currency
    currencies = tuple(dict.fromkeys((*columns.currencies, "EUR")))
    minor, coins = columns.minor.copy(), columns.currency.copy()
    for number in foreign:
        rows = np.flatnonzero(columns.currency == number)
        code = columns.currencies[number]
        minor[rows] = _carried(columns.minor[rows], code, Fraction(rates[code]))
        coins[rows] = currencies.index("EUR")
    return minor, currencies, coins


def _carried(minor: Ints, code: str, rate: Fraction) -> Ints:
    """Minor units of a currency as those of the euro, half to even; all at once where exact."""
    per = rate * Fraction(10 ** decimals("EUR"), 10 ** decimals(code))
    largest = int(np.abs(minor).max()) if len(minor) else 0
    if largest * per.numerator >= SAFE_TOTAL or 2 * per.denominator >= SAFE_TOTAL:
        amounts, back = np.unique(minor, return_inverse=True)
        found = [converted(amount, code, rate) for amount in amounts.tolist()]
        return np.array(found, dtype=np.int64)[back]
    whole, rest = np.divmod(minor * per.numerator, per.denominator)
    up = (2 * rest > per.denominator) | ((2 * rest == per.denominator) & (whole % 2 == 1))
    return np.asarray(whole + up, dtype=np.int64)
