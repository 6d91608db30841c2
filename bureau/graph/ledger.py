"""Payments as columns sorted by time, one ledger for each currency: the ground patterns walk on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt

from bureau.graph.agents import Agents
from bureau.graph.columns import (
    DAY,
    EPOCH,
    SAFE_TOTAL,
    Columns,
    Flags,
    Ids,
    Indexes,
    Ints,
    columns_of,
    too_large,
)
from bureau.graph.sides import Sides, in_euros, resolved
from bureau.graph.values import Payment

__all__ = ("DAY", "Flags", "Indexes", "Ints", "Ledger", "Rows", "ledgers", "rows_by")


def second(day: date) -> int:
    """Midnight of a day, in seconds since 1970-01-01."""
    return (day.toordinal() - EPOCH) * DAY


def day_of(moment: int) -> date:
    """The day in which a second falls."""
    return date.fromordinal(EPOCH + int(moment) // DAY)


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """Payments in one currency by time; row i of every column is the same payment.

    `begin` and `end` are the first and last second at which it may have happened: they are
    equal where the time of day is known and span the day where it is not, so that an order
    is only claimed where it is certain. Transfers within one hand are no longer in it.
    """

    currency: str
    ids: Sequence[str]
    begin: Ints
    end: Ints
    minor: Ints
    payer: Indexes
    payee: Indexes
    payer_agent: Indexes
    payee_agent: Indexes
    hub: Flags
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def between_agents(self) -> Ints:
        """The rows that patterns over agents may use: no regulated hub on either side."""
        return np.flatnonzero(~self.hub & (self.payer_agent != self.payee_agent))


@dataclass(frozen=True, slots=True)
class Rows:
    """Row numbers by key, compressed: the rows of key k are `order[starts[k]:starts[k + 1]]`."""

    starts: Ints
    order: Ints

    def of(self, key: int) -> Ints:
        """The rows of one key, in the order in which they were given: by time."""
        return self.order[self.starts[key] : self.starts[key + 1]]


def rows_by(keys: npt.NDArray[Any], rows: Ints, size: int) -> Rows:
    """`rows` grouped by `keys[row]`, which lies in 0..size-1; time order is kept in each group."""
    taken = keys[rows]
    order = rows[np.argsort(taken, kind="stable")]
    starts = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(np.bincount(taken, minlength=size), out=starts[1:])
    return Rows(starts, order)


def ledgers(
    payments: Iterable[Payment],
    agents: Agents,
    *,
    barred: frozenset[str] = frozenset(),
    rates: Mapping[str, str] | None = None,
) -> tuple[tuple[Ledger, ...], dict[str, int]]:
    """One ledger for each currency, and how many payments were left out, by reason.

    A currency with a rate is carried into the euro ledger, any other keeps to its own.
    What is left out to protect somebody is not counted: the number itself would tell.
    """
    columns = columns_of(payments)
    minor, currencies, coins = in_euros(columns, rates or {})
    sides = resolved(columns, agents)
    shut = np.array([name in barred for name in columns.accounts], dtype=np.bool_)
    open_to = ~(shut[columns.source] | shut[columns.target])
    nothing = open_to & (minor <= 0)
    same = open_to & ~nothing & sides.one_hand(agents)
    reasons = (("no positive amount", nothing), ("within one hand", same))
    left_out = {reason: int(rows.sum()) for reason, rows in reasons if rows.any()}
    kept = open_to & ~nothing & ~same
    built = []
    for code in sorted(currencies):
        rows = np.flatnonzero(kept & (coins == currencies.index(code)))
        if len(rows):
            built.append(_columns(code, columns, minor, sides, rows, agents))
    return tuple(built), left_out


def _columns(
    currency: str, columns: Columns, minor: Ints, sides: Sides, rows: Ints, agents: Agents
) -> Ledger:
    taken = minor[rows]
    if float(taken.sum(dtype=np.float64)) >= SAFE_TOTAL:
        raise too_large(currency)
    whole = (columns.source, columns.target, sides.payer, sides.payee)
    ends = [column[rows] for column in whole]
    names, place = _named(ends, sides.names)
    payer, payee, payer_agent, payee_agent = (place[end] for end in ends)
    hubs = agents.which_are_hubs(names)
    hub = hubs[payer] | hubs[payee] | hubs[payer_agent] | hubs[payee_agent]
    begin = columns.begin[rows]
    return Ledger(
        currency,
        Ids(columns.keys, rows.astype(np.int32)),
        begin,
        np.where(columns.timed[rows], begin, begin + DAY - 1),
        taken,
        payer,
        payee,
        payer_agent,
        payee_agent,
        hub,
        names,
    )


def _named(ends: list[Indexes], known: tuple[str, ...]) -> tuple[tuple[str, ...], Indexes]:
    """The names that occur, in order, and the place of each known name among them."""
    used = np.zeros(len(known), dtype=np.bool_)
    for column in ends:
        used[column] = True
    order = sorted(np.flatnonzero(used).tolist(), key=known.__getitem__)
    place = np.zeros(len(known), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return tuple(known[number] for number in order), place


def last_second(day: date) -> int:
    """The last second of a day."""
    return second(day + timedelta(days=1)) - 1
