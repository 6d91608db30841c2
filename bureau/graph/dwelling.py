"""How long money stays in an account: credits matched to the debits that used them up."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bureau.graph.ledger import DAY, Ints, Ledger


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a credit that one debit used up; `place` is the credit's number in its account."""

    place: int
    credit: int
    debit: int
    minor: int
    lag: int
    paid_at: int


def first_in_first_out(
    ledger: Ledger, incoming: Sequence[int], outgoing: Sequence[int]
) -> list[Piece]:
    """Debits of an account, each taken from the oldest credits not yet used up.

    A debit uses no credit that is known to be later. Where a time of day is missing and both
    fall on one day the credit may come first, and counts as used at once. What a debit takes
    beyond the known credits came from a balance that was there before.
    """
    pieces: list[Piece] = []
    place, left = 0, int(ledger.minor[incoming[0]]) if incoming else 0
    for debit in outgoing:
        owed = int(ledger.minor[debit])
        while owed and place < len(incoming) and _may_follow(ledger, incoming[place], debit):
            credit = incoming[place]
            taken = min(left, owed)
            paid_at = int(ledger.begin[debit])
            lag = max(0, paid_at - int(ledger.begin[credit]))
            pieces.append(Piece(place, credit, debit, taken, lag, paid_at))
            owed, left = owed - taken, left - taken
            if not left:
                place += 1
                left = int(ledger.minor[incoming[place]]) if place < len(incoming) else 0
    return pieces


def _may_follow(ledger: Ledger, credit: int, debit: int) -> bool:
    begin, end = ledger.begin, ledger.end
    if begin[credit] == end[credit] and begin[debit] == end[debit]:
        return bool(begin[credit] < begin[debit])
    return bool(begin[credit] <= end[debit])


def weighted_median(pieces: Sequence[Piece]) -> int:
    """The lag in seconds within which half of the matched money, or more, had left."""
    half, total = 0, sum(piece.minor for piece in pieces)
    for piece in sorted(pieces, key=lambda piece: piece.lag):
        half += piece.minor
        if 2 * half >= total:
            return piece.lag
    return 0


@dataclass(frozen=True, slots=True, eq=False)
class Balances:
    """The balance of an account at the end of each day on which it moved."""

    days: Ints
    minor: Ints

    def twice_median(self, first_day: int, days: int) -> int:
        """Twice the median of so many end-of-day balances; twice, to stay whole."""
        wanted = np.arange(first_day, first_day + days)
        values = np.sort(self.minor[np.searchsorted(self.days, wanted, side="right") - 1])
        return int(values[(days - 1) // 2]) + int(values[days // 2])


def end_of_day(ledger: Ledger, incoming: Sequence[int], outgoing: Sequence[int]) -> Balances:
    """Balances from known payments, opened with the least that keeps every day out of the red.

    A statement seldom gives the opening balance; this one is the lowest that is possible
    without an overdraft, so that it does not hide money that must have been there.
    """
    rows = np.array([*incoming, *outgoing], dtype=np.int64)
    signed = ledger.minor[rows] * np.repeat([1, -1], [len(incoming), len(outgoing)])
    order = np.argsort(ledger.begin[rows], kind="stable")
    running = np.cumsum(signed[order])
    moved = ledger.begin[rows][order] // DAY
    last = np.flatnonzero(np.append(np.diff(moved) != 0, values=True))
    opening = max(0, -int(running[last].min()))
    days = np.concatenate(([np.iinfo(np.int64).min], moved[last]))
    return Balances(days, np.concatenate(([opening], running[last] + opening)))
