"""Columns of payments as they come out of a database, brought into order when all are read."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bureau.graph.columns import DAY, Bytes, Columns, Ids, Indexes, Ints, Keys
from bureau.graph.columns_fast import DIGITS, heads, packed

UNTIMED = -1


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Columns as they were read; a second of the day that is not known is UNTIMED.

    A currency is its letters as one number; keys stand in `key_text` `gap` bytes apart.
    """

    day: Indexes
    second: Indexes
    minor: Ints
    source: Indexes
    target: Indexes
    currency: Indexes
    key_text: Bytes
    key_sizes: Indexes
    gap: int = 0


class Gathering:
    """Columns that are being read, in any order, with room for so many payments."""

    def __init__(self, room: int) -> None:
        self.room, self.count = room, 0
        self.source, self.target = np.empty(room, np.int32), np.empty(room, np.int32)
        self._begin, self._minor = np.empty(room, np.int64), np.empty(room, np.int64)
        self._timed, self._coin = np.empty(room, np.bool_), np.empty(room, np.int16)
        self._starts = np.zeros(room + 1, np.uint32)
        self._plain = np.empty(room, np.uint16)
        self._text: list[Bytes] = []
        self._coins: list[int] = []

    def take(self, part: Part) -> None:
        """Add the payments of one part."""
        rows = slice(self.count, self.count + len(part.day))
        self._begin[rows] = part.day.astype(np.int64) * DAY + np.maximum(part.second, 0)
        self._timed[rows] = part.second != UNTIMED
        self._minor[rows], self._coin[rows] = part.minor, self._numbered(part.currency)
        self.source[rows], self.target[rows] = part.source, part.target
        kept, self._plain[rows], lengths = packed(part.key_text, part.key_sizes, part.gap, DIGITS)
        self._starts[rows.start + 1 : rows.stop + 1] = self._starts[rows.start] + np.cumsum(lengths)
        self._text.append(kept)
        self.count = rows.stop

    def _numbered(self, letters: Indexes) -> npt.NDArray[np.int16]:
        found = np.empty(len(letters), dtype=np.int16)
        for coin in np.unique(letters).tolist():
            if coin not in self._coins:
                self._coins.append(coin)
            found[letters == coin] = self._coins.index(coin)
        return found

    def arranged(self, accounts: tuple[str, ...]) -> Columns:
        """What was read, in order of time and then of key; used up by it."""
        text = np.concatenate(self._text) if self._text else np.empty(0, np.uint8)
        self._text.clear()
        keys = Keys(text, self._starts, self._plain)
        order = _in_order(self._begin * 2 + ~self._timed, keys)
        coins = tuple(coin.to_bytes(3, "big").lstrip(b"\0").decode() for coin in self._coins)
        return Columns(
            accounts,
            coins,
            self._begin[order],
            self._timed[order],
            self._minor[order],
            self.source[order],
            self.target[order],
            self._coin[order],
            Ids(keys, order.astype(np.int32)),
        )


def _in_order(moments: Ints, keys: Keys) -> Ints:
    """The rows by moment; those of one moment by their keys, byte by byte."""
    order = np.argsort(moments, kind="stable")
    same = np.flatnonzero(np.diff(moments[order]) == 0)
    if not len(same):
        return order
    tied = np.union1d(same, same + 1)
    rows = order[tied]
    written = heads(keys.text, keys.starts, keys.plain, rows).view(">u8").astype(np.uint64)
    known = np.column_stack((moments[rows].astype(np.uint64), written))
    ranked = np.lexsort(known.T[::-1])
    order[tied] = rows[ranked]
    alike = (np.diff(known[ranked], axis=0) == 0).all(axis=1)
    for start in np.flatnonzero(alike & ~np.append(False, alike[:-1])).tolist():
        stop = start + 1
        while stop <= len(alike) and alike[stop - 1]:
            stop += 1
        group = tied[start:stop]
        order[group] = sorted(order[group].tolist(), key=lambda row: keys[row].encode())
    return order
