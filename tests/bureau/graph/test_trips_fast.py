from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.graph.trips_fast import most_beside, trips_of
from tests.bureau.graph.test_rings_fast import PAYMENTS, flows_of

EVERYBODY = np.arange(5, dtype=np.int32)


def by_trying_everything(flows, minor, keep, span, longest):
    """Every round trip of like amounts, by following every payment in time: slow and plain."""
    begin, end, payer, payee = (column.tolist() for column in flows)
    found = set()

    def follow(trip):
        last = trip[-1]
        for row in range(len(begin)):
            longer = [*trip, row]
            amounts = [int(minor[one]) for one in longer]
            like = min(amounts) >= keep * max(amounts)
            in_time = end[last] < begin[row] <= begin[trip[0]] + span
            if not (like and in_time) or payer[row] != payee[last]:
                continue
            if payee[row] == payer[trip[0]]:
                found.update([tuple(longer)] if 3 <= len(longer) <= longest else ())
            elif len(longer) < longest and payee[row] not in {payer[one] for one in longer}:
                follow(longer)

    for row in range(len(begin)):
        follow([row])
    return found


@settings(max_examples=200, deadline=None)
@given(PAYMENTS, st.integers(1, 25), st.integers(3, 5), st.sampled_from(["0.01", "0.5", "1"]))
def test_the_trips_are_those_that_trying_everything_finds(rows, span, longest, keep):
    flows = flows_of(rows)
    minor = np.array([1 + 3 * (row[0] % 3) for row in sorted(rows)])
    limits = (span, longest, 10**6)
    trips, _, tried = trips_of(flows, minor, Fraction(keep), EVERYBODY, limits)
    assert len(trips) == len(set(trips))
    assert set(trips) == by_trying_everything(flows, minor, Fraction(keep), span, longest)
    assert tried == 5


def test_the_search_takes_no_more_steps_than_it_may():
    flows = flows_of([(day, 0, day % 5, 1) for day in range(20)])
    _, steps, tried = trips_of(
        flows, np.ones(20, dtype=np.int64), Fraction(1), EVERYBODY, (9, 5, 3)
    )
    assert (steps, tried) == (3, 1)


def test_amounts_too_large_to_multiply_are_compared_exactly():
    keep = Fraction(10**20 - 1, 10**20)
    assert most_beside(np.array([10**17, 1]), keep).tolist() == [10**17, 1]
