"""Large payments before which about as much came in small, over all agents at once."""

import numpy as np

from bureau.graph.compiled import compiled, first_call
from bureau.graph.ledger import Flags, Ints, Ledger, Rows

Group = tuple[Ints, Ints]
Bounds = tuple[int, int, float, float]  # window, fewest, least and most share


@compiled
def _of_one(
    moments: tuple[Ints, Ints, Ints], ins: Ints, outs: Ints, bounds: Bounds, found: Flags
) -> None:
    begin, end, minor = moments
    span, fewest, low, high = bounds
    first = stop = total = 0
    for debit in outs:
        while stop < len(ins) and begin[ins[stop]] <= end[debit]:
            total += minor[ins[stop]]
            stop += 1
        while first < stop and begin[ins[first]] <= begin[debit] - span:
            total -= minor[ins[first]]
            first += 1
        inside = low * minor[debit] <= total <= high * minor[debit]
        found[debit] = stop - first >= fewest and inside


@compiled
def _of_all(moments: tuple[Ints, Ints, Ints], paid: Group, pays: Group, bounds: Bounds) -> Flags:
    found = np.zeros(len(moments[0]), dtype=np.bool_)
    for agent in range(len(paid[0]) - 1):
        ins = paid[1][paid[0][agent] : paid[0][agent + 1]]
        outs = pays[1][pays[0][agent] : pays[0][agent + 1]]
        if len(ins) >= bounds[1] and len(outs):
            _of_one(moments, ins, outs, bounds, found)
    return found


def bulk_rows(ledger: Ledger, paid: Rows, pays: Rows, bounds: Bounds) -> Flags:
    """Which payments out may follow on enough money that came in: never fewer than do.

    `bounds`: the window in seconds, the fewest payments in, and between which shares of the
    payment out their sum must lie. How small each was and from whom is not looked at.
    """
    moments = (ledger.begin, ledger.end, ledger.minor)
    return _of_all(moments, (paid.starts, paid.order), (pays.starts, pays.order), bounds)


@first_call
def _example() -> object:
    one = np.array([0, 1])
    group = (one, one[:1].copy())
    return _of_all((one, one, one), group, group, (1, 1, 0.8, 1.2))
