"""Payments of a case as columns in order of time, without an object for each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import add
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from bureau.errors import Invalid, TooLarge
from bureau.graph.values import Payment

DAY = 86_400
EPOCH = date(1970, 1, 1).toordinal()
SAFE_TOTAL = 2**62

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
Indexes = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Keys(Sequence[str]):
    """Many keys in one piece of memory; a tail of hexadecimal digits takes half a byte each.

    Of key i the bytes are those from `starts[i]`; the first `plain[i]` of them are text.
    """

    text: Bytes
    starts: npt.NDArray[np.uint32]
    plain: npt.NDArray[np.uint16]

    def __len__(self) -> int:
        return len(self.plain)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[str]: ...
    def __getitem__(self, row: int | slice) -> str | Sequence[str]:
        if isinstance(row, slice):
            return [self[place] for place in range(*row.indices(len(self)))]
        return self.many(np.array([row]))[0]

    def many(self, rows: npt.NDArray[Any]) -> list[str]:
        """The keys of these rows, read together."""
        if len(rows) and (alike := self._alike(rows)) is not None:
            return alike
        starts, stops = self.starts[rows].tolist(), self.starts[rows + 1].tolist()
        plain, text = self.plain[rows].tolist(), self.text.data
        return [
            str(text[start : start + part], "utf-8") + text[start + part : stop].hex()
            for start, stop, part in zip(starts, stops, plain, strict=True)
        ]

    def _alike(self, rows: npt.NDArray[Any]) -> list[str] | None:
        """The keys of these rows where they are built alike, as ids are; otherwise None."""
        starts, parts = self.starts[rows], self.plain[rows]
        sizes, part = self.starts[rows + 1] - starts, int(parts[0])
        size = int(sizes[0])
        if (sizes != size).any() or (parts != part).any():
            return None
        block = self.text[starts[:, None] + np.arange(size, dtype=np.uint32)]
        head, tail = block[:, :part].tobytes(), block[:, part:].tobytes().hex()
        if not head.isascii():
            return None
        words, digits = _cut(head.decode(), part), _cut(tail, 2 * (size - part))
        return list(map(add, words, digits)) if words and digits else words or digits


def _cut(text: str, step: int) -> list[str]:
    """`text` in pieces of so many characters."""
    return [text[place : place + step] for place in range(0, len(text), step)] if step else []


@dataclass(frozen=True, slots=True, eq=False)
class Ids(Sequence[str]):
    """The ids of chosen payments in some order, read only where they are asked for."""

    keys: Sequence[str]
    rows: Indexes

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[str]: ...
    def __getitem__(self, row: int | slice) -> str | Sequence[str]:
        if isinstance(row, slice):
            return Ids(self.keys, self.rows[row])
        return self.keys[int(self.rows[row])]

    def many(self, rows: npt.NDArray[Any]) -> list[str]:
        """The ids at these places, read together."""
        chosen = self.rows[rows]
        if isinstance(self.keys, Keys | Ids):
            return self.keys.many(chosen)
        return [self.keys[row] for row in chosen.tolist()]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Payments by time and then by key; row i of every column is the same payment.

    `begin` is the second since 1970-01-01 at which it happened, or midnight where `timed` says
    that the time of day is not known. `source`, `target` and `currency` are places in
    `accounts` and `currencies`.
    """

    accounts: tuple[str, ...]
    currencies: tuple[str, ...]
    begin: Ints
    timed: Flags
    minor: Ints
    source: Indexes
    target: Indexes
    currency: npt.NDArray[np.int16]
    keys: Sequence[str]

    @classmethod
    def none(cls) -> "Columns":
        """No payments at all."""
        return columns_of(())

    def __len__(self) -> int:
        return len(self.begin)

    def __iter__(self) -> Iterator[Payment]:
        for row in range(len(self)):
            day, moment = divmod(int(self.begin[row]), DAY)
            yield Payment(
                self.keys[row],
                self.accounts[self.source[row]],
                self.accounts[self.target[row]],
                date.fromordinal(EPOCH + day),
                moment if self.timed[row] else None,
                int(self.minor[row]),
                self.currencies[self.currency[row]],
            )


def columns_of(payments: Iterable[Payment]) -> Columns:
    """The columns of these payments; raises Invalid where one appears more than once."""
    if isinstance(payments, Columns):
        return payments
    rows = sorted(payments, key=lambda one: (_begin(one), one.seconds is None, one.id))
    if len({one.id for one in rows}) < len(rows):
        counted = Counter(one.id for one in rows)
        twice = min(name for name, count in counted.items() if count > 1)
        raise Invalid("Payment {payment} appears more than once.", payment=twice)
    for one in rows:
        if one.amount_minor >= SAFE_TOTAL:
            raise too_large(one.currency)
    accounts = tuple(sorted({name for one in rows for name in (one.source, one.target)}))
    currencies = tuple(sorted({one.currency for one in rows}))
    place = {name: number for number, name in enumerate(accounts)}
    coin = {name: number for number, name in enumerate(currencies)}
    return Columns(
        accounts,
        currencies,
        np.array([_begin(one) for one in rows], dtype=np.int64),
        np.array([one.seconds is not None for one in rows], dtype=np.bool_),
        np.array([one.amount_minor for one in rows], dtype=np.int64),
        np.array([place[one.source] for one in rows], dtype=np.int32),
        np.array([place[one.target] for one in rows], dtype=np.int32),
        np.array([coin[one.currency] for one in rows], dtype=np.int16),
        tuple(one.id for one in rows),
    )


def too_large(currency: str) -> TooLarge:
    """The refusal of sums that whole numbers of this machine cannot hold."""
    return TooLarge(
        "The payments in {currency} add up to more than can be counted exactly.",
        currency=currency,
    )


def _begin(payment: Payment) -> int:
    return (payment.on.toordinal() - EPOCH) * DAY + (payment.seconds or 0)
