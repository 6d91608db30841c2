"""Which payments can lie on a round trip at all: both of their ends in one knot of a window.

A knot is a strongly connected component (R. Tarjan, "Depth-first search and linear graph
algorithms", SIAM J. Comput. 1, 1972). Whoever comes home within a span of time does so inside
some window of two spans that begins at a multiple of the span, and inside one knot of it.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from bureau.graph.compiled import compiled, first_call

Ints = npt.NDArray[np.int64]
Indexes = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Flows = tuple[Any, Any, Any, Any]  # columns: begin, end, payer, payee; by begin
Grouped = tuple[Ints, Indexes]  # starts and rows, as in the ledger
Marks = tuple[Ints, Ints, Ints, Ints, Indexes, Indexes]  # found, lowest, knot, place, stack, calls
Counts = tuple[int, int]  # parties found and knots closed, in all windows before
Counting = tuple[int, int, int, int]  # the same before this window, and by now


@compiled
def _from(group: Grouped, key: int, row: int) -> int:
    """The place of the first row of this key that is not before `row`."""
    starts, rows = group
    low, high = starts[key], starts[key + 1]
    while low < high:
        middle = (low + high) // 2
        if rows[middle] < row:
            low = middle + 1
        else:
            high = middle
    return int(low)


@compiled
def _close(marks: Marks, top: int, at: int, knots: int) -> int:
    """Take the knot that `at` closes off the stack; how high the stack is then."""
    _, _, knot, _, stack, _ = marks
    while True:
        top -= 1
        knot[stack[top]] = knots
        if stack[top] == at:
            return top


@compiled
def _onward(flows: Flows, out: Grouped, high: int, marks: Marks, at: int) -> int:
    """The next party that `at` pays before the row `high`; -1 where there is none left."""
    _, _, _, payee = flows
    places = marks[3]
    place = places[at]
    if place >= out[0][at + 1] or out[1][place] >= high:
        return -1
    places[at] = place + 1
    return int(payee[out[1][place]])


@compiled
def _from_one(
    flows: Flows, out: Grouped, rows: tuple[int, int], marks: Marks, counts: Counting
) -> Counts:
    """Number the knots that are reached from the party that is called first."""
    found, lowest, knot, places, stack, calls = marks
    low, high = rows
    old_seen, old_knots, seen, knots = counts
    top, depth = 0, 0
    while depth >= 0:
        at = calls[depth]
        if found[at] <= old_seen:
            seen += 1
            found[at] = lowest[at] = seen
            places[at], stack[top] = _from(out, at, low), at
            top += 1
        to = _onward(flows, out, high, marks, at)
        if to >= 0 and found[to] <= old_seen:
            calls[depth + 1], depth = to, depth + 1
        elif to >= 0:
            lowest[at] = min(lowest[at], found[to]) if knot[to] <= old_knots else lowest[at]
        else:
            if lowest[at] == found[at]:
                knots += 1
                top = _close(marks, top, at, knots)
            depth -= 1
            above = calls[max(depth, 0)]
            lowest[above] = min(lowest[above], lowest[at])
    return seen, knots


@compiled
def _knots(
    flows: Flows, out: Grouped, rows: tuple[int, int], marks: Marks, before: Counts
) -> Counts:
    """Number the knots of the payments of one window, on from those `before`."""
    payer, found, calls = flows[2], marks[0], marks[5]
    seen, knots = before
    for row in range(rows[0], rows[1]):
        if found[payer[row]] <= before[0]:
            calls[0] = payer[row]
            seen, knots = _from_one(flows, out, rows, marks, (*before, seen, knots))
    return seen, knots


@compiled
def in_knots(flows: Flows, out: Grouped, size: int, span: int) -> Flags:
    """Payments of which both ends lie in one knot of some window of two spans."""
    begin, _, payer, payee = flows
    able = np.zeros(len(begin), dtype=np.bool_)
    marks = (
        np.zeros(size, dtype=np.int64),
        np.zeros(size, dtype=np.int64),
        np.zeros(size, dtype=np.int64),
        np.zeros(size, dtype=np.int64),
        np.zeros(size + 1, dtype=np.int32),
        np.zeros(size + 1, dtype=np.int32),
    )
    counts, low, high, width = (0, 0), 0, 0, max(span, 1)
    while low < len(begin):
        window = (begin[low] - begin[0]) // width * width + begin[0]
        while high < len(begin) and begin[high] < window + 2 * width:
            high += 1
        counts = _knots(flows, out, (low, high), marks, counts)
        for row in range(low, high):
            able[row] = able[row] or marks[2][payer[row]] == marks[2][payee[row]]
        while low < len(begin) and begin[low] < window + width:
            low += 1
    return able


@first_call
def _example() -> object:
    times, ends = np.arange(2), np.array([0, 1], dtype=np.int32)
    group = (np.arange(3), ends)
    return in_knots((times, times, ends, ends[::-1].copy()), group, 2, 5)
