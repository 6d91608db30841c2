"""Which payments lie on a round trip in time, found without walking every trip there is."""

import numpy as np

from bureau.graph.compiled import compiled, first_call
from bureau.graph.knots_fast import Flags, Flows, Grouped, Indexes, Ints, in_knots

Places = tuple[Ints, Ints, Indexes, Indexes, Flags]  # earliest, latest, seen, queue, queued
Found = tuple[int, int, bool]  # places seen, steps taken, whether home was reached
Scope = tuple[int, int, int]  # the payment, the limit in time, and a count
Walked = tuple[Indexes, Ints, Flags, Flags]  # trip, places on it, who is on it, what is flagged
Bounds = tuple[int, int]  # fewest payments of a trip, most steps

NEVER = 2**62


@compiled
def grouped(keys: Indexes, size: int) -> Grouped:
    """The rows of each key in their order, compressed."""
    starts = np.zeros(size + 2, dtype=np.int64)
    for key in keys:
        starts[key + 2] += 1
    for key in range(size):
        starts[key + 2] += starts[key + 1]
    rows = np.empty(len(keys), dtype=np.int32)
    for row in range(len(keys)):
        place = keys[row] + 1
        rows[starts[place]] = row
        starts[place] += 1
    return starts[:-1], rows


@compiled
def _worth_it(flows: Flows, size: int, span: int) -> Flags:
    """Payments after which, within the window, their payer is paid and their payee pays."""
    begin, _, payer, payee = flows
    next_in, next_out = np.full(size, NEVER), np.full(size, NEVER)
    worth = np.zeros(len(begin), dtype=np.bool_)
    for row in range(len(begin) - 1, -1, -1):
        limit = begin[row] + span
        worth[row] = next_in[payer[row]] <= limit and next_out[payee[row]] <= limit
        next_in[payee[row]] = next_out[payer[row]] = begin[row]
    return worth


@compiled
def later(begin: Ints, group: Grouped, key: int, moment: int) -> int:
    """The place of the first row of this key that begins after the moment."""
    starts, rows = group
    low, high = starts[key], starts[key + 1]
    while low < high:
        middle = (low + high) // 2
        if begin[rows[middle]] > moment:
            high = middle
        else:
            low = middle + 1
    return int(low)


@compiled
def _forward(flows: Flows, out: Grouped, marks: Places, row: int, limit: int) -> Found:
    """Earliest arrivals from a payment on, until the limit; how many places, and whether home."""
    begin, end, payer, payee = flows
    earliest, _, seen, queue, queued = marks
    home, at = payer[row], payee[row]
    earliest[at], seen[0], queue[0] = end[row], at, at
    count, head, waiting, steps, back = 1, 0, 1, 0, False
    while waiting:
        at = queue[head]
        head, waiting, queued[at] = (head + 1) % len(queue), waiting - 1, False
        place = later(begin, out, at, earliest[at])
        while place < out[0][at + 1] and begin[out[1][place]] <= limit:
            one = out[1][place]
            to, place, steps = payee[one], place + 1, steps + 1
            back = back or to == home
            if to != home and end[one] < earliest[to]:
                if earliest[to] == NEVER:
                    seen[count], count = to, count + 1
                earliest[to] = end[one]
                if not queued[to]:
                    queued[to], queue[(head + waiting) % len(queue)] = True, to
                    waiting += 1
    return count, steps, back


@compiled
def _backward(flows: Flows, into: Grouped, marks: Places, row: int, limit: int) -> int:
    """Latest departures that still reach home by the limit, of the places that were reached."""
    begin, end, payer, _ = flows
    earliest, latest, _, queue, queued = marks
    home, steps = payer[row], 0
    latest[home], queue[0] = limit + 1, home
    head, waiting = 0, 1
    while waiting:
        at = queue[head]
        head, waiting, queued[at] = (head + 1) % len(queue), waiting - 1, False
        place = later(begin, into, at, end[row])
        while place < into[0][at + 1] and begin[into[1][place]] < latest[at]:
            one = into[1][place]
            giver, place, steps = payer[one], place + 1, steps + 1
            in_time = at == home or end[one] < latest[at]
            if in_time and earliest[giver] < begin[one] and begin[one] > latest[giver]:
                latest[giver] = begin[one]
                if not queued[giver]:
                    queued[giver], queue[(head + waiting) % len(queue)] = True, giver
                    waiting += 1
    return steps


@compiled
def _unknown(flows: Flows, out: Grouped, marks: Places, scope: Scope, flags: Flags) -> int:
    """How many payments that may lie on a trip from this one are not known to lie on any."""
    begin, end, payer, payee = flows
    earliest, latest, seen, _, _ = marks
    row, limit, count = scope
    unknown = 0 if flags[row] else 1
    for at in seen[:count]:
        if latest[at] > earliest[at]:
            place = later(begin, out, at, earliest[at])
            while place < out[0][at + 1] and begin[out[1][place]] <= limit:
                one = out[1][place]
                home = payee[one] == payer[row]
                if not flags[one] and (home or end[one] < latest[payee[one]]):
                    unknown += 1
                place += 1
    return unknown


@compiled
def _trace(trip: Indexes, flags: Flags) -> int:
    new = 0
    for one in trip:
        if not flags[one]:
            flags[one], new = True, new + 1
    return new


@compiled
def _walk(
    flows: Flows, out: Grouped, latest: Ints, scope: Scope, walked: Walked, bounds: Bounds
) -> int:
    """Walk the trips from one payment until nothing is unknown; the steps that took."""
    begin, end, payer, payee = flows
    row, limit, unknown = scope
    trip, places, visited, flags = walked
    fewest, most = bounds
    trip[0], places[0] = row, later(begin, out, payee[row], end[row])
    visited[payee[row]] = True
    length, steps = 1, 0
    while length and unknown > 0 and steps <= most:
        at, place = payee[trip[length - 1]], places[length - 1]
        if place >= out[0][at + 1] or begin[out[1][place]] > limit:
            visited[at], length = False, length - 1
            continue
        one = out[1][place]
        to, places[length - 1], steps = payee[one], place + 1, steps + 1
        trip[length] = one
        if to == payer[row]:
            if length + 1 >= fewest:
                unknown -= _trace(trip[: length + 1], flags)
        elif not visited[to] and end[one] < latest[to]:
            visited[to], places[length] = True, later(begin, out, to, end[one])
            length += 1
    for one in trip[:length]:
        visited[payee[one]] = False
    return steps


@compiled
def _marks(size: int) -> Places:
    seen, queue = np.empty(size, dtype=np.int32), np.empty(size + 1, dtype=np.int32)
    return np.full(size, NEVER), np.full(size, -1), seen, queue, np.zeros(size, dtype=np.bool_)


@compiled
def _seen_all(flows: Flows, size: int, span: int, bounds: Bounds) -> tuple[Flags, int]:
    begin, _, payer, payee = flows
    fewest, most = bounds
    out, into = grouped(payer, size), grouped(payee, size)
    marks, flags = _marks(size), np.zeros(len(begin), dtype=np.bool_)
    trip, places = np.empty(size + 2, dtype=np.int32), np.empty(size + 2, dtype=np.int64)
    walked = (trip, places, np.zeros(size, dtype=np.bool_), flags)
    steps, worth = 0, _worth_it(flows, size, span)
    for row in range(len(begin)):
        if not worth[row]:
            continue
        limit = begin[row] + span
        count, taken, back = _forward(flows, out, marks, row, limit)
        steps += taken
        if back and steps <= most:
            steps += _backward(flows, into, marks, row, limit)
            unknown = _unknown(flows, out, marks, (row, limit, count), flags)
            scope = (row, limit, unknown)
            steps += _walk(flows, out, marks[1], scope, walked, (fewest, most - steps))
        for at in marks[2][:count]:
            marks[0][at], marks[1][at] = NEVER, -1
        marks[1][payer[row]] = -1
        if steps > most:
            break
    return flags, steps


@compiled
def _search(flows: Flows, size: int, span: int, bounds: Bounds) -> tuple[Flags, int]:
    begin, end, payer, payee = flows
    rows = np.flatnonzero(in_knots(flows, grouped(payer, size), size, span))
    able = (begin[rows], end[rows], payer[rows], payee[rows])
    found, steps = _seen_all(able, size, span, bounds)
    flags = np.zeros(len(begin), dtype=np.bool_)
    flags[rows] = found
    return flags, steps


def on_round_trips(
    flows: Flows, size: int, span: int, most: int, *, fewest: int = 2
) -> tuple[Flags, int, bool]:
    """Payments on a trip of different parties back to the first, in time and within `span`.

    Time strictly increases: a payment that may have happened at several moments is only before
    one that begins after all of them. `fewest` is the least number of payments of a trip;
    parties are numbered below `size`. Gives flags, the steps taken, and whether all was seen
    in `most` steps: what is not flagged by then may still lie on a trip.
    """
    flags, steps = _search(flows, size, span, (fewest, most))
    return flags, int(steps), bool(steps <= most)


@first_call
def _example() -> object:
    one, ends = np.arange(2), np.array([0, 1], dtype=np.int32)
    return on_round_trips((one, one, ends, ends[::-1].copy()), 2, 5, 10)
