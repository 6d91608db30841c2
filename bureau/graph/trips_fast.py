"""Every round trip in time along which a sum stays nearly whole, up to a few payments long."""

from fractions import Fraction

import numpy as np

from bureau.graph.compiled import compiled, first_call
from bureau.graph.knots_fast import Flags, Flows, Grouped, Indexes, Ints
from bureau.graph.rings_fast import NEVER, grouped, later, on_round_trips

FEWEST = 3
_LOOKS = 40  # steps a payment that the first look may take
_ROOM = 1024

Amounts = tuple[Ints, Ints]  # of each payment, and the most beside which it may be the least
Walking = tuple[Indexes, Ints, Ints, Ints, Flags]  # trip, places, least and most so far, visited
Limits = tuple[int, int, int]  # span in seconds, longest trip, most steps
Trips = tuple[Indexes, int]  # rows of each trip with -1 behind them, and how many trips


def most_beside(minor: Ints, keep: Fraction) -> Ints:
    """For each amount the most of which it is still the share `keep`, exactly."""
    if int(minor.max(initial=0)) * keep.denominator < NEVER:
        return np.asarray(minor * keep.denominator // keep.numerator, dtype=np.int64)
    exact = (min(NEVER, int(one * keep.denominator // keep.numerator)) for one in minor.tolist())
    return np.fromiter(exact, dtype=np.int64, count=len(minor))


@compiled
def _kept(found: Trips, trip: Indexes) -> Trips:
    trips, count = found
    if count == len(trips):
        trips = np.concatenate((trips, np.empty_like(trips)))
    trips[count] = -1
    trips[count, : len(trip)] = trip
    return trips, count + 1


@compiled
def _from_one(
    flows: Flows, amounts: Amounts, out: Grouped, walking: Walking, limits: Limits, found: Trips
) -> tuple[Trips, int]:
    """The trips that begin with the first payment of `walking`, and the steps they took."""
    begin, end, payer, payee = flows
    minor, beside = amounts
    trip, places, least, most, visited = walking
    span, longest, left = limits
    home, latest = payer[trip[0]], begin[trip[0]] + span
    least[0], most[0] = beside[trip[0]], minor[trip[0]]
    places[0], visited[payee[trip[0]]] = later(begin, out, payee[trip[0]], end[trip[0]]), True
    length, steps = 1, 0
    while length:
        at, place = payee[trip[length - 1]], places[length - 1]
        if steps >= left or place >= out[0][at + 1] or begin[out[1][place]] > latest:
            visited[at], length = False, length - 1
            continue
        one = out[1][place]
        to, places[length - 1], steps = payee[one], place + 1, steps + 1
        low, high = min(least[length - 1], beside[one]), max(most[length - 1], minor[one])
        trip[length] = one
        if high > low:
            continue
        if to == home and length + 1 >= FEWEST:
            found = _kept(found, trip[: length + 1])
        elif to != home and not visited[to] and length + 2 <= longest:
            visited[to], places[length] = True, later(begin, out, to, end[one])
            least[length], most[length] = low, high
            length += 1
    return found, steps


@compiled
def _follow(
    flows: Flows, amounts: Amounts, starts: Indexes, size: int, limits: Limits
) -> tuple[Trips, int, int]:
    span, longest, most = limits
    out = grouped(flows[2], size)
    walking = (
        np.empty(longest + 1, dtype=np.int32),
        np.empty(longest + 1, dtype=np.int64),
        np.empty(longest + 1, dtype=np.int64),
        np.empty(longest + 1, dtype=np.int64),
        np.zeros(size, dtype=np.bool_),
    )
    found = (np.empty((_ROOM, longest), dtype=np.int32), 0)
    steps = tried = 0
    for start in starts:
        if steps >= most:
            break
        tried += 1
        for row in out[1][out[0][start] : out[0][start + 1]]:
            walking[0][0] = row
            left = (span, longest, most - steps)
            found, taken = _from_one(flows, amounts, out, walking, left, found)
            steps += taken
    return found, steps, tried


def trips_of(
    flows: Flows, minor: Ints, keep: Fraction, starts: Indexes, limits: Limits
) -> tuple[list[tuple[int, ...]], int, int]:
    """The trips from these parties, as rows of `flows`; the steps taken, and parties tried.

    Of a trip the least amount is at least `keep` times the most. Where all steps are used up
    the search stops.
    """
    size = int(max(part.max(initial=-1) for part in (flows[2], flows[3], starts))) + 1
    looks = limits[2] + _LOOKS * len(minor)
    flags, _, whole = on_round_trips(flows, size, limits[0], looks, fewest=FEWEST)
    rows = np.flatnonzero(flags) if whole else np.arange(len(minor))
    begin, end, payer, payee = (column[rows] for column in flows)
    amounts = (minor[rows], most_beside(minor[rows], keep))
    found, steps, tried = _follow((begin, end, payer, payee), amounts, starts, size, limits)
    trips, count = found
    told = (tuple(row for row in trip if row >= 0) for trip in trips[:count].tolist())
    return [tuple(int(rows[row]) for row in trip) for trip in told], int(steps), int(tried)


@first_call
def _example() -> object:
    one, ends = np.arange(2), np.array([0, 1], dtype=np.int32)
    flows = (one, one, ends, ends[::-1].copy())
    return trips_of(flows, one + 1, Fraction(1, 2), ends, (5, 3, 10))
