"""The match of credits to debits over many accounts at once, to see where a closer look pays."""

import numpy as np

from bureau.graph.compiled import compiled, first_call
from bureau.graph.ledger import Flags, Ints, Ledger, Rows

Bounds = tuple[int, float, int, int]


@compiled
def may_follow(begin: Ints, end: Ints, credit: int, debit: int) -> bool:
    """Whether a debit may have used a credit: not where the credit is known to be later."""
    if begin[credit] == end[credit] and begin[debit] == end[debit]:
        return bool(begin[credit] < begin[debit])
    return bool(begin[credit] <= end[debit])


@compiled
def pieces(book: tuple[Ints, Ints, Ints], paid_in: Ints, paid_out: Ints) -> Ints:
    """First in, first out: place of the credit, place of the debit, amount and lag, row by row."""
    begin, end, minor = book
    found = np.empty((len(paid_in) + len(paid_out), 4), dtype=np.int64)
    count, place, left = 0, 0, minor[paid_in[0]] if len(paid_in) else 0
    for number in range(len(paid_out)):
        debit = paid_out[number]
        owed = minor[debit]
        while owed > 0 and place < len(paid_in) and may_follow(begin, end, paid_in[place], debit):
            taken = min(left, owed)
            found[count, 0], found[count, 1], found[count, 2] = place, number, taken
            found[count, 3] = max(0, begin[debit] - begin[paid_in[place]])
            count, owed, left = count + 1, owed - taken, left - taken
            if left == 0:
                place += 1
                left = minor[paid_in[place]] if place < len(paid_in) else 0
    return found[:count]


@compiled
def _sums(values: Ints) -> Ints:
    sums = np.zeros(len(values) + 1, dtype=np.int64)
    for place in range(len(values)):
        sums[place + 1] = sums[place] + values[place]
    return sums


@compiled
def _after(times: Ints, place: int) -> int:
    moment = times[place]
    while place < len(times) and times[place] == moment:
        place += 1
    return place


@compiled
def _passes(times: Ints, credit: Ints, found: Ints, paid_at: Ints, bounds: Bounds) -> bool:
    least, share, longest, span = bounds
    size = len(times)
    matched = _sums(found[:, 2].copy())
    soon = _sums(np.where(found[:, 3] <= longest, found[:, 2], 0))
    heads = np.searchsorted(found[:, 0].copy(), np.arange(size + 1))
    first = stop = 0
    while first < size:
        if stop < size and (first == stop or times[stop] - span <= times[first]):
            stop = _after(times, stop)
        else:
            first = _after(times, first)
        if first == stop or credit[stop] - credit[first] < least:
            continue
        last = times[first] + span
        if stop < size:
            last = min(last, times[stop] - 1)
        one, to = heads[first], heads[stop]
        to = one + np.searchsorted(paid_at[one:to], last, side="right")
        moved = matched[to] - matched[one]
        enough = moved >= share * (credit[stop] - credit[first])
        if to > one and enough and 2 * (soon[to] - soon[one]) >= moved:
            return True
    return False


@compiled
def _screen(
    book: tuple[Ints, Ints, Ints],
    paid: tuple[Ints, Ints],
    pays: tuple[Ints, Ints],
    subjects: Ints,
    bounds: Bounds,
) -> Flags:
    begin, _, minor = book
    close = np.zeros(len(subjects), dtype=np.bool_)
    for number in range(len(subjects)):
        who = subjects[number]
        ins = paid[1][paid[0][who] : paid[0][who + 1]]
        outs = pays[1][pays[0][who] : pays[0][who + 1]]
        credit = _sums(minor[ins])
        if len(outs) and credit[-1] >= bounds[0]:
            found = pieces(book, ins, outs)
            paid_at = begin[outs[found[:, 1].copy()]]
            close[number] = _passes(begin[ins], credit, found, paid_at, bounds)
    return close


def may_pass_on(ledger: Ledger, paid: Rows, pays: Rows, subjects: Ints, bounds: Bounds) -> Flags:
    """Which subjects may have a window in which money passes on: never fewer than have one.

    `bounds`: least sum of credits in minor units, share that must leave, longest lag and
    length of the window, both in seconds. Balances are not looked at.
    """
    book = (ledger.begin, ledger.end, ledger.minor)
    return _screen(book, (paid.starts, paid.order), (pays.starts, pays.order), subjects, bounds)


@first_call
def _example() -> object:
    one = np.array([0, 1])
    book = (one, one, one + 1)
    group = (np.array([0, 1]), np.array([0]))
    other = (np.array([0, 1]), np.array([1]))
    pieces(book, one[:1], one[1:])
    return _screen(book, group, other, np.array([0]), (1, 0.5, 10, 10))
