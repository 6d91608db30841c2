"""Payments in and the payment out that answers each, over all agents at once."""

from collections.abc import Iterator

import numpy as np

from bureau.graph.compiled import compiled, first_call
from bureau.graph.ledger import Flags, Ints, Rows
from bureau.graph.matching_fast import may_follow

Pairs = Ints  # two columns: row in, row out
Moments = tuple[Ints, Ints, Ints]  # begin, end, minor
Bounds = tuple[int, float, int, float]  # longest lag, least share, fewest pairs, widest spread


@compiled
def _paired(moments: Moments, ins: Ints, outs: Ints, bounds: Bounds) -> Pairs:
    begin, _, minor = moments
    longest, least = bounds[0], bounds[1]
    pairs = np.empty((min(len(ins), len(outs)), 2), dtype=np.int64)
    used = np.zeros(len(ins), dtype=np.bool_)
    count, first = 0, 0
    for debit in outs:
        while first < len(ins) and begin[ins[first]] < begin[debit] - longest:
            first += 1
        for place in range(first, len(ins)):
            credit = ins[place]
            if not may_follow(moments[0], moments[1], credit, debit):
                break
            if not used[place] and least * minor[credit] <= minor[debit] <= minor[credit]:
                used[place], pairs[count, 0], pairs[count, 1] = True, credit, debit
                count += 1
                break
    return pairs[:count]


@compiled
def _steady(minor: Ints, pairs: Pairs, widest: float) -> bool:
    total = squares = 0.0
    for row in range(len(pairs)):
        kept = 1.0 - minor[pairs[row, 1]] / minor[pairs[row, 0]]
        total, squares = total + kept, squares + kept * kept
    mean = total / len(pairs)
    return bool(squares / len(pairs) - mean * mean <= widest * widest + 1e-12)


@compiled
def _screen(
    moments: Moments, paid: tuple[Ints, Ints], pays: tuple[Ints, Ints], bounds: Bounds
) -> Flags:
    close = np.zeros(len(paid[0]) - 1, dtype=np.bool_)
    for agent in range(len(close)):
        ins = paid[1][paid[0][agent] : paid[0][agent + 1]]
        outs = pays[1][pays[0][agent] : pays[0][agent + 1]]
        if min(len(ins), len(outs)) >= bounds[2]:
            pairs = _paired(moments, ins, outs, bounds)
            close[agent] = len(pairs) >= bounds[2] and _steady(moments[2], pairs, bounds[3])
    return close


def margins(
    moments: Moments, paid: Rows, pays: Rows, bounds: Bounds
) -> Iterator[tuple[int, Pairs]]:
    """Agents with enough pairs whose margins differ little, and those pairs.

    Never fewer than meet the bounds exactly: numbers here are rounded.
    """
    close = _screen(moments, (paid.starts, paid.order), (pays.starts, pays.order), bounds)
    for agent in np.flatnonzero(close).tolist():
        yield agent, _paired(moments, paid.of(agent), pays.of(agent), bounds)


@first_call
def _example() -> object:
    one = np.array([0, 1])
    moments, group = (one, one, one + 1), (one, one[:1].copy())
    _paired(moments, one[:1], one[1:], (1, 0.5, 1, 0.1))
    return _screen(moments, group, group, (1, 0.5, 1, 0.1))
