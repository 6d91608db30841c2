"""Payments as columns sorted by time, one ledger for each currency: the ground patterns walk on."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from bureau.errors import Invalid, TooLarge
from bureau.graph.agents import Agents
from bureau.graph.amounts import converted
from bureau.graph.values import Payment

DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()
_SAFE_TOTAL = 2**62

_Entry = tuple[Payment, str, str]  # with the agents behind payer and payee

Ints = npt.NDArray[np.int64]
Indexes = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]


def second(day: date) -> int:
    """Midnight of a day, in seconds since 1970-01-01."""
    return (day.toordinal() - _EPOCH) * DAY


def day_of(moment: int) -> date:
    """The day in which a second falls."""
    return date.fromordinal(_EPOCH + int(moment) // DAY)


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """Payments in one currency by time; row i of every column is the same payment.

    `begin` and `end` are the first and last second at which it may have happened: they are
    equal where the time of day is known and span the day where it is not, so that an order
    is only claimed where it is certain. Transfers within one hand are no longer in it.
    """

    currency: str
    ids: tuple[str, ...]
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
    left_out: Counter[str] = Counter()
    by_currency: dict[str, list[_Entry]] = {}
    for payment in _in_order(payments):
        if payment.source in barred or payment.target in barred:
            continue
        kept = _in_euros(payment, rates or {})
        payer, payee = agents.of(kept.source, kept.on), agents.of(kept.target, kept.on)
        if kept.amount_minor <= 0:
            left_out["no positive amount"] += 1
        elif agents.same_hand(payer, payee):
            left_out["within one hand"] += 1
        else:
            by_currency.setdefault(kept.currency, []).append((kept, payer, payee))
    built = tuple(_columns(code, rows, agents) for code, rows in sorted(by_currency.items()))
    return built, dict(left_out)


def _in_order(payments: Iterable[Payment]) -> list[Payment]:
    ordered = sorted(payments, key=lambda payment: (*_span(payment), payment.id))
    if len({payment.id for payment in ordered}) < len(ordered):
        counted = Counter(payment.id for payment in ordered)
        twice = min(name for name, count in counted.items() if count > 1)
        raise Invalid("Payment {payment} appears more than once.", payment=twice)
    return ordered


def _span(payment: Payment) -> tuple[int, int]:
    midnight = (payment.on.toordinal() - _EPOCH) * DAY
    if payment.seconds is None:
        return midnight, midnight + DAY - 1
    return midnight + payment.seconds, midnight + payment.seconds


def _in_euros(payment: Payment, rates: Mapping[str, str]) -> Payment:
    if payment.currency == "EUR" or payment.currency not in rates:
        return payment
    rate = Fraction(rates[payment.currency])
    minor = converted(payment.amount_minor, payment.currency, rate)
    return replace(payment, amount_minor=minor, currency="EUR")


def _columns(currency: str, entries: list[_Entry], agents: Agents) -> Ledger:
    if sum(payment.amount_minor for payment, _, _ in entries) >= _SAFE_TOTAL:
        raise TooLarge(
            "The payments in {currency} add up to more than can be counted exactly.",
            currency=currency,
        )
    ends = [(payment.source, payment.target, payer, payee) for payment, payer, payee in entries]
    names = sorted(set().union(*ends))
    place = {name: index for index, name in enumerate(names)}
    columns = np.array([[place[name] for name in row] for row in ends], dtype=np.int32)
    spans = np.array([_span(payment) for payment, _, _ in entries], dtype=np.int64)
    hubs = np.array([agents.is_hub(name) for name in names], dtype=np.bool_)
    return Ledger(
        currency,
        tuple(payment.id for payment, _, _ in entries),
        spans[:, 0].copy(),
        spans[:, 1].copy(),
        np.array([payment.amount_minor for payment, _, _ in entries], dtype=np.int64),
        columns[:, 0].copy(),
        columns[:, 1].copy(),
        columns[:, 2].copy(),
        columns[:, 3].copy(),
        np.asarray(hubs[columns].any(axis=1), dtype=np.bool_),
        tuple(names),
    )


def last_second(day: date) -> int:
    """The last second of a day."""
    return second(day + timedelta(days=1)) - 1
