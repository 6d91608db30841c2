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
def _knots(
    flows: Flows, out: Grouped, rows: tuple[int, int], marks: Marks, before: Counts
) -> Counts:
    """Number the knots of the payments of one window, on from those `before`."""
    _, _, payer, payee = flows
    found, lowest, knot, places, stack, calls = marks
    low, high = rows
    seen, knots = before
    top = 0
    for row in range(low, high):
        if found[payer[row]] > before[0]:
            continue
        depth, calls[0] = 0, payer[row]
        while depth >= 0:
            at = calls[depth]
            if found[at] <= before[0]:
                seen += 1
                found[at] = lowest[at] = seen
                places[at], stack[top] = _from(out, at, low), at
                top += 1
            place = places[at]
            if place < out[0][at + 1] and out[1][place] < high:
                to, places[at] = payee[out[1][place]], place + 1
                if found[to] <= before[0]:
                    calls[depth + 1], depth = to, depth + 1
                elif knot[to] <= before[1]:
                    lowest[at] = min(lowest[at], found[to])
                continue
            if lowest[at] == found[at]:
                knots += 1
                top = _close(marks, top, at, knots)
            depth -= 1
            if depth >= 0:
                lowest[calls[depth]] = min(lowest[calls[depth]], lowest[at])
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
